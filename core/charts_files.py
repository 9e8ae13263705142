"""Charts as files: SVG and PNG, drawn here without a browser and without the network."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import vl_convert

from core.palette import Palette

WIDTH = 1080
"""A chart that fills its place on the page needs a width of its own on paper."""
SCALE = 2.0
"""Pixels of the PNG for each point of the chart."""


@lru_cache(maxsize=1)
def use_fonts(folder: Path) -> None:
    """Let the drawing use the fonts of a folder, so that files look like the page."""
    vl_convert.register_font_directory(str(folder))


def _spec(chart: Any, colours: Palette) -> dict[str, Any]:  # noqa: ANN401
    spec: dict[str, Any] = chart.properties(width=WIDTH).to_dict()
    spec.setdefault("config", {})["background"] = colours.paper
    return spec


def to_svg(chart: Any, colours: Palette) -> str:  # noqa: ANN401
    """Draw a chart as SVG on the paper of its theme."""
    return str(vl_convert.vegalite_to_svg(_spec(chart, colours)))


def to_png(chart: Any, colours: Palette) -> bytes:  # noqa: ANN401
    """Draw a chart as PNG on the paper of its theme."""
    return bytes(vl_convert.vegalite_to_png(_spec(chart, colours), scale=SCALE))
