"""Cronaca's core: reads Italian football match reports. Imports no streamlit."""

from core.schema import MatchReport

# The function takes the place of its module as an attribute of the package. The import stands here, at once:
# imported later, the module would take the name back. ``from core.extract import …`` finds the module all the same.
from core.extract import extract  # isort: skip

__version__ = "0.1.0"
__all__ = ["MatchReport", "extract", "__version__"]
