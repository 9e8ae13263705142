"""Interface words in Italian and English through gettext; the English words are the keys."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
DOMAIN = "cronaca"
LOCALE_DIR = Path(__file__).resolve().parent.parent / "locale"
LANGUAGES = {"it": "Italiano", "en": "English"}
DEFAULT = "it"

_current: ContextVar[str] = ContextVar("language", default=DEFAULT)


@lru_cache(maxsize=4)
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the words of a language; English needs no catalogue, being the keys."""
    if language not in LANGUAGES:
        raise ValueError(f"No interface language {language!r}. Must be one of: {', '.join(LANGUAGES)}.")
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE_DIR, [language])


def preferred(locale: str | None) -> str:
    """Choose the interface language for a browser's locale: Italian for Italians, else English."""
    if not locale:
        return DEFAULT
    return "it" if locale.replace("_", "-").split("-")[0].lower() == "it" else "en"


def use(language: str) -> None:
    """Set the language of this thread of work (one run of a page)."""
    catalogue(language)
    _current.set(language)


def language() -> str:
    """Return the language in use."""
    return _current.get()


def spoken(make: Callable[[], T]) -> Callable[[], T]:
    """Return ``make`` so that it speaks the language in use now, even where it is called later in another thread."""
    now = language()

    def made() -> T:
        use(now)
        return make()

    return made


def tr(message: str, /, **values: object) -> str:
    """Translate a message and fill in its ``{values}``."""
    words = catalogue(_current.get()).gettext(message) if message else ""
    return words.format(**values) if values else words


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """Translate a message that counts; ``{n}`` is filled in."""
    return catalogue(_current.get()).ngettext(one, many, n).format(n=n, **values)


def mark(message: str) -> str:
    """Mark a message for the catalogue without translating it here (it is translated when shown)."""
    return message


MONTHS = (
    *(mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June")),
    *(mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December")),
)


def day_text(day: date) -> str:
    """Write a date as people do: ``25 gennaio 2020``, ``25 January 2020``."""
    return f"{day.day} {tr(MONTHS[day.month - 1])} {day.year}"
