"""The order in which a report is read: the only place where it is written."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import core.components.events
import core.components.ledger
import core.components.match
import core.components.names
import core.components.people
import core.components.sections  # noqa: F401
from core.tokens import RegexTokenizer

STAGES = ("calcio_sections", "calcio_names", "calcio_match", "calcio_people", "calcio_events", "calcio_ledger")

if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)


@lru_cache(1)
def pipeline() -> Language:
    """Return the Italian pipeline, built once; it needs no model."""
    nlp = spacy.blank("it")
    nlp.tokenizer = RegexTokenizer(nlp.vocab)
    nlp.max_length = 10_000_000
    for stage in STAGES:
        nlp.add_pipe(stage)
    return nlp
