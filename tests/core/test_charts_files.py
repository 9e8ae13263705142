"""Charts as files."""

import altair as alt
import pandas as pd

from core.charts_files import to_png, to_svg
from core.palette import LIGHT

CHART = (
    alt.Chart(pd.DataFrame({"x": [1], "t": ["<b>"]}))
    .mark_text()
    .encode(x="x:Q", text="t")
    .properties(width="container")
)


def test_svg_has_paper_and_escaped_words():
    svg = to_svg(CHART, LIGHT)
    assert svg.startswith("<svg") and LIGHT.paper.lower() in svg.lower() and "&lt;b&gt;" in svg


def test_png_is_a_png():
    assert to_png(CHART, LIGHT).startswith(b"\x89PNG")
