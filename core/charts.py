"""Altair charts of one match in the colours of the interface: the timeline, the order of telling."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import altair as alt
import pandas as pd

from core.i18n import tr
from core.match_clock import Axis
from core.palette import Palette
from core.shapes import SHAPES
from core.timeline import Mark, score_steps

LANE = 24
"""Height of a lane of marks in pixels."""
STEP = 12
"""Height of one goal in the running score, in pixels."""
BAND = 14
"""Height of the clock between the two sides."""
SCORE_GAP = 16
MARK_SIZE = 190
HIT_SIZE = 480


def themed(chart: Any, colours: Palette) -> Any:  # noqa: ANN401
    """Dress a chart in the interface's type and colours."""
    text = {"labelColor": colours.muted, "titleColor": colours.muted, "labelFontSize": 12, "titleFontSize": 12}
    return (
        chart.configure(background="transparent", font="Source Sans, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            **text, gridColor=colours.rule, domainColor=colours.rule, tickColor=colours.rule, titleFontWeight="normal"
        )
        .configure_title(
            font="Source Serif, Georgia, serif",
            fontSize=16,
            anchor="start",
            color=colours.ink,
            fontWeight=600,
            offset=10,
        )
        .configure_legend(**text)
    )


def _frame(rows: list[Mark], chosen: str | None, colours: Palette) -> pd.DataFrame:
    """Return the marks with their height, fill and outline; home lanes lie above zero, away lanes below."""
    table = pd.DataFrame([asdict(r) for r in rows])
    if table.empty:
        return table
    sign = table.side.map({"home": 1, "away": -1}).fillna(-1)
    table["y"] = sign * (BAND + LANE / 2 + table.lane * LANE)
    table["colour"] = [
        {"yellow": colours.caution, "red": colours.dismissal, "second_yellow": colours.dismissal}.get(
            r.kind, colours.side(r.side)
        )
        for r in rows
    ]
    table["tone"] = [colours.side(r.side) for r in rows]
    table["shape"] = [SHAPES.get(r.kind, SHAPES["shot"]) for r in rows]
    table["chosen"] = table.id == chosen
    return table


def timeline(rows: list[Mark], ax: Axis, names: dict[str, str], colours: Palette, chosen: str | None = None) -> Any:  # noqa: ANN401
    """Draw the match: clock in the middle, home above, away below, the running score as steps beneath.

    Selecting a mark (parameter ``event``) gives its ``id``.
    """
    table = _frame(rows, chosen, colours)
    lanes = {
        side: 1 + max((r.lane for r in rows if (r.side == "home") == (side == "home")), default=0) for side in names
    }
    steps = pd.DataFrame(score_steps(rows, ax))
    most = int(steps.goals.max())
    top, floor = BAND + lanes["home"] * LANE + 10, -(BAND + lanes["away"] * LANE + SCORE_GAP)
    score_height = max(most, 1) * STEP + 6
    bottom = floor - score_height - 14
    end = max(ax.ends.values())
    across = alt.Scale(domain=[-6.5, end + 1], nice=False)
    x = alt.X("x:Q", scale=across, axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[bottom, top], nice=False), axis=None)
    layers: list[Any] = [*_clock(ax, x, y, colours), *_names(names, x, y, colours, floor - score_height / 2)]
    layers += _score(steps, x, y, colours, floor - score_height)
    if len(table):
        layers += _marks(table, across, y, colours)
    chart = alt.layer(*layers).properties(height=top - bottom, width="container")
    return themed(chart, colours)


def _clock(ax: Axis, x: Any, y: Any, colours: Palette) -> list[Any]:  # noqa: ANN401
    halves = pd.DataFrame([{"x": ax.starts[p], "x2": ax.ends[p], "y": -BAND, "y2": BAND} for p in ax.starts])
    added = pd.DataFrame(
        [
            {
                "x": ax.place(p, {1: 45, 2: 90, 3: 105, 4: 120}[p]),
                "x2": ax.ends[p],
                "y": -BAND,
                "y2": BAND,
                "title": tr("added time"),
            }
            for p in ax.starts
        ]
    )
    ticks = pd.DataFrame([{"x": place, "y": 0, "label": label} for place, label in ax.ticks()])
    return [
        alt.Chart(halves).mark_rect(color=colours.panel, aria=False).encode(x=x, x2="x2", y=y, y2="y2"),
        alt.Chart(added).mark_rect(color=colours.rule, aria=False).encode(x=x, x2="x2", y=y, y2="y2", tooltip="title"),
        alt.Chart(ticks).mark_text(color=colours.muted, fontSize=12, aria=False).encode(x=x, y=y, text="label"),
    ]


def _names(names: dict[str, str], x: Any, y: Any, colours: Palette, score_y: float) -> list[Any]:  # noqa: ANN401
    rows = [
        {"x": -6, "y": BAND + LANE / 2, "text": names["home"], "colour": colours.home},
        {"x": -6, "y": -(BAND + LANE / 2), "text": names["away"], "colour": colours.away},
        {"x": -6, "y": score_y, "text": tr("score"), "colour": colours.muted},
    ]
    return [
        alt.Chart(pd.DataFrame(rows))
        .mark_text(align="left", fontSize=13, limit=90, fontWeight=600, aria=False)
        .encode(x=x, y=y, text="text", color=alt.Color("colour:N", scale=None))
    ]


def _score(steps: pd.DataFrame, x: Any, y: Any, colours: Palette, base: float) -> list[Any]:  # noqa: ANN401
    # the two lines lie a pixel apart, so that a draw shows both
    table = steps.assign(
        y=base + steps.goals * STEP + steps.side.map({"home": 1.2, "away": -1.2}), colour=steps.side.map(colours.side)
    )
    line = (
        alt.Chart(table)
        .mark_line(interpolate="step-after", strokeWidth=2, aria=False)
        .encode(x=x, y=y, detail="side:N", color=alt.Color("colour:N", scale=None), order="x:Q")
    )
    last = table.groupby("side").tail(1)
    ends = (
        alt.Chart(last)
        .mark_text(align="left", dx=5, fontSize=12, fontWeight=600, aria=False)
        .encode(x=x, y=y, text="goals:Q", color=alt.Color("colour:N", scale=None))
    )
    return [line, ends]


def _marks(table: pd.DataFrame, across: alt.Scale, y: Any, colours: Palette) -> list[Any]:  # noqa: ANN401
    x = alt.X("x:Q", scale=across, axis=None)
    chosen = alt.selection_point(fields=["id"], name="event", on="click", toggle=False)
    colour = alt.Color("colour:N", scale=None)
    tooltip = [alt.Tooltip("title:N", title=" ")]
    layers: list[Any] = []
    ranges = table[~table.known].drop_duplicates(["side", "lane", "x0", "x1"])
    if len(ranges):
        layers.append(
            alt.Chart(ranges)
            .mark_bar(height=8, cornerRadius=4, opacity=0.3, aria=False)
            .encode(
                x=alt.X("x0:Q", scale=across, axis=None),
                x2="x1:Q",
                y=y,
                color=alt.Color("tone:N", scale=None),
                tooltip=tooltip,
            )
        )
    if table.chosen.any():
        layers.append(
            alt.Chart(table[table.chosen])
            .mark_point(shape="circle", size=620, stroke=colours.accent, strokeWidth=2, filled=False, aria=False)
            .encode(x=x, y=y)
        )
    shape = alt.Shape("shape:N", scale=None)
    points = alt.Chart(table).mark_point(size=MARK_SIZE, filled=True, opacity=1, strokeWidth=0, aria=False)
    layers.append(points.encode(x=x, y=y, shape=shape, color=colour))
    shown = table[table.shown != ""]
    if len(shown):
        layers.append(
            alt.Chart(shown)
            .mark_text(align="left", dx=11, fontSize=12.5, color=colours.ink, aria=False)
            .encode(x=x, y=y, text="shown:N", tooltip=tooltip)
        )
    # the outlines have holes: an unseen disc over each takes the click, the tooltip and the spoken label
    discs = alt.Chart(table).mark_point(size=HIT_SIZE, filled=True, opacity=0, shape="circle", cursor="pointer")
    layers.append(discs.encode(x=x, y=y, tooltip=tooltip, description="title:N").add_params(chosen))
    return layers


def order_of_telling(rows: list[dict[str, object]], colours: Palette) -> Any:  # noqa: ANN401
    """Draw the way of the text through the match: place in the text against the clock."""
    table = pd.DataFrame(rows).assign(colour=lambda t: t.side.map(colours.side))
    x = alt.X("at:Q", title=tr("place in the text (%)"), scale=alt.Scale(domain=[0, 100]))
    y = alt.Y(
        "minute:Q",
        title=tr("minute of the match"),
        scale=alt.Scale(zero=True),
        axis=alt.Axis(values=[0, 15, 30, 45, 60, 75, 90, 105, 120]),
    )
    base = alt.Chart(table)
    line = base.mark_line(color=colours.rule, strokeWidth=1.5, aria=False).encode(x=x, y=y, order="at:Q")
    dots = base.mark_circle(size=70, opacity=1).encode(
        x=x,
        y=y,
        color=alt.Color("colour:N", scale=None),
        tooltip=alt.Tooltip("title:N", title=" "),
        description="title:N",
    )
    return themed(
        alt.layer(line, dots).properties(height=220, width="container", title=tr("The order of telling")), colours
    )
