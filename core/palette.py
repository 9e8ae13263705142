"""The colours of the interface in light and dark; .streamlit/config.toml repeats some of them (tested)."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Paper and ink of one theme. ``*_ground`` are the soft grounds behind words."""

    paper: str
    panel: str
    ink: str
    muted: str
    rule: str
    accent: str
    home: str
    home_ground: str
    away: str
    away_ground: str
    neutral: str
    neutral_ground: str
    place_ground: str
    doubt: str
    caution: str
    """A yellow card."""
    dismissal: str
    """A red card."""

    def side(self, side: str) -> str:
        """Return the colour of ``home``, ``away`` or neither."""
        return {"home": self.home, "away": self.away}.get(side, self.neutral)


LIGHT = Palette(
    paper="#FBF7F0",
    panel="#F3ECE1",
    ink="#1E1B18",
    muted="#6A6259",
    rule="#DDD5C8",
    accent="#A3262A",
    home="#1B5E9B",
    home_ground="#D9E8F6",
    away="#B4500F",
    away_ground="#FBE3D0",
    neutral="#5B5B66",
    neutral_ground="#EAE6F2",
    place_ground="#E6EBDD",
    doubt="#8A5A00",
    caution="#D9A400",
    dismissal="#B3202A",
)
DARK = Palette(
    paper="#171513",
    panel="#221F1C",
    ink="#EFE9E0",
    muted="#A89F93",
    rule="#3A342E",
    accent="#E5777A",
    home="#7FB7EA",
    home_ground="#1C3A57",
    away="#F0A268",
    away_ground="#53300F",
    neutral="#B4B4C2",
    neutral_ground="#37314A",
    place_ground="#2F3A22",
    doubt="#E2B24A",
    caution="#F2C94C",
    dismissal="#F0616A",
)


def palette(theme: str | None) -> Palette:
    """Return the palette of a theme; anything but ``dark`` is light."""
    return DARK if theme == "dark" else LIGHT


def css_variables(colours: Palette) -> str:
    """Return the palette as CSS custom properties (``--c-home-ground: …``)."""
    return "".join(f"--c-{name.replace('_', '-')}:{value};" for name, value in asdict(colours).items())
