"""A season that nobody played: made-up matches of made-up sides, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.schema import Event, Label, Lineup, Match, MatchReport, Mention

SIDES = 23
"""23 sides meet each other 506 times home and away: two such leagues make 1,000 matches."""
SQUAD = 18
ELEVEN = 11
SEED = 1
ROUND_DAYS = 4
LEAGUES = ("Girone A", "Girone B", "Girone C")
HALF, FULL = 45, 90


@dataclass(frozen=True, slots=True)
class Played:
    """A match with what its text does not tell."""

    report: MatchReport
    date: date
    competition: str
    round: str


def _squad(side: str) -> list[str]:
    return [f"{side[:4]}{chr(97 + k)}ni {side[-1]}." for k in range(SQUAD)]


def _events(chance: random.Random, home: str, away: str, text: list[str]) -> tuple[list[Event], list[Mention]]:
    """A few goals, shots, cards and changes, each told by a sentence that is added to ``text``."""
    events: list[Event] = []
    mentions: list[Mention] = []
    at = sum(map(len, text))
    kinds = [*["goal"] * chance.randint(0, 5), *["shot"] * 6, *["card"] * 4, *["substitution"] * 6]
    score = [0, 0]
    for order, minute in enumerate(sorted(chance.sample(range(1, FULL + 1), len(kinds))), start=1):
        side = chance.randrange(2)
        team = (home, away)[side]
        who, other = chance.sample(_squad(team), 2)
        kind = kinds[(order * 7) % len(kinds)]
        told = {"player": who} if kind != "substitution" else {"player_in": who, "player_out": other}
        if kind == "goal":
            score[side] += 1
            told |= {"assist": other}
        if kind == "shot":
            told |= {"result": chance.choice(["saved", "off_target", "woodwork"])}
        if kind == "card":
            told |= {"card": "yellow"}
        words = f"Al {minute}' {who} ({kind}) con {other}.\n"
        events.append(
            Event(
                id=f"e{order}",
                order=order,
                type=kind,
                team=team,
                minute=minute,
                period=1 + (minute > HALF),
                score_after=(score[0], score[1]) if kind == "goal" else None,
                start=at,
                end=at + len(words) - 1,
                **told,
            )  # fmt: skip
        )
        start = at + words.index(who)
        mentions.append(Mention(start=start, end=start + len(who), text=who, label=Label.PLAYER, name=who, team=team))
        text.append(words)
        at += len(words)
    return events, mentions


def _match(chance: random.Random, home: str, away: str, number: int) -> MatchReport:
    text = [f"{home}-{away}, partita {number}\n"]
    events, mentions = _events(chance, home, away, text)
    goals = [e.team for e in events if e.type == "goal"]
    lineups = [Lineup(team=side, starters=_squad(side)[:ELEVEN], bench=_squad(side)[ELEVEN:]) for side in (home, away)]
    match = Match(
        home=home, away=away, score=(goals.count(home), goals.count(away)), referee=f"Arbitro {number % 12}",
        season="2017/18", lineups=lineups,
    )  # fmt: skip
    return MatchReport(text="".join(text), match=match, events=events, mentions=mentions)


def synthetic_season(matches: int) -> Iterator[Played]:
    """Yield ``matches`` matches of one season, in as many leagues as they need."""
    chance = random.Random(SEED)
    number = 0
    for league in LEAGUES:
        sides = [f"Borgo {league[-1]}{chr(97 + k)}" for k in range(SIDES)]
        pairs = [(h, a) for h in sides for a in sides if h != a]
        chance.shuffle(pairs)
        for k, (home, away) in enumerate(pairs):
            if number == matches:
                return
            number += 1
            day = date(2017, 8, 20) + timedelta(days=ROUND_DAYS * (k // (SIDES // 2)) % 280)
            yield Played(_match(chance, home, away, number), day, league, str(1 + k // (SIDES // 2)))
