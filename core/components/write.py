"""From reconciled tellings to the events of the contract: times, sides, evidence, order and running score."""

from __future__ import annotations

from dataclasses import dataclass

from core.cards import RANK
from core.changes_pairs import Change
from core.clock import Moment, _lead_end
from core.incidents import Shot
from core.ledger import Account, Telling, Time, best_account
from core.minutes import number_words
from core.reading import Reading
from core.schema import Event, EventType, Score, Span
from core.sheet_model import SheetMinute, SheetName


@dataclass(slots=True)
class When:
    """A time with the words that tell it."""

    minute: int | None = None
    added: int | None = None
    approx: bool = False
    period: int | None = None
    span: Span | None = None

    @property
    def key(self) -> Time:
        """As the ledger takes it."""
        return self.minute, self.added, self.approx


class Writer:
    """Writes the events of one reading."""

    def __init__(self, r: Reading) -> None:
        self.r, self.told = r, r.told
        self.lead_end = _lead_end(r)
        self.events: list[Event] = []
        self.at = {t.start: t.i for t in r.toks}
        self.by_token = {n.a: n for n in r.names if n.person >= 0}

    # helpers ----------------------------------------------------------------------------------------------------------

    def when(self, token: int, inherit: bool = False, change: bool = False) -> When:
        """The time in force at a token; with ``inherit`` also that of the sentence before."""
        index = self.told.time_at.get(token, -1)
        if index < 0 and inherit:
            sent = self.r.toks[token].sent
            before = [i for i in self.told.time_at if i < token and self.r.toks[i].sent >= sent - 1]
            index = self.told.time_at[max(before)] if before else -1
        if index < 0:
            return When(period=self.told.period_at[token])
        return self._moment(index, token, change)

    def sheet_when(self, minute: SheetMinute | None) -> When:
        """The time of a line of a match sheet."""
        if minute is None:
            return When()
        return When(minute.minute, minute.added, minute.approx, minute.period, (minute.start, minute.end))

    def person(self, name: SheetName | None) -> int:
        """The person whom a sheet names."""
        found = self.by_token.get(self.at.get(name.start, -1)) if name is not None else None
        return found.person if found is not None else -1

    def called(self, person: int) -> str | None:
        """The canonical name."""
        return self.r.people[person].name if person >= 0 else None

    def team(self, person: int) -> str | None:
        """The side of a person."""
        return self.r.people[person].team if person >= 0 else None

    def token_span(self, a: int, b: int) -> Span:
        """The span in the pasted text of tokens ``[a, b)``."""
        b = max(a + 1, min(b, len(self.r.toks)))
        return self.r.view.span(self.r.toks[a].start, self.r.toks[b - 1].end)

    def sentence(self, token: int) -> tuple[int, int]:
        """The tokens of the sentence round a token."""
        sent = self.r.toks[token].sent
        a = b = token
        while a > 0 and self.r.toks[a - 1].sent == sent:
            a -= 1
        while b < len(self.r.toks) and self.r.toks[b].sent == sent:
            b += 1
        return a, b

    def add(self, kind: EventType, w: When, spans: list[Span], confidence: float, rule: str, **fields: object) -> Event:
        """Append an event."""
        because = {"minute": self.r.view.span(*w.span)} if w.span else {}
        start, end = spans[0]
        event = Event(
            type=kind, period=w.period, minute=w.minute, added=w.added, approx=w.approx, start=start, end=end,
            evidence=spans, because=because, confidence=round(max(0.02, min(0.99, confidence)), 3), rule=rule, **fields,  # type: ignore[arg-type]
        )  # fmt: skip
        self.events.append(event)
        return event

    # kinds ------------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write all events, in order, with ids and running score."""
        self.penalties()
        self.goals()
        self.substitutions()
        self.cards()
        self.shots()
        self.injuries()
        self.disallowed()
        self.number()
        self.half_time()
        self.r.events = self.events

    def _telling(self, pos: int) -> str:
        return "lead" if pos < self.lead_end or self.r.toks[pos].section == "headline" else "body"

    def accounts(self) -> tuple[Score | None, list[Account]]:
        """The final score and the goals of sheets and prose, reconciled."""
        tellings: list[Telling] = []
        for sheet in self.r.sheets:
            for g in sheet.goals:
                who = self.person(g.player)
                team = self.r.sides[g.side] if g.side is not None else None
                if team is None and who >= 0 and self.team(who):
                    team = self.r.other(self.team(who)) if g.own_goal else self.team(who)
                w = self.sheet_when(g.minute)
                a = self.at.get(g.player.start, 0)
                tellings.append(
                    Telling(who, team, w.key, w.period, 2.0, g.penalty, g.own_goal, -1, None, a, a + 1, "sheet")
                )
        for goal in self.told.goals:
            w = self.when(goal.pos) if goal.time < 0 else self._moment(goal.time, goal.pos)
            team = self.team(goal.who)
            if goal.own and team:
                team = self.r.other(team)
            tellings.append(
                Telling(
                    goal.who,
                    team or goal.team,
                    w.key,
                    w.period,
                    goal.weight,
                    False,
                    goal.own,
                    goal.assist,
                    goal.score,
                    goal.pos,
                    goal.end,
                    self._telling(goal.pos),
                    goal,
                )  # fmt: skip
            )
        for p in self.told.penalties:
            if p.scored and p.taker >= 0:
                w = self.when(p.kick_pos, inherit=True)
                tellings.append(
                    Telling(
                        p.taker,
                        self.team(p.taker),
                        w.key,
                        w.period,
                        0.9,
                        True,
                        False,
                        -1,
                        None,
                        p.kick_pos,
                        p.end,
                        self._telling(p.kick_pos),
                    )
                )
        claims = {(who, self.team(who)): n for who, n in self.told.claims.items()}
        return best_account(tellings, self.r.scores, self.r.match.home, self.r.match.away, claims)

    def goals(self) -> None:
        """Write the goals."""
        self.r.match.score, accounts = self.accounts()
        for account in accounts:
            self._goal(account)

    def _moment(self, index: int, pos: int, change: bool = False) -> When:
        m: Moment = self.told.moments[index]
        period = self.told.period_at[pos]
        if m.expr.kind == "interval" and not change:
            return When(period=2)  # "in avvio di ripresa" dates a change of men, not a shot
        return When(m.minute, m.added, m.approx, m.period or period, (m.expr.start, m.expr.end))

    def _goal(self, account: Account) -> None:
        minute, added, approx = account.time
        own = any(t.own for t in account.tellings)
        penalty = any(t.penalty for t in account.tellings) and not own
        assist = next((t.assist for t in account.tellings if t.assist >= 0 and t.source != "sheet"), -1)
        if (
            penalty
            or assist == account.who
            or (assist >= 0 and account.team and self.team(assist) not in (account.team, None))
        ):
            assist = -1
        period = next((t.period for t in account.tellings if t.time[0] is not None and t.period), None) or next(
            (t.period for t in account.tellings if t.period), None
        )
        ordered = sorted(account.tellings, key=lambda t: (t.source == "sheet", t.source == "lead", t.pos))
        spans = [
            self.token_span(t.pos, t.end) if t.source == "sheet" else self.token_span(*self._goal_tokens(t))
            for t in ordered
        ]
        self.add(
            EventType.GOAL, When(minute, added, approx, period), spans, 0.5 + 0.12 * min(account.weight, 4.0),
            "+".join(sorted({k for t in account.tellings if t.goal for k in t.goal.kinds} | {t.source for t in account.tellings if t.source == "sheet"})),
            team=account.team, player=self.called(account.who), penalty=penalty, own_goal=own, assist=self.called(assist),
        )  # fmt: skip

    def _goal_tokens(self, t: Telling) -> tuple[int, int]:
        a, b = self.sentence(t.pos)
        return max(a, t.pos - 12), min(max(b, t.end), t.end + 8)

    def penalties(self) -> None:
        """Awards and missed kicks; scored kicks mark their goals."""
        seen: list[When] = []
        for p in self.told.penalties:
            team = p.team if p.team in self.r.sides else None
            team = self.team(p.taker) or self.team(p.fouled) or self.r.other(self.team(p.fouler)) or team
            kick = self.when(p.kick_pos, inherit=True) if p.kick_pos >= 0 else When()
            award = self.when(p.award_pos) if p.award_pos >= 0 else When()
            if award.minute is None and kick.minute is not None:
                award = When(kick.minute, kick.added, True, kick.period, kick.span)
            spans = [self.token_span(*self.sentence(p.pos))]
            if p.award and team is not None and not any(w.minute is not None and w.key == award.key for w in seen):
                self.add(
                    EventType.PENALTY_AWARDED,
                    award,
                    spans,
                    0.7,
                    "award",
                    team=team,
                    fouled=self.called(p.fouled),
                    fouler=self.called(p.fouler),
                )
                seen.append(award)
            if p.missed and p.taker >= 0:
                self.add(
                    EventType.PENALTY_MISSED, kick if kick.minute is not None else award, [self.token_span(*self.sentence(p.kick_pos))], 0.7, "missed",
                    team=self.team(p.taker) or team, player=self.called(p.taker), goalkeeper=self.called(p.keeper),
                )  # fmt: skip

    def substitutions(self) -> None:
        """Substitutions of sheets, completed by those that only the prose tells."""
        done: list[tuple[int, int]] = []
        for sheet in self.r.sheets:
            for s in sheet.subs:
                a, b = self.person(s.in_), self.person(s.out)
                if (a, b) in done or (a < 0 and b < 0):
                    continue
                done.append((a, b))
                self._substitution(a, b, self.sheet_when(s.minute), [self.r.view.span(*s.span)], 0.97, "sheet")
        hurt = {(self.r.toks[t].sent, who) for who, t, _ in self.told.injuries}
        for c in sorted(self.told.changes, key=lambda c: -c.weight):
            if c.out < 0 and c.in_ >= 0:
                sent = self.r.toks[c.pos].sent
                gone = [
                    who for s, who in hurt if s == sent and who != c.in_ and self.team(who) in (self.team(c.in_), None)
                ]
                if len(gone) == 1:
                    c.out, c.weight = gone[0], 1.0
            known = next((d for d in done if (c.in_ >= 0 and c.in_ in d) or (c.out >= 0 and c.out in d)), None)
            if known is not None or c.weight < 0.5:
                continue
            if any(self.r.people[p].label != "PLAYER" for p in (c.in_, c.out) if p >= 0):
                continue
            if (
                c.in_ >= 0
                and c.out >= 0
                and self.team(c.in_)
                and self.team(c.out)
                and self.team(c.in_) != self.team(c.out)
            ):
                if c.weight < 1.0:
                    continue
            done.append((c.in_, c.out))
            self._substitution(
                c.in_,
                c.out,
                self.came_on(c) if c.came_on else self.when(c.pos, change=True),
                [self.token_span(c.pos, c.end)],
                0.55 + 0.3 * c.weight,
                c.rule,
            )

    def came_on(self, c: Change) -> When:
        """ "entrato al 60'", "in campo da dieci minuti": the time of coming on, not of what the man does now."""
        toks = self.r.toks
        near = [m for m in self.told.moments if c.pos < m.a <= c.pos + 6 and toks[m.a].sent == toks[c.pos].sent]
        if near:
            m = near[0]
            return When(m.minute, m.added, m.approx, m.period, (m.expr.start, m.expr.end))
        hurt = next((a for who, a, _ in self.told.injuries if who == c.out and c.out >= 0), None)
        if hurt is not None:
            return self.when(hurt)
        now = self.when(c.pos)
        words_after = [t.low for t in toks[c.pos : c.pos + 9]]
        for k, low in enumerate(words_after[:-2]):
            if low == "da" and words_after[k + 2] in ("minuti", "minuto"):
                ago = (
                    int(words_after[k + 1]) if words_after[k + 1].isdigit() else number_words().get(words_after[k + 1])
                )
                if ago is not None and now.minute is not None:
                    return When(now.minute - ago, None, now.approx, now.period, now.span)
        return When(period=now.period)

    def _substitution(self, a: int, b: int, w: When, spans: list[Span], confidence: float, rule: str) -> None:
        team = self.team(b) or self.team(a)
        self.add(
            EventType.SUBSTITUTION,
            w,
            spans,
            confidence,
            rule,
            team=team,
            player_in=self.called(a),
            player_out=self.called(b),
        )

    def cards(self) -> None:
        """Cards of sheets and prose, one colour a person; a second yellow swallows the red it brings."""
        found: dict[int, list[tuple[str, When, list[Span], float, str]]] = {}
        for sheet in self.r.sheets:
            for c in sheet.cards:
                who = self.person(c.player)
                if who >= 0:
                    found.setdefault(who, []).append(
                        (c.card, self.sheet_when(c.minute), [self.r.view.span(*c.span)], 0.97, "sheet")
                    )
        for b in self.told.cards:
            if self.r.people[b.who].label not in ("PLAYER", "COACH"):
                continue
            w = When() if b.timeless else self.when(b.pos)
            found.setdefault(b.who, []).append(
                (b.card, w, [self.token_span(b.pos, b.end)], 0.5 + 0.3 * b.weight, "card")
            )
        for who, cards in found.items():
            merged: list[tuple[str, When, list[Span], float, str]] = []
            for card in sorted(cards, key=lambda c: (c[4] != "sheet", c[1].minute is None)):
                same = next((k for k, m in enumerate(merged) if _one_card(m, card)), None)
                if same is None:
                    merged.append(card)
                    continue
                m = merged[same]
                colour = card[0] if RANK[card[0]] > RANK[m[0]] else m[0]
                merged[same] = (
                    colour,
                    m[1] if m[1].minute is not None else card[1],
                    m[2] + card[2],
                    max(m[3], card[3]),
                    m[4],
                )
            for colour, w, spans, confidence, rule in merged:
                self.add(
                    EventType.CARD,
                    w,
                    spans,
                    confidence,
                    rule,
                    team=self.team(who),
                    player=self.called(who),
                    card=colour,
                )

    def shots(self) -> None:
        """Attempts that were no goals and no penalty kicks."""
        kicks = {(p.taker, self.r.toks[p.kick_pos].sent) for p in self.told.penalties if p.kick_pos >= 0}
        goals = [(self.r.toks[g.pos].sent, g) for g in self.told.goals]
        for s in self.told.shots:
            if (s.who, s.sent) in kicks or self.r.people[s.who].label != "PLAYER":
                continue
            if s.result is None and (s.noun or any(g.who == s.who and abs(sent - s.sent) <= 1 for sent, g in goals)):
                continue
            self._shot(s)

    def _shot(self, s: Shot) -> None:
        w = self._moment(s.time, s.pos) if s.time >= 0 else self.when(s.pos)
        confidence = 0.75 * s.weight if s.result else 0.4
        self.add(
            EventType.SHOT, w, [self.token_span(s.pos, s.end)], confidence, "attempt" + ("+" + s.result if s.result else ""),
            team=self.team(s.who), player=self.called(s.who), result=s.result, goalkeeper=self.called(s.keeper) if s.result == "saved" else None,
        )  # fmt: skip

    def injuries(self) -> None:
        """Players hurt."""
        seen: set[int] = set()
        for who, a, b in self.told.injuries:
            if who not in seen:
                seen.add(who)
                self.add(
                    EventType.INJURY,
                    self.when(a),
                    [self.token_span(a, b)],
                    0.6,
                    "injury",
                    team=self.team(who),
                    player=self.called(who),
                )

    def disallowed(self) -> None:
        """Goals that did not count."""
        for who, a, b in self.told.disallowed:
            self.add(
                EventType.DISALLOWED_GOAL,
                self.when(a),
                [self.token_span(a, b)],
                0.6,
                "disallowed",
                team=self.team(who),
                player=self.called(who),
            )

    def number(self) -> None:
        """Ids, order and running score."""
        self.events.sort(
            key=lambda e: ((e.minute or {1: 30, 2: 75, 3: 100, 4: 115}.get(e.period or 0, 60)), e.added or 0, e.start)
        )
        score = [0, 0]
        for k, e in enumerate(self.events):
            e.id, e.order = f"e{k + 1}", k + 1
            if e.minute is not None:
                e.earliest = e.latest = (e.minute, e.added or 0)
            if e.type == EventType.GOAL and e.team in self.r.sides and e.team is not None:
                score[0 if e.team == self.r.match.home else 1] += 1
                e.score_after = (score[0], score[1])

    def half_time(self) -> None:
        """The score at half time, where every goal of the final score is known to fall before or after it."""
        goals = [e for e in self.events if e.type == EventType.GOAL]
        final = self.r.match.score
        if (
            self.r.match.half_time is not None
            or final is None
            or len(goals) != sum(final)
            or not all(e.period for e in goals)
        ):
            return
        first = [e for e in goals if e.period == 1]
        self.r.match.half_time = (
            sum(e.team == self.r.match.home for e in first),
            sum(e.team == self.r.match.away for e in first),
        )


def _one_card(m: tuple[str, When, list[Span], float, str], c: tuple[str, When, list[Span], float, str]) -> bool:
    """Whether two notices are of one card."""
    a, b = m[1], c[1]
    near = a.minute is None or b.minute is None or abs(a.minute + (a.added or 0) - b.minute - (b.added or 0)) <= 2
    if m[0] == c[0]:
        return near
    return near and {m[0], c[0]} == {"second_yellow", "red"}
