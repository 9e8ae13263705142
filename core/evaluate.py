"""One reading compared with its gold: names, links, header, events, minutes, evidence.

What counts: a mention whose offsets do not give its own text is thrown away; a predicted person must be one person
of the report (a name that fits two fits none); a minute where the text tells none is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from core.evaluate_counts import (
    EPITHET,
    HEADER,
    KINDS,
    NAME_LABELS,
    PERSONS_OF_HEADER,
    SCORES_OF_HEADER,
    Difference,
    Json,
    Judged,
    Scores,
)
from core.evaluate_names import People, fold, same_name
from core.gold import gold_mentions
from core.schema import EventType, Label

LINKS = {"PLAYER": "people", "COACH": "people", "REFEREE": "people", "TEAM": "clubs", EPITHET: "epithets"}
INFERABLE = ("stadium", "competition")
"""Fields that may be right though the text does not say them."""
APPROXIMATE = 5
"""Minutes by which an approximate time may be off."""
NEAR = 250
"""Characters between the words of an event and those of the gold."""
LONGEST_EVIDENCE = 1500
QUOTED = 160
"""Characters of the words quoted of an event that the gold does not have."""


def score_report(gold: Json, text: str, pred: Json) -> Scores:
    """Compare one reading (the JSON of the contract) with its gold."""
    scores, people = Scores(reports=1), People(gold)
    _score_header(gold, pred, people, scores)
    _score_names(gold, text, pred, people, scores)
    for kind in KINDS:
        _score_events(kind, gold, text, pred, people, scores)
    goals = scores.strict[str(EventType.GOAL)]
    scores.exact_timelines = int(goals.wrong == goals.missed == 0)
    return scores


def _header_right(key: str, want: Any, have: Any, people: People) -> bool:  # noqa: ANN401
    if key in SCORES_OF_HEADER:
        return (list(have) if have else None) == want or (key == "half_time" and want is None)
    if want is None:
        return key in INFERABLE or not have
    if key in PERSONS_OF_HEADER and want in people.forms:
        return people.same(want, have)
    return same_name(want, have)


def _score_header(gold: Json, pred: Json, people: People, scores: Scores) -> None:
    for key in HEADER:
        want, have = gold["match"].get(key), (pred.get("match") or {}).get(key)
        right = _header_right(key, want, have, people)
        scores.header[key].add(int(right), int(not right), 0)
        if not right:
            scores.differences.append(Difference("match", key, "wrong", _said(have), _said(want)))


def _name_key(surface: str, label: str) -> tuple[str, str]:
    return fold(surface), EPITHET if label == Label.TEAM and surface[:1].islower() else label


def _score_names(gold: Json, text: str, pred: Json, people: People, scores: Scores) -> None:
    """Compare occurrences as counts of surface and label, and what they are linked to in text order."""
    want: dict[tuple[str, str], list[tuple[str, str | None]]] = defaultdict(list)
    have: dict[tuple[str, str], list[tuple[str | None, str | None]]] = defaultdict(list)
    for m in gold_mentions(gold, text):
        if m.label in NAME_LABELS:
            want[_name_key(text[m.start : m.end], m.label)].append((m.name, m.team))
    for p in sorted(pred.get("mentions", []), key=lambda p: p["start"]):
        surface = pred["text"][p["start"] : p["end"]]
        if not surface or surface != p.get("text"):
            scores.differences.append(
                Difference("name", p["label"], "discarded", str(p.get("text")), surface or "-", surface)
            )
        elif p["label"] in NAME_LABELS:
            have[_name_key(surface, p["label"])].append((p.get("name"), p.get("team")))
    for key in sorted(set(want) | set(have)):
        surface, label = key
        wanted, had = len(want[key]), len(have[key])
        both = min(wanted, had)
        scores.names[label].add(both, had - both, wanted - both)
        if wanted != had:
            verdict = "missed" if had < wanted else "spurious"
            scores.differences.append(Difference("name", label, verdict, f"{had}×", f"{wanted}×", surface))
        if label in LINKS:
            right = 0
            for (name, team), (said, side) in zip(want[key], have[key], strict=False):
                ok = (
                    same_name(name, said)
                    if LINKS[label] != "people"
                    else _person_right(label, name, team, said, side, people)
                )
                right += ok
                if not ok:
                    have_who, want_who = f"{said} ({side})", f"{name} ({team})"
                    scores.differences.append(Difference("link", label, "wrong", have_who, want_who, surface))
            scores.linked[LINKS[label]].add(right, had - right, wanted - right)


def _person_right(label: str, name: str, team: str | None, said: str | None, side: str | None, people: People) -> bool:
    return people.same(name, said) and (label == Label.REFEREE or same_name(team, side))


# -- events -----------------------------------------------------------------------------------------


def _persons_fit(gold: Json, pred: Json, people: People) -> bool:
    if gold["type"] == EventType.PENALTY_AWARDED:  # the award itself, whoever fouled whom
        return True
    if gold["type"] == EventType.SUBSTITUTION:
        told = [k for k in ("player_in", "player_out") if gold.get(k)]
        return bool(told) and all(people.same(gold[k], pred.get(k)) for k in told)
    return people.same(gold.get("player"), pred.get("player"))


def _flags_fit(gold: Json, pred: Json) -> bool:
    if gold["type"] == EventType.GOAL:
        return all(bool(gold.get(k)) == bool(pred.get(k)) for k in ("penalty", "own_goal"))
    return gold["type"] != EventType.CARD or gold["card"] == pred.get("card")


def _minute_fits(gold: Json, pred: Json) -> bool:
    """Tell whether a minute that is not told stays so, an exact one is exact, an approximate one near."""
    if gold.get("minute") is None or pred.get("minute") is None:
        return gold.get("minute") is None and pred.get("minute") is None
    want, have = ((e["minute"], e.get("added") or 0) for e in (gold, pred))
    return abs(sum(want) - sum(have)) <= APPROXIMATE if gold.get("approx") else want == have


def _evidence_fits(gold: Json, pred: Json, text: str) -> bool:
    at = text.find(gold["evidence"])
    spans = [(pred.get("start"), pred.get("end")), *(pred.get("evidence") or [])]
    return at >= 0 and any(
        a is not None and a < b <= a + LONGEST_EVIDENCE and a <= at + len(gold["evidence"]) + NEAR and b >= at - NEAR
        for a, b in spans
    )


class _Pair(NamedTuple):
    """A gold event and a predicted one with the same people; the greater, the better."""

    flags: bool
    minute: bool
    nearness: int
    gold: int
    pred: int


def _pairs(want: list[Json], have: list[Json], people: People) -> list[_Pair]:
    """Return who goes with whom, each once, the best fits first."""
    possible = [
        _Pair(_flags_fit(g, p), _minute_fits(g, p), -abs((g.get("minute") or 0) - (p.get("minute") or 0)), i, j)
        for i, g in enumerate(want)
        for j, p in enumerate(have)
        if _persons_fit(g, p, people) and same_name(g.get("team"), p.get("team"))
    ]
    chosen: list[_Pair] = []
    golds: set[int] = set()
    preds: set[int] = set()
    for pair in sorted(possible, reverse=True):
        if pair.gold not in golds and pair.pred not in preds:
            chosen.append(pair)
            golds.add(pair.gold)
            preds.add(pair.pred)
    return chosen


def _score_events(kind: str, gold: Json, text: str, pred: Json, people: People, scores: Scores) -> None:
    want = [e for e in gold["events"] if e["type"] == kind]
    have = [e for e in pred.get("events", []) if e.get("type") == kind]
    pairs = _pairs(want, have, people)
    right = {pair.pred for pair in pairs if pair.flags and pair.minute}
    scores.loose[kind].add(len(pairs), len(have) - len(pairs), len(want) - len(pairs))
    scores.strict[kind].add(len(right), len(have) - len(right), len(want) - len(right))
    for pair in pairs:
        _score_details(kind, want[pair.gold], have[pair.pred], pair, text, people, scores)
    for j, p in enumerate(have):
        scores.judged.append(Judged(kind, float(p.get("confidence", 1.0)), j in right, str(p.get("rule", ""))))
    found, used = {pair.gold for pair in pairs}, {pair.pred for pair in pairs}
    for i, g in enumerate(want):
        if i not in found:
            scores.differences.append(
                Difference("event", kind, "missed", want=_told(g), words=str(g.get("evidence") or ""))
            )
    scores.differences += [
        Difference("event", kind, "spurious", _told(p), words=_quoted(p, pred))
        for j, p in enumerate(have)
        if j not in used
    ]


def _said(value: Any) -> str:  # noqa: ANN401
    return "-" if not value else "-".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _quoted(event: Json, pred: Json) -> str:
    words = " ".join(str(pred.get("text", ""))[event.get("start") or 0 : event.get("end") or 0].split())
    return words if len(words) <= QUOTED else words[:QUOTED] + "…"


def _told_names(event: Json) -> str:
    return ", ".join(event[k] for k in ("player", "player_in", "player_out", "fouled") if event.get(k)) or "?"


def _told(event: Json) -> str:
    minute = event.get("minute")
    return f"{_told_names(event)} ({event.get('team') or '-'}) {'-' if minute is None else minute}"


def _score_details(kind: str, g: Json, p: Json, pair: _Pair, text: str, people: People, scores: Scores) -> None:
    scores.note("minutes", pair.minute)
    if kind == EventType.GOAL:
        same = bool(g.get("assist")) and people.same(g["assist"], p.get("assist"))
        scores.assists.add(int(same), int(bool(p.get("assist")) and not same), int(bool(g.get("assist")) and not same))
    if kind == EventType.SHOT and g.get("result"):
        scores.note("shot_results", g["result"] == p.get("result"))
    if g.get("evidence"):
        scores.note("evidence", _evidence_fits(g, p, text))
    if not (pair.flags and pair.minute):
        scores.differences.append(
            Difference(
                "event", kind, "wrong", _flags(p), _flags(g), str(g.get("evidence") or _quoted(p, {"text": text}))
            )
        )


def _flags(event: Json) -> str:
    """Return the minute of an event, and what else it must agree in."""
    minute, added = event.get("minute"), event.get("added")
    clock = "-" if minute is None else f"{minute}'+{added}" if added else f"{minute}'"
    told = [k for k in ("penalty", "own_goal") if event.get(k)] + ([str(event["card"])] if event.get("card") else [])
    return " ".join([_told_names(event), clock, *told])
