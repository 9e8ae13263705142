"""Gold reports with all persons and clubs exchanged: what a reader gets right there it has not learnt by heart."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from core.evaluate_cast import MODES, Cast, NewClub, NewPerson, article, words
from core.evaluate_names import PERSON_LABELS
from core.evaluate_report import GoldFile
from core.gold import gold_from_report, report_from_gold, slug
from core.knowledge import lexicon
from core.schema import Label, MatchReport, Mention

__all__ = ["MODES", "mutate"]

PERSON_FIELDS = ("player", "assist", "player_in", "player_out", "goalkeeper", "fouled", "fouler")


def _person_form(form: str, new: NewPerson) -> str:
    """Return a new name in the manner of the old one: surname alone, with an initial, in full, in capitals."""
    parts = form.split()
    initial = f"{new.given[:1]}." if new.given else ""
    if len(parts) == 1 or parts[0].lower() in words()["particles"]:
        made = new.surname
    elif re.fullmatch(r"[^\W\d_]\.", parts[0]):
        made = f"{initial} {new.surname}".strip()
    elif re.fullmatch(r"[^\W\d_]\.", parts[-1]):
        made = f"{new.surname} {initial}".strip()
    else:
        made = new.name
    return made.upper() if form.isupper() and len(form) > 2 else made


def _team_form(mention: Mention, new: NewClub, chance: random.Random) -> str | None:
    """Return the new club in the manner of the old mention; None for an epithet that cannot be said of it."""
    if mention.text[:1].islower():
        return chance.choice(new.epithets) if new.epithets and mention.text.endswith("i") else None
    return new.name.upper() if mention.text.isupper() and len(mention.text) > 3 else new.name


class Change(NamedTuple):
    """One replacement in the text; ``mention`` is what stands there afterwards."""

    start: int
    end: int
    before: str
    """The article, which stands before the name."""
    new: str
    mention: Mention


ARTICLE = re.compile(r"(?<!\w)([^\W\d_]+['’]|[^\W\d_]+ )$")


def _change(text: str, mention: Mention, new: str, feminine: bool, **becomes: object) -> Change:
    start, before = mention.start, ""
    found = ARTICLE.search(text, max(0, start - 8), start)
    if found and mention.label == Label.TEAM:
        told = found.group(1).strip().replace("’", "'")
        right = article(told, new, feminine)
        if right != told:
            before, start = right if right.endswith("'") else right + " ", found.start(1)
    return Change(start, mention.end, before, new, mention.model_copy(update={"text": new, **becomes}))


def _changes(report: MatchReport, cast: Cast) -> Iterator[Change]:
    nations = {c.name for c in lexicon().clubs if c.kind == "national"}
    for m in report.mentions:
        if m.label == Label.TEAM:
            if m.name in nations:
                continue
            club = cast.club(m.name)
            form = _team_form(m, club, cast.chance)
            if form is not None:
                yield _change(report.text, m, form, club.feminine, name=club.name, team=club.name)
        elif m.label in PERSON_LABELS:
            team = m.team if m.team and m.team not in nations else None
            person = cast.person(m.name, m.label, team)
            side = cast.club(team).name if team else m.team
            yield _change(report.text, m, _person_form(m.text, person), False, name=person.name, team=side)


def mutate(file: GoldFile, mode: str, seed: int = 1) -> GoldFile:
    """Return the report with other persons and clubs, its gold changed alike; epithets that do not fit go unmarked."""
    report = report_from_gold(file.gold, file.text)
    names = {m.name for m in report.mentions} | {m.text for m in report.mentions}
    cast = Cast(mode, random.Random(f"{seed} {mode} {file.stem}"), names)
    cast.keepers = {e.goalkeeper for e in report.events if e.goalkeeper}
    changes = sorted(_changes(report, cast))
    changed = {(c.mention.start, c.mention.end) for c in changes}
    pieces: list[str] = []
    marks: list[tuple[int, int]] = [(0, 0)]
    mentions: list[Mention] = []
    at = length = 0
    for c in changes:
        kept = file.text[at : c.start]
        begin = length + len(kept) + len(c.before)
        mentions.append(c.mention.model_copy(update={"start": begin, "end": begin + len(c.new)}))
        pieces += [kept, c.before, c.new]
        at, length = c.end, begin + len(c.new)
        marks += [(c.start, begin - len(c.before)), (c.end, length)]
    text = "".join([*pieces, file.text[at:]])

    def moved(offset: int) -> int:
        old, new = max(m for m in marks if m[0] <= offset)
        return min(new + offset - old, len(text))

    for m in report.mentions:
        epithet = m.label == Label.TEAM and m.text[:1].islower()
        if (m.start, m.end) not in changed and not epithet:
            mentions.append(m.model_copy(update={"start": moved(m.start), "end": moved(m.end)}))
    mutant = _recast(report, cast, text, moved, sorted(mentions, key=lambda m: m.start))
    return GoldFile(file.stem, text, gold_from_report(mutant, file.gold["kind"]) | {"id": file.stem}, file.path)


def _recast(
    report: MatchReport, cast: Cast, text: str, moved: Callable[[int], int], mentions: list[Mention]
) -> MatchReport:
    def club(name: str | None) -> str | None:
        return cast.clubs[name].name if name in cast.clubs else name

    events = []
    for e in report.events:
        change: dict[str, object] = {f: cast.by_name(getattr(e, f)) for f in PERSON_FIELDS}
        span = (moved(e.start), moved(e.end))
        events.append(
            e.model_copy(update={**change, "team": club(e.team), "start": span[0], "end": span[1], "evidence": [span]})
        )
    match = report.match.model_copy(
        update={
            **{k: club(getattr(report.match, k)) for k in ("home", "away")},
            **{k: cast.by_name(getattr(report.match, k)) for k in ("referee", "home_coach", "away_coach")},
        }
    )
    named = [m.model_copy(update={"entity": slug(m.name)}) for m in mentions]
    return report.model_copy(update={"text": text, "match": match, "events": events, "mentions": named})
