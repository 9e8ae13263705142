"""The calibration plot: how sure the reader was against how often it was right."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from core.charts import themed
from core.i18n import tr
from core.palette import Palette

SIZE = 320


def calibration(frame: pd.DataFrame, colours: Palette) -> Any:  # noqa: ANN401
    """Draw the bins of :func:`core.trust.bins` with their ranges against the line on which sureness is deserved."""
    percent = alt.Axis(format="%", tickCount=5, grid=True)
    scale = alt.Scale(domain=[0, 1])
    x = alt.X("sure:Q", title=tr("how sure the reader was"), scale=scale, axis=percent)
    base = alt.Chart(frame)
    tooltip = [
        alt.Tooltip("sure:Q", title=tr("how sure"), format=".0%"),
        alt.Tooltip("right:Q", title=tr("right"), format=".0%"),
        alt.Tooltip("n:Q", title=tr("Events")),
    ]
    y = alt.Y("right:Q", title=tr("how often it was right"), scale=scale, axis=percent)
    line = alt.Chart(pd.DataFrame({"sure": [0, 1], "right": [0, 1]})).mark_line(
        color=colours.muted, strokeDash=[4, 4], strokeWidth=1
    )
    ranges = base.mark_rule(color=colours.home, strokeWidth=1.5).encode(x=x, y=alt.Y("low:Q"), y2="high:Q")
    points = base.mark_circle(color=colours.home, opacity=1).encode(
        x=x, y=y, size=alt.Size("n:Q", scale=alt.Scale(range=[40, 400]), legend=None), tooltip=tooltip
    )
    title = tr("Is it right as often as it thinks?")
    return themed(
        alt.layer(line.encode(x=x, y=y), ranges, points).properties(title=title, height=SIZE, width="container"),
        colours,
    )
