"""Charts of a season: goals by quarter of an hour, points over time."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from core.charts import themed
from core.i18n import tr
from core.palette import Palette


def goals_by_quarter(quarters: pd.DataFrame, side: str | None, colours: Palette) -> Any:  # noqa: ANN401
    """Draw goals by quarter of an hour: for and against of one side, or all goals; without a minute apart."""
    own = quarters[quarters["team"] == side] if side else quarters
    order = list(dict.fromkeys(own["quarter"]))
    counts = own.groupby("quarter", sort=False)[["goals_for", "goals_against"]].sum().reindex(order).reset_index()
    names = {"goals_for": tr("for"), "goals_against": tr("against")} if side else {"goals_for": tr("goals")}
    unknown = tr("not told")
    table = counts.melt("quarter", list(names), "what", "goals").assign(
        what=lambda t: t["what"].map(names), quarter=lambda t: t["quarter"].replace("?", unknown)
    )
    axis = [unknown if q == "?" else q for q in order]
    tone = alt.Scale(domain=list(names.values()), range=[colours.muted, colours.rule][: len(names)])
    chart = (
        alt.Chart(table)
        .mark_bar(cornerRadiusTopLeft=2, cornerRadiusTopRight=2, size=15 if side else 34)
        .encode(
            x=alt.X(
                "quarter:N",
                sort=axis,
                title=tr("minute of the match"),
                axis=alt.Axis(labelAngle=0, labelOverlap="parity"),
            ),
            xOffset=alt.XOffset("what:N", sort=list(names.values())),
            y=alt.Y("goals:Q", title=None, axis=alt.Axis(tickMinStep=1, format="d")),
            color=alt.Color(
                "what:N", scale=tone, title=None, legend=alt.Legend(orient="top", offset=2) if side else None
            ),
            tooltip=[
                alt.Tooltip("quarter:N", title=tr("minute of the match")),
                alt.Tooltip("what:N", title=" "),
                alt.Tooltip("goals:Q", title=tr("goals")),
            ],
        )
    )
    return themed(chart.properties(height=220, width="container", title=tr("Goals by quarter of an hour")), colours)


def points_over_time(points: pd.DataFrame, sides: list[str], colours: Palette) -> Any:  # noqa: ANN401
    """Draw points after each match of the sides named; each line bears its name at its end."""
    table = points[points["team"].isin(sides)][["team", "match", "points", "opponent", "outcome"]].reset_index(
        drop=True
    )
    tones = [colours.accent, colours.home, colours.away, colours.doubt]
    color = alt.Color("team:N", scale=alt.Scale(domain=sides, range=tones[: len(sides)]), legend=None)
    room = int(table["match"].max() * 1.22) + 1 if len(table) else 1
    x = alt.X(
        "match:Q",
        title=tr("matches"),
        scale=alt.Scale(domain=[1, room], nice=False),
        axis=alt.Axis(tickMinStep=1, format="d"),
    )
    y = alt.Y("points:Q", title=None)
    line = (
        alt.Chart(table)
        .mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=18))
        .encode(x=x, y=y, color=color, tooltip=["team", "match", "points", "opponent"])
    )
    ends = table.groupby("team").tail(1)
    label = (
        alt.Chart(ends)
        .mark_text(align="left", dx=6, fontSize=12, fontWeight=600)
        .encode(x=x, y=y, text="team", color=color)
    )
    return themed(
        alt.layer(line, label).properties(height=220, width="container", title=tr("Points over time")), colours
    )
