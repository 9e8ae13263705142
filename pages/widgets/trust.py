"""The evaluation's pieces: headline figures, tables by kind and form, calibration, differences, own corrections."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.charts_trust import calibration
from core.corrections_gold import accuracy, gold_zip, is_corrected
from core.evaluate_counts import HEADER, Difference, Scores
from core.evaluate_report import GoldFile, total
from core.i18n import mark, tr, trn
from core.trust import Measured, bins, by_kind, by_label, differences, few, headlines, measure, shipped_gold
from core.wording import KINDS, LABELS
from pages.widgets import html, state
from pages.widgets.shell import colours

FIGURES = {
    "exact_goal_timelines": mark("reports whose goals are all exact"),
    "goals": mark("goals"),
    "events_pooled_f1": mark("all events"),
    "names_f1": mark("names"),
    "people": mark("people: who, and which side"),
    "header_all": mark("header of the match"),
}
COLUMNS = {
    "kind": mark("Event"),
    "label": mark("Name"),
    "form": mark("Form"),
    "n": mark("In the gold"),
    "reports": mark("Reports"),
    "exact": mark("Goals all exact"),
    "goals": mark("Goals F1"),
    "precision": mark("Precision"),
    "recall": mark("Recall"),
    "f1": mark("F1"),
    "loose": mark("F1, any minute"),
    "names": mark("Names F1"),
}
FORMS = {
    "prose": mark("prose alone"),
    "prose+tabellino": mark("prose with match sheet"),
    "tabellino": mark("match sheet alone"),
    "live": mark("live commentary"),
    "brief": mark("agency brief"),
}
VERDICTS = {
    "wrong": mark("read otherwise"),
    "missed": mark("missed"),
    "spurious": mark("not in the gold"),
    "discarded": mark("unusable"),
}
ABOUT = {"event": mark("events"), "name": mark("names"), "link": mark("who it is"), "match": mark("header")}
TITLES = {
    "report": mark("Report"),
    "about": mark("About"),
    "what": mark("What"),
    "how": mark("How"),
    "read": mark("As read"),
    "gold": mark("In the gold"),
    "words": mark("Words of the text"),
}
CUT = 420


@st.cache_resource(max_entries=2, show_spinner=False)
def _measured(own: str) -> list[Measured]:
    return measure(shipped_gold(), state.read)


def measured() -> list[Measured]:
    """Return the shipped gold as read now; what users taught the lexicon is part of the reader."""
    with st.spinner(tr("Reading the samples…")):
        return _measured(str(state.store().entries()))


def figures(chosen: list[Measured]) -> None:
    """Show the figures that matter most, each with its range."""
    rows = [
        {"title": tr(FIGURES[figure]), "value": value, "low": low, "high": high}
        for figure, value, low, high in headlines(chosen).itertuples(index=False)
    ]
    html.show("figures.html", rows=rows)
    st.caption(
        tr(
            "An event is right if kind, person, side and minute are. F1 is the balance of precision (how much of what "
            "it says is right) and recall (how much of what there is it says). In small: where the figure would fall "
            "on other reports like these, 19 times out of 20."
        )
    )


def table(frame: pd.DataFrame, key: str) -> None:
    """Show figures in percent."""
    shares = [c for c in frame.columns if c in ("exact", "goals", "precision", "recall", "f1", "loose", "names")]
    shown = frame.assign(**{c: (100 * frame[c]).round(0) for c in shares})
    for column, words in (("kind", KINDS), ("label", LABELS), ("form", FORMS)):
        if column in shown:
            shown[column] = [tr(words.get(x, x)) for x in shown[column]]
    config = {c: st.column_config.NumberColumn(tr(COLUMNS[c]), format="%d %%") for c in shares}
    config |= {c: st.column_config.Column(tr(COLUMNS[c])) for c in frame.columns if c not in shares}
    st.dataframe(shown, hide_index=True, key=key, column_config=config)


def kinds(chosen: list[Measured]) -> None:
    """Show precision and recall by kind of event and of name."""
    scores = total([m.scores for m in chosen])
    st.subheader(tr("By kind of event"), anchor=False)
    frame = by_kind(scores)
    table(frame, "kinds")
    rare = [tr(KINDS[k]).lower() for k, n in zip(frame["kind"], frame["n"], strict=True) if few(n)]
    if rare:
        st.caption(tr("Too few to say much: {kinds}.", kinds=", ".join(rare)))
    st.subheader(tr("By kind of name"), anchor=False)
    table(by_label(scores), "labels")


def calibration_plot(chosen: list[Measured]) -> None:
    """Show what confidence is worth."""
    frame = bins(j for m in chosen for j in m.scores.judged)
    if frame.empty:
        st.caption(tr("No event was read, so there is no confidence to judge."))
        return
    st.altair_chart(calibration(frame, colours()), theme=None, key="calibration")
    st.caption(
        tr(
            "Each point is a group of events; the larger, the more. On the dashed line the reader is right exactly as "
            "often as it thinks; below it, it thinks too well of itself."
        )
    )


# -- differences ------------------------------------------------------------------------------------


def _what(d: Difference) -> str:
    words = {**KINDS, **LABELS}.get(d.what)
    return tr(words).lower() if words else d.what


def difference_rows(found: list[tuple[GoldFile, Difference]]) -> pd.DataFrame:
    """Return differences as a table in the language in use."""
    rows = [
        [file.stem, tr(ABOUT[d.about]), _what(d), tr(VERDICTS[d.verdict]), d.have, d.want, d.words] for file, d in found
    ]
    return pd.DataFrame(rows, columns=list(TITLES))


def all_differences(chosen: list[Measured]) -> None:
    """List every difference; ticking one opens its report."""
    found = differences(chosen)
    st.subheader(tr("Every difference"), anchor=False)
    if not found:
        st.caption(tr("Nothing differs."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        about = st.pills(
            tr("About"), list(ABOUT), default="event", key="about", format_func=lambda a: tr(ABOUT[a]), wrap=True
        )
        report = st.selectbox(
            tr("Report"),
            sorted({file.stem for file, _ in found}),
            index=None,
            placeholder=tr("all"),
            key="difference-report",
        )
    shown = [(f, d) for f, d in found if about in (None, d.about) and report in (None, f.stem)]
    frame = difference_rows(shown)
    wide = ("words",)
    config = {
        column: st.column_config.Column(tr(title), width="large" if column in wide else None)
        for column, title in TITLES.items()
    }
    picked = st.dataframe(
        frame,
        hide_index=True,
        key=f"differences-{about}-{report}",
        on_select="rerun",
        selection_mode="single-row",
        height=CUT if len(frame) > 10 else "auto",
        column_config=config,
    )
    st.caption(
        trn(
            "{n} difference. Tick a row to open its report.",
            "{n} differences. Tick a row to open its report.",
            len(shown),
        )
    )
    rows = picked["selection"]["rows"]
    if rows and rows[0] < len(shown):
        file = shown[rows[0]][0]
        state.put(state.read(file.text, file.path.name), "sample")
        st.switch_page("pages/report.py")


# -- the user's own ---------------------------------------------------------------------------------


def own_corrections() -> None:
    """Measure the reader on the reports that the user corrected, and offer them as gold."""
    st.subheader(tr("On your own corrections"), anchor=False)
    corrected = [s for s in state.store().load_all() if is_corrected(s)]
    if not corrected:
        st.caption(
            tr(
                "Correct a saved report, and the reader is measured on it here. Correct it wholly: what you leave "
                "counts as right."
            )
        )
        return
    scores: Scores = accuracy((s.reading, s.report) for s in corrected)
    st.write(
        trn("{n} saved report was corrected.", "{n} saved reports were corrected.", len(corrected))
        + " "
        + tr("What you left as it was counts as right.")
    )
    table(by_kind(scores), "own-kinds")
    right, of = (sum(getattr(scores.header[k], f) for k in HEADER) for f in ("right", "gold"))
    wrong = sum(scores.header[k].wrong for k in HEADER)
    st.caption(tr("Header: {right} of {of} fields right.", right=right, of=of + wrong))
    st.download_button(
        tr("Corrected reports as gold files (zip)"),
        lambda: gold_zip(s.report for s in corrected),
        "cronaca-gold.zip",
        "application/zip",
        on_click="ignore",
        icon=":material/download:",
        key="gold-all",
    )
