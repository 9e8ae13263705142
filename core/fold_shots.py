"""Attempts and how they end: wide, on the woodwork, blocked, saved."""

from __future__ import annotations

from core.acts import Act
from core.fold_goals import glad_of, on_ball
from core.fold_state import Early, Fold
from core.incidents import Shot
from core.verbs import analyses, lemmas
from core.vocabulary import words

TOLD, SAVED, GUESSED = 1.0, 0.9, 0.7
"""Weights of an attempt in words of its own, of one told by its save, of one that follows from its outcome."""
EARLY_REACH = 60
"""Tokens by which an attempt may follow the words for its outcome."""


def on_attempt(f: Fold, act: Act) -> None:
    """A new attempt, or more words for the one under way."""
    noun, s = act.category == "attempt_noun", f.shot
    if s is not None:
        if act.group:
            mate = f.shot_of(act, act.who, SAVED)
            mate.noun, mate.bound, mate.passer = noun, True, -1
            f.mates.append(mate)
            return
        if _goes_on(f, s, act, noun):
            if s.result is None:
                if s.who == -1 or (act.bound and not s.bound):
                    s.who, s.bound = act.who, act.bound
                s.real = s.real and act.real
            s.end = act.end
            return
        if (
            s.result is None
            and s.noun
            and s.who >= 0
            and act.who not in (-1, s.who)
            and s.sent == act.sent
            and act.passer < 0
        ):
            act.passer = s.who  # a free kick that another meets
    g = f.goal
    if (
        g is not None
        and g.who >= 0
        and act.bound
        and act.who not in (-1, g.who)
        and g.weight > 0.5
        and not any(kind.startswith("state") for kind in g.kinds)
    ):
        f.flush_goal()
    s = f.begin_shot(act, act.who, TOLD)
    s.noun = noun
    early = f.early
    if early is not None and early.sent == act.sent and act.pos - early.pos < EARLY_REACH and early.by != act.who:
        s.result, s.keeper = early.result, early.keeper
        s.pos = min(s.pos, early.pos)
    f.early = None
    ball, f.ball = f.ball, None
    if ball is not None and ball.sent == act.sent and act.pos - ball.pos < EARLY_REACH:
        on_ball(f, ball)


def _goes_on(f: Fold, s: Shot, act: Act, noun: bool) -> bool:
    """Whether the words are of the attempt under way; where its end is told, only a noun in the same breath is."""
    if s.result is None:
        return s.sent >= act.sent - 1 and (act.who in (-1, s.who) or s.who == -1 or (noun and not act.bound))
    same = act.who in (-1, s.who) and ((noun and not act.bound) or (s.loose and _gerund(act)))
    return same and ((s.sent == act.sent and s.clause >= act.clause - 1) or _his(f, s, act))


def _gerund(act: Act) -> bool:
    """Whether the words only tell how something was done: "spreca calciando a lato"."""
    return any(form.mood == "ger" for form in analyses(act.low))


def _participle(act: Act) -> bool:
    """Whether the words tell what was done to the ball: "parato", "respinto"."""
    forms = analyses(act.low)
    return bool(forms) and all(form.mood == "part" for form in forms)


def _his(f: Fold, s: Shot, act: Act) -> bool:
    """Whether a noun takes up the attempt of the sentence before: "il suo tiro"."""
    return act.sent <= s.sent + 1 and f.r.toks[act.pos - 1].low in f.v.his


def on_chance(f: Fold, act: Act) -> None:
    """A chance; what follows may make it an attempt."""
    if act.who >= 0 and act.real:
        f.chance = act


def on_ago(f: Fold, act: Act) -> None:
    """What its clause tells is of another match."""
    f.ago = act.sent, act.clause


def on_pass(f: Fold, act: Act) -> None:
    """Who passes the ball makes no attempt of his chance."""
    f.passed = act
    if f.chance is not None and f.chance.who == act.who:
        f.chance = None


def _from_chance(f: Fold, act: Act, keeper: int) -> None:
    """An outcome that no words of an attempt precede: the chance was one."""
    c, s = f.chance, f.shot
    f.chance = None
    if c is None or c.sent != act.sent or c.who in (keeper, act.who if act.kind in ("save", "block") else -2):
        return
    if s is not None and (s.result is None or s.pos > c.pos or s.who == c.who):
        return
    s = f.begin_shot(c, c.who, GUESSED)
    s.end, s.real, s.clause = act.end, act.real, act.clause


def _end(f: Fold, act: Act, result: str, keeper: int = -1) -> None:
    """The attempt under way ends; without one the words may tell one themselves."""
    if act.strong:
        _from_chance(f, act, keeper)
    s = f.shot
    missed = result in ("off_target", "woodwork")
    if s is None or s.sent < act.sent - 1:
        f.flush_shot()
        if not missed or (result == "woodwork" and act.who < 0):
            f.early = Early(result, keeper, act.sent, act.pos, act.who)
        elif act.who >= 0 and act.strong and (act.bound or _misses(f, act) or _wastes(f, act)):
            _ended(f, f.begin_shot(act, act.who, GUESSED), act, result)
        return
    if missed and act.bound and act.who >= 0 and s.who not in (-1, act.who) and _another(s, act):
        f.flush_shot()
        if act.strong:
            _ended(f, f.begin_shot(act, act.who, GUESSED), act, result)
        return
    if missed and s.who < 0 <= act.who:
        s.who = act.who
    if s.result is None or s.loose or (result == "woodwork" and s.result in ("off_target", "blocked")):
        _ended(f, s, act, result)
    if keeper >= 0 and s.keeper < 0:
        s.keeper = keeper
    for mate in f.mates:
        mate.result = mate.result or result
        mate.keeper = keeper if mate.keeper < 0 else mate.keeper


def _ended(f: Fold, s: Shot, act: Act, result: str) -> None:
    """Note how an attempt ended, and whether the words leave it open."""
    s.result, s.end = result, max(s.end, act.end)
    s.loose = result == "off_target" and (act.low in f.v.loose_ends or bool(_verbs(act) & f.v.wasting))


def _misses(f: Fold, act: Act) -> bool:
    """Whether words for a miss tell one of whoever has the ball: "la spedisce in curva", "non trova la porta"."""
    return act.low in f.v.sure_misses or act.low == "non" or bool(_verbs(act) & f.v.driving)


def _wastes(f: Fold, act: Act) -> bool:
    """Whether words for a waste are of him who was named in the sentence, no colon between: "X dribbla Y ma cicca"."""
    if act.near != act.who or not _verbs(act) & f.v.wasting:
        return False
    start = f.r.sentences[act.sent][0]
    since = max((k for k in range(start, act.pos) if f.r.toks[k].text in ":;"), default=start)
    return any(n.person == act.who and since <= n.a < act.pos for n in f.r.names)


def _verbs(act: Act) -> frozenset[str]:
    """The verbs that the first of the words of an act can be a form of."""
    return lemmas(act.low)


def _another(s: Shot, act: Act) -> bool:
    """Whether an outcome with an author of its own is not that of the attempt under way."""
    return act.sent > s.sent or s.result is not None or s.noun or act.clause > s.clause


def _take_back_beat(f: Fold, act: Act) -> None:
    """A keeper who was beaten is no goal where the ball then misses: "spiazza Y ma coglie il palo"."""
    g = f.goal
    if g is None or g.sent != act.sent or g.kinds != {"beat_verb"} or g.score is not None:
        return
    if act.who not in (-1, g.who):
        return  # "batte Neri, ma gli ospiti sfiorano il pari con Bianchi"
    if any(t.low in words("penalties").but for t in f.r.toks[g.end : act.pos]):
        f.goal = None


def on_off(f: Fold, act: Act) -> None:
    """Wide, over, wasted."""
    _take_back_beat(f, act)
    _end(f, act, "off_target")


def on_wood(f: Fold, act: Act) -> None:
    """Post or bar."""
    _take_back_beat(f, act)
    _end(f, act, "woodwork")


def on_block(f: Fold, act: Act) -> None:
    """Blocked by a defender or the wall."""
    if act.category == "block_words" and f.keeper(act.who):
        on_save(f, act)
    elif act.whom >= 0 and f.opposed(act.who, act.whom):
        _stop(f, act, "blocked", -1)
    else:
        _end(f, act, "blocked")


def _stop(f: Fold, act: Act, result: str, keeper: int) -> None:
    """An attempt told by who stopped it: "Y si oppone a X", "Y mura X"."""
    s = f.shot
    if s is not None and s.who in (-1, act.whom) and s.result is None:
        s.who = act.whom
        _end(f, act, result, keeper)
        return
    s = f.begin_shot(act, act.whom, SAVED)
    s.result, s.keeper, s.bound, s.passer = result, keeper, True, -1


def on_save(f: Fold, act: Act) -> None:
    """Saved; an outfield player who stops the ball blocks it."""
    keeper, s = act.who, f.shot
    if keeper >= 0 and s is not None and keeper == s.who:
        if _participle(act):
            _end(f, act, "saved")  # "ci prova dal limite, parato"
            s.loose = True  # "deviato da un difensore"
        return
    if not act.strong and act.whom < 0:
        return  # "raccoglie una respinta"
    if _gets_there(f, act):
        f.begin_shot(act, keeper, GUESSED)
        return
    if f.outfield(keeper) and not (_verbs(act) & f.v.catching and not f.known_outfield(keeper)):
        if act.whom >= 0 and f.opposed(keeper, act.whom):
            _stop(f, act, "blocked", -1)
        elif (s is not None and f.opposed(keeper, s.who)) or (s is None and act.bound):
            _end(f, act, "blocked")
        return
    told = act.whom >= 0 and act.whom != keeper
    if told and keeper >= 0 and (s is None or (s.who not in (-1, act.whom) and s.result is not None)):
        f.flush_shot()
    if told and f.shot is None:
        f.shot = s = f.shot_of(act, act.whom, SAVED)
        s.result, s.keeper, s.bound, s.passer = "saved", keeper, True, -1
        return
    weak = act.low in f.v.weak_saves or act.category == "stop_words"
    if weak and keeper < 0 and not act.bound:
        return
    if (
        f.shot is None
        and not weak
        and keeper >= 0
        and act.near >= 0
        and not f.keeper(act.near)
        and f.opposed(keeper, act.near)
    ):
        f.shot = s = f.shot_of(act, act.near, GUESSED)
        s.bound, s.passer = False, -1
    _end(f, act, "saved", keeper)
    if act.whom >= 0 and f.shot is not None and not f.shot.bound:
        f.shot.who = act.whom


def _gets_there(f: Fold, act: Act) -> bool:
    """Whether who reaches the ball is a mate of him who gave it: "cross di X, e Y ci arriva", no save."""
    ball = f.passed
    if ball is None or ball.sent != act.sent or act.low != "ci" or not act.bound or not f.outfield(act.who):
        return False
    giver, taker = (f.r.people[who].team if who >= 0 else None for who in (ball.who, act.who))
    return ball.who != act.who and taker is not None and giver == taker


def on_joy(f: Fold, act: Act) -> None:
    """Who is glad of an attempt whose end is not told has scored: "ci arriva X. Si toglie la maglia"."""
    s = f.shot
    if s is not None and f.goal is None and s.result is None and act.real and act.bound and act.who == s.who:
        glad_of(f, act)


def on_test(f: Fold, act: Act) -> None:
    """An attempt saved, told from the shooter's side: "X impegna Y"."""
    s = f.shot
    if act.who < 0:
        if s is not None:
            _end(f, act, "saved", act.whom)
        return
    if f.outfield(act.whom) and not f.opposed(act.who, act.whom):
        return
    blocked = act.category == "wall_noun" and not f.keeper(act.whom)
    blocked = blocked or (act.category == "answer_noun" and f.outfield(act.whom))
    done = {v for t in f.r.toks[act.pos : act.end] for v in lemmas(t.low)}
    blocked = blocked or (bool(done & f.v.blocking) and not f.keeper(act.whom))
    result, keeper = ("blocked", -1) if blocked else ("saved", act.whom)
    if s is not None and s.who in (-1, act.who) and s.sent >= act.sent - 1:
        s.who = act.who
        _end(f, act, result, keeper)
        return
    s = f.begin_shot(act, act.who, SAVED)
    s.result, s.keeper = result, keeper
