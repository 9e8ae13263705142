"""Our own bits of HTML from templates; whatever comes from a user is escaped by the template engine."""

from __future__ import annotations

from pathlib import Path

import jinja2
import streamlit as st
from markupsafe import Markup

from core.i18n import tr, trn
from core.shapes import SHAPES

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).resolve().parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)


def shape(kind: str, side: str = "none") -> Markup:
    """Return the mark of a kind of event; its outline is a mask in the style sheet (see ``shape_masks``)."""
    return Markup('<span class="shape k-{} side-{}"></span>').format(kind, side)


def shape_masks() -> str:
    """Return a style rule per kind of event with its outline as a mask: SVG inside our HTML would be stripped."""
    head = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-1.1 -1.1 2.2 2.2'%3E%3Cpath d='"
    return "".join(
        f'.shape.k-{kind}{{--mask:url("data:image/svg+xml,{head}{path}\'/%3E%3C/svg%3E")}}\n'
        for kind, path in SHAPES.items()
    )


_templates.globals.update(tr=tr, trn=trn, shape=shape)


def render(template: str, **values: object) -> str:
    """Fill in a template of ``templates/``."""
    return _templates.get_template(template).render(**values)


def show(template: str, **values: object) -> None:
    """Fill in a template and put it on the page."""
    st.html(render(template, **values))
