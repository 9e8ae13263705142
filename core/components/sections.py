"""`calcio_sections`: tokens, sentences, sections and match sheets. Fills the base of the reading."""

from __future__ import annotations

from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from core.reading import Reading
from core.schema import SectionKind
from core.sheet import read_sheet
from core.text import sections
from core.tokens import tokens


@Language.factory("calcio_sections", assigns=["doc._.reading"])
def make_sections(nlp: Language, name: str) -> SectionsComponent:
    """Build the component."""
    return SectionsComponent()


class SectionsComponent:
    """Cuts the view into words, sentences and sections."""

    def __call__(self, doc: Doc) -> Doc:
        """Write tokens, sections and sheets to the reading."""
        r: Reading = doc._.reading
        r.toks = tokens(doc)
        r.sections = sections(r.view.text)
        _mark(r)
        r.sentences = [
            (group[0].i, group[-1].i + 1) for _, g in groupby(r.toks, key=lambda t: t.sent) if (group := list(g))
        ]
        r.sheets = [read_sheet(r.view.text, (s.start, s.end)) for s in r.sections if s.kind == SectionKind.SHEET]
        return doc


def _mark(r: Reading) -> None:
    """Give each token its section; a section boundary also ends a sentence."""
    k, shift, before = 0, 0, None
    for t in r.toks:
        while k + 1 < len(r.sections) and t.start >= r.sections[k].end:
            k += 1
        t.section = str(r.sections[k].kind) if r.sections else "prose"
        if (
            before is not None
            and before.section != t.section
            and before.sent + shift == t.sent + shift
            and before.sent == t.sent + shift
        ):
            shift += 1
            t.first = t.word
        t.sent += shift
        before = t
