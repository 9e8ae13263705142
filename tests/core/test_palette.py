"""The theme file repeats the palette, and ink can be read on every ground."""

import tomllib
from pathlib import Path

import pytest

from core.palette import DARK, LIGHT, Palette, palette

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))
REPEATED = {
    "primaryColor": "accent",
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "panel",
    "textColor": "ink",
    "borderColor": "rule",
    "blueColor": "home",
    "blueBackgroundColor": "home_ground",
    "orangeColor": "away",
    "orangeBackgroundColor": "away_ground",
    "violetColor": "neutral",
    "violetBackgroundColor": "neutral_ground",
    "greenBackgroundColor": "place_ground",
    "grayColor": "muted",
    "yellowColor": "doubt",
}
THEMES = [("light", LIGHT), ("dark", DARK)]


@pytest.mark.parametrize(("name", "colours"), THEMES)
def test_theme_file_repeats_the_palette(name: str, colours: Palette):
    theme = CONFIG["theme"][name]
    assert {key: theme[key] for key in REPEATED} == {key: getattr(colours, own) for key, own in REPEATED.items()}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("name", "colours"), THEMES)
def test_ink_is_readable_on_every_ground(name: str, colours: Palette):
    grounds = (colours.paper, colours.home_ground, colours.away_ground, colours.neutral_ground, colours.place_ground)
    assert min(contrast(colours.ink, ground) for ground in grounds) >= 9


@pytest.mark.parametrize(("name", "colours"), THEMES)
@pytest.mark.parametrize("tone", ["muted", "accent", "home", "away", "neutral", "doubt"])
def test_every_tone_is_readable_on_paper(name: str, colours: Palette, tone: str):
    assert contrast(getattr(colours, tone), colours.paper) >= 4.8


@pytest.mark.parametrize(("theme", "colours"), [("dark", DARK), ("light", LIGHT), (None, LIGHT)])
def test_palette_of_a_theme(theme, colours):
    assert palette(theme) is colours
