"""Readings in words: clock, events, kinds, doubts and errors as the interface says them."""

from __future__ import annotations

from core import error_words
from core.errors import CronacaError
from core.i18n import mark, tr
from core.match_clock import PERIODS as SPANS
from core.schema import Clock, Doubt, Event, MatchReport

LABELS = {
    "PLAYER": mark("players"),
    "COACH": mark("coaches"),
    "REFEREE": mark("match officials"),
    "TEAM": mark("teams"),
    "STADIUM": mark("grounds"),
    "COMPETITION": mark("competitions"),
    "PLACE": mark("places"),
    "PERSON": mark("other people"),
}
LABEL = {
    "PLAYER": mark("player"),
    "COACH": mark("coach"),
    "REFEREE": mark("match official"),
    "TEAM": mark("team"),
    "STADIUM": mark("ground"),
    "COMPETITION": mark("competition"),
    "PLACE": mark("place"),
    "PERSON": mark("person outside the match"),
}
KINDS = {
    "goal": mark("Goals"),
    "disallowed_goal": mark("Disallowed goals"),
    "penalty_awarded": mark("Penalties awarded"),
    "penalty_missed": mark("Penalties missed"),
    "card": mark("Cards"),
    "substitution": mark("Substitutions"),
    "shot": mark("Shots"),
    "injury": mark("Injuries"),
}
MARKS = {
    "goal": mark("goal"),
    "own_goal": mark("own goal"),
    "disallowed_goal": mark("disallowed goal"),
    "penalty_awarded": mark("penalty awarded"),
    "penalty_missed": mark("penalty missed"),
    "yellow": mark("yellow card"),
    "second_yellow": mark("second yellow card"),
    "red": mark("red card"),
    "substitution": mark("substitution"),
    "shot": mark("shot"),
    "injury": mark("injury"),
}
CARDS = {"yellow": mark("Yellow card"), "second_yellow": mark("Second yellow card"), "red": mark("Red card")}
RESULTS = {
    "saved": mark("saved"),
    "off_target": mark("off target"),
    "blocked": mark("blocked"),
    "woodwork": mark("woodwork"),
}
FIELDS = {
    "type": mark("what happened"),
    "kind": mark("what happened"),
    "player": mark("who"),
    "player_in": mark("who comes on"),
    "player_out": mark("who goes off"),
    "team": mark("which side"),
    "minute": mark("when"),
    "assist": mark("assist"),
    "goalkeeper": mark("goalkeeper"),
    "result": mark("how it ended"),
    "card": mark("which card"),
    "fouled": mark("who was fouled"),
    "fouler": mark("who fouled"),
    "penalty": mark("penalty"),
    "own_goal": mark("own goal"),
    "score_after": mark("score"),
}
PERIODS = {1: mark("first half"), 2: mark("second half"), 3: mark("first extra time"), 4: mark("second extra time")}
ERRORS = {
    "empty": mark("There is no text here. Paste a match report, or choose a file that contains one."),
    "too-large": mark("This text is too long: up to {limit} characters can be read at once."),
    "unreadable-file": mark("This file cannot be read as text."),
    "broken-pdf": mark("This PDF is damaged and cannot be opened."),
    "scanned-pdf": mark("This PDF holds pictures of pages, not text. Paste the text itself."),
    "broken-docx": mark("This .docx is not a Word document."),
    "zip-bomb": mark("This archive is too big, or holds other archives. Unpack it first."),
    "unknown-type": mark("Files of this type are not read. Use txt, md, html, docx, pdf or a zip of these."),
    "reader-failed": mark("The reader stumbled over this text: a fault of ours. Nothing else is lost."),
    "not-a-report": mark("This does not read like the report of a football match."),
    "not-italian": mark("This text does not seem to be Italian. Cronaca reads Italian reports only."),
    "too-short": mark("This text is too short for a match report. Paste at least a sentence that tells what happened."),
    "nested-archive": mark("This is an archive inside an archive. Unpack it first."),
    "not-saved": mark("This report was read but could not be saved. Import it again."),
    "not-a-backup": mark("This is no backup of an archive; nothing was changed. Choose a file made by Back up."),
    "unknown-table": mark("This table lacks columns. It needs: {columns}."),
    "unknown-date": mark("«{value}» in line {line} is no date: write it as 2024-03-01."),
    "web-address": mark("This is a web address. Nothing is fetched from the network: paste the text of the page."),
    **error_words.ERRORS,
}


RULES = {
    "squad": mark("in the squad of that season"),
    "sheet": mark("printed in the match sheet"),
    "form": mark("written like a name, and used like one"),
    "context": mark("from the words around it"),
    "person": mark("a known footballer's name"),
    "nickname": mark("a known nickname"),
    "club": mark("a known club"),
    "epithet": mark("what the side is called"),
    "stadium": mark("a known ground"),
    "competition": mark("a known competition"),
    "place": mark("a known place"),
    "referee": mark("a known referee"),
    "coach": mark("a known coach"),
    "alias": mark("told by you"),
    "gold": mark("annotated by hand"),
    "corrected": mark("put right by you"),
}
"""Rule that found a name -> why, in words."""


def rule_text(rule: str) -> str:
    """Say why a rule took something; a rule without words of its own keeps its name."""
    return tr(RULES[rule]) if rule in RULES else rule


def clock_text(clock: Clock) -> str:
    """Write a clock as ``45'+2``."""
    minute, added = clock
    return f"{minute}'+{added}" if added else f"{minute}'"


def when(event: Event) -> str:
    """Write the minute of an event as the text tells it: ``59'``, ``45'+2``, ``~80'``, ``46'–60'`` or nothing."""
    if event.minute is not None:
        words = clock_text((event.minute, event.added or 0))
        return f"~{words}" if event.approx else words
    if event.earliest and event.latest and event.earliest != event.latest and not _whole_half(event):
        return f"{clock_text(event.earliest)}–{clock_text(event.latest)}"
    return ""


def _whole_half(event: Event) -> bool:
    """Whether no more is known of the time than the half."""
    low, high = SPANS.get(event.period or 0, (0, 0))
    return event.earliest == (low + 1, 0) and event.latest is not None and event.latest[0] == high


def goal_note(event: Event) -> str:
    """Return what is printed behind a scorer: ``pen.``, ``o.g.`` or nothing."""
    if event.type != "goal":
        return ""
    return tr("o.g.") if event.own_goal else tr("pen.") if event.penalty else ""


def what(event: Event) -> str:
    """Say what happened, without the person: ``Goal (penalty)``, ``Shot, saved``."""
    kind = str(event.type)
    if kind == "goal":
        notes = [tr("penalty")] * event.penalty + [tr("own goal")] * event.own_goal
        return tr("Goal") + (f" ({', '.join(notes)})" if notes else "")
    if kind == "card":
        return tr(CARDS[event.card]) if event.card else tr("Card")
    if kind == "shot":
        return tr("Shot") + (f", {tr(RESULTS[event.result])}" if event.result else "")
    single = {
        "disallowed_goal": tr("Disallowed goal"),
        "penalty_awarded": tr("Penalty awarded"),
        "penalty_missed": tr("Penalty missed"),
        "substitution": tr("Substitution"),
        "injury": tr("Injury"),
    }
    return single[kind]


def who(event: Event) -> str:
    """Name the people of an event: scorer and assist, the men of a substitution, who was fouled."""
    kind = str(event.type)
    if kind == "substitution":
        return tr("{player_in} for {player_out}", player_in=event.player_in or "?", player_out=event.player_out or "?")
    if kind == "penalty_awarded":
        parts = [tr("foul on {name}", name=event.fouled)] if event.fouled else []
        parts += [tr("by {name}", name=event.fouler)] if event.fouler else []
        return ", ".join(parts) or (event.team or "")
    name = event.player or tr("not named")
    if kind == "goal" and event.assist:
        return tr("{name}, from {assist}", name=name, assist=event.assist)
    if event.goalkeeper and kind in ("shot", "penalty_missed"):
        return tr("{name}, goalkeeper {keeper}", name=name, keeper=event.goalkeeper)
    return name


def describe(event: Event) -> str:
    """Say an event in one line: ``59' Goal (penalty): Koopmeiners``."""
    return " ".join(part for part in (when(event), f"{what(event)}: {who(event)}") if part)


def doubt_text(doubt: Doubt, report: MatchReport) -> str:
    """Say a doubt in the language in use; a code not in the catalogue keeps the reader's own words."""
    template = DOUBTS.get(doubt.code)
    if template is None:
        return doubt.message
    values = {"events": "; ".join(describe(e) for e in report.events if e.id in doubt.events), **doubt.values}
    try:
        return tr(template).format(**values)
    except (KeyError, IndexError):
        return doubt.message


DOUBTS: dict[str, str] = {
    "side-unknown": mark("The text does not name both sides, or not in words that I know."),
    "score-unknown": mark("The final score is not written, and the goals do not settle it."),
    "score-unsure": mark("I read {score} as the final score, but the text also speaks for {other}."),
    "goal-count": mark("The score speaks of {said} goals; I find {told} in the text."),
    "goal-without-minute": mark("The text does not tell the minute of these goals: {events}."),
    "goal-unsure": mark("I am not sure of the goal by {player}."),
    "goal-inferred": mark(
        "No words say outright that {player} scored: the score lacks a goal, and this passage may tell it."
    ),
}
"""Doubt code -> message."""


def error_text(error: CronacaError) -> str:
    """Say an error in the language in use."""
    template = ERRORS.get(error.code)
    if template is None:
        return str(error)
    try:
        return tr(template).format(**error.values)
    except (KeyError, IndexError):
        return str(error)
