"""Cronaca's core: reads Italian football match reports. Imports no streamlit."""

from core.schema import MatchReport

__version__ = "0.1.0"


def extract(text: str, name: str | None = None, season: str | None = None, squads: bool = True) -> MatchReport:
    """Read one match report; see :func:`core.extract.extract`."""
    from core.extract import extract as read

    return read(text, name=name, season=season, squads=squads)


__all__ = ["MatchReport", "extract", "__version__"]
