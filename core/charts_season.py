"""Charts of a season: goals by quarter of an hour, points over time."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from core.charts import themed
from core.i18n import tr
from core.palette import Palette
from core.season_choice import Choice

HEIGHT = 220
MOST = 8
"""Scorers that are drawn."""
NOTHING = Choice()


def goals_by_quarter(quarters: pd.DataFrame, side: str | None, colours: Palette, choice: Choice = NOTHING) -> Any:  # noqa: ANN401
    """Draw goals by quarter of an hour: for and against of one side, or all goals; without a minute apart.

    Selecting a bar (parameter ``quarter``) gives its ``part`` and ``code``, the fields of a choice.
    """
    own = quarters[quarters["team"] == side] if side else quarters
    order = list(dict.fromkeys(own["quarter"]))
    counts = own.groupby("quarter", sort=False)[["goals_for", "goals_against"]].sum().reindex(order).reset_index()
    names = {"goals_for": tr("for"), "goals_against": tr("against")} if side else {"goals_for": tr("goals")}
    unknown = tr("not told")
    table = counts.melt("quarter", list(names), "code", "goals").assign(
        what=lambda t: t["code"].map(names),
        part=lambda t: t["quarter"],
        quarter=lambda t: t["quarter"].replace("?", unknown),
        chosen=lambda t: (t["part"] == (choice.quarter or "")) & (t["code"] == choice.goals),
        said=lambda t: t["quarter"] + ", " + t["what"] + ": " + t["goals"].astype(str),
    )
    axis = [unknown if q == "?" else q for q in order]
    tone = alt.Scale(domain=list(names.values()), range=[colours.muted, colours.rule][: len(names)])
    legend = alt.Legend(orient="top", offset=2) if side else None
    chart = (
        alt.Chart(table)
        .mark_bar(cornerRadiusTopLeft=2, cornerRadiusTopRight=2, size=15 if side else 34, cursor="pointer")
        .encode(
            x=alt.X(
                "quarter:N",
                sort=axis,
                title=tr("minute of the match"),
                axis=alt.Axis(labelAngle=0, labelOverlap="parity"),
            ),
            xOffset=alt.XOffset("what:N", sort=list(names.values())),
            y=alt.Y("goals:Q", title=None, axis=alt.Axis(tickMinStep=1, format="d")),
            color=alt.condition(
                "datum.chosen", alt.value(colours.accent), alt.Color("what:N", scale=tone, title=None, legend=legend)
            ),
            tooltip=[alt.Tooltip("said:N", title=" ")],
            description="said:N",
        )
        .add_params(_picking("quarter", "part", "code"))
    )
    return themed(chart.properties(height=HEIGHT, width="container", title=tr("Goals by quarter of an hour")), colours)


def _picking(name: str, *fields: str) -> Any:  # noqa: ANN401
    """A choice of one bar; a click beside the bars leaves it."""
    return alt.selection_point(name=name, fields=list(fields), on="click", toggle=False, clear=False)


def scorers(table: pd.DataFrame, colours: Palette, choice: Choice = NOTHING) -> Any:  # noqa: ANN401
    """Draw the men who scored most, penalties included. Selecting a bar (``scorer``) gives ``player`` and ``team``."""
    rows = table.head(MOST)[["player", "team", "goals", "penalties"]].assign(
        who=lambda t: t["player"].where(~t["player"].duplicated(keep=False), t["player"] + " (" + t["team"] + ")"),
        chosen=lambda t: (t["player"] == (choice.player or "")) & (t["team"] == (choice.team or "")),
        said=lambda t: t["player"] + ", " + t["team"] + ": " + t["goals"].astype(str),
    )
    y = alt.Y(
        "who:N",
        sort=rows["who"].tolist(),
        title=None,
        axis=alt.Axis(labelLimit=150, labelPadding=6, domain=False, ticks=False),
    )
    base = alt.Chart(rows)
    bars = (
        base.mark_bar(cornerRadiusTopRight=2, cornerRadiusBottomRight=2, height={"band": 0.72}, cursor="pointer")
        .encode(
            x=alt.X("goals:Q", axis=None),
            y=y,
            color=alt.condition("datum.chosen", alt.value(colours.accent), alt.value(colours.muted)),
            tooltip=[
                alt.Tooltip("player:N", title=tr("Player")),
                alt.Tooltip("team:N", title=tr("Side")),
                alt.Tooltip("goals:Q", title=tr("Goals")),
                alt.Tooltip("penalties:Q", title=tr("Penalties")),
            ],
            description="said:N",
        )
        .add_params(_picking("scorer", "player", "team"))
    )
    counts = base.mark_text(align="left", dx=5, fontSize=12, color=colours.muted, aria=False).encode(
        x="goals:Q", y=y, text="goals:Q"
    )
    title = tr("Who scored most")
    return themed(alt.layer(bars, counts).properties(height=HEIGHT, width="container", title=title), colours)


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
        alt.layer(line, label).properties(height=HEIGHT, width="container", title=tr("Points over time")), colours
    )
