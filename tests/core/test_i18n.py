"""Interface words: every message is translated, and the compiled catalogue is the one of the sources."""

import gettext
import string
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from core import i18n
from tools import messages


@pytest.fixture(autouse=True)
def italian_again():
    yield
    i18n.use("it")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("it-IT", "it"), ("it", "it"), ("en-GB", "en"), ("fr-FR", "en"), (None, "it"), ("it_CH", "it")],
)
def test_preferred(locale, language):
    assert i18n.preferred(locale) == language


def test_what_is_made_later_in_another_thread_speaks_the_language_of_its_page():
    i18n.use("en")
    make = i18n.spoken(lambda: i18n.tr("Download"))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: i18n.tr("Download")).result() == "Scarica"
        assert pool.submit(make).result() == "Download"


def test_unknown_language_names_the_known():
    with pytest.raises(ValueError, match="Must be one of: it, en"):
        i18n.use("xx")


def test_every_message_is_translated():
    catalogue = messages.updated()
    missing = [m.id for m in catalogue if m.id and not all([m.string] if isinstance(m.string, str) else m.string)]
    assert missing == []


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_translations_fill_in_the_same_values():
    for message in messages.updated():
        if isinstance(message.id, str) and message.id:
            assert fields(message.id) == fields(str(message.string)), message.id


def test_compiled_catalogue_is_up_to_date():
    compiled = gettext.translation(i18n.DOMAIN, i18n.LOCALE_DIR, ["it"])
    for message in messages.updated():
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string
        elif message.id:
            assert [compiled.ngettext(*message.id, n) for n in (1, 2)] == list(message.string)


@pytest.mark.parametrize(("language", "words"), [("it", "25 gennaio 2020"), ("en", "25 January 2020")])
def test_days_are_written_as_people_do(language, words):
    i18n.use(language)
    assert i18n.day_text(date(2020, 1, 25)) == words


@pytest.mark.parametrize(("n", "words"), [(1, "1 partita"), (2, "2 partite"), (0, "0 partite")])
def test_counts(n, words):
    assert i18n.trn("{n} match", "{n} matches", n) == words
