"""Why a name was read as it was: the rule, how sure, and what the lexicon says of it."""

from __future__ import annotations

from core.i18n import tr, trn
from core.lexicon_search import KINDS, Line, entries_of
from core.schema import Mention
from core.wording import LABEL, rule_text
from pages.widgets import html, state

SHOWN = 4


def source_text(source: str) -> str:
    """Say where an entry comes from."""
    return tr("your own entry") if source == "own" else source


def _entry(line: Line, name: str) -> dict[str, str]:
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
        entries=[_entry(line, mention.name) for line in entries[:SHOWN]],
        more=max(0, len(entries) - SHOWN),
    )
