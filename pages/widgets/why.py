"""Why a name was read as it was: the rule, how sure, and what the lexicon says of it."""

from __future__ import annotations

from core.i18n import tr, trn
from core.lexicon_search import KINDS, Line, entries_of, namesakes
from core.schema import Mention
from core.wording import LABEL, rule_text
from pages.widgets import html, state

SHOWN = 4


def source_text(source: str) -> str:
    """Say where an entry comes from."""
    return tr("your own entry") if source == "own" else source


def entry_row(line: Line, name: str) -> dict[str, str]:
    """Write an entry of the lexicon for the page."""
    told = " · ".join(part for part in ("" if line.name == name else line.name, line.detail) if part)
    return {"kind": tr(KINDS[line.kind]), "detail": told, "source": source_text(line.source)}


def why_mention(mention: Mention, times: int) -> None:
    """Say who a mention is, by which rule, and which entries of the lexicon know the name."""
    entries = entries_of(state.lexicon(), mention.name, mention.team)
    html.show(
        "why.html",
        words=mention.text,
        name=mention.name,
        label=tr(LABEL[str(mention.label)]),
        team=mention.team if mention.label != "TEAM" else None,
        rule=rule_text(mention.rule) or tr("as written"),
        sure=tr("{percent} % sure", percent=round(100 * mention.confidence)),
        times=trn("named {n} time", "named {n} times", times),
        entries=[entry_row(line, mention.name) for line in entries[:SHOWN]],
        more=max(0, len(entries) - SHOWN),
        others=_namesakes(mention),
    )


def _namesakes(mention: Mention) -> list[str]:
    """Who else bears the name in the squads of that season, the two sides' men first."""
    match = state.desk().report.match
    if mention.label != "PLAYER" or not match.season:
        return []
    sides = (match.home, match.away)
    found = [p for p in namesakes(state.lexicon(), mention.text, match.season) if p.name != mention.name]
    return [f"{p.name} ({p.club})" for p in sorted(found, key=lambda p: p.club not in sides)[:SHOWN]]
