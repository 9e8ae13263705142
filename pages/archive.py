"""Archive: import of many, search, export, what the texts do not tell, backup."""

import streamlit as st

from core.i18n import tr
from pages.widgets.archive import archive, frames
from pages.widgets.exporter import exporter
from pages.widgets.importer import importer
from pages.widgets.keeper import backup, given_editor
from pages.widgets.merged import merge_names
from pages.widgets.searcher import searcher
from pages.widgets.shell import enter

enter()
told = frames()
bring, look, reports, out, keep = st.tabs(
    [tr("Import"), tr("Search"), tr("Reports"), tr("Export"), tr("Backup")], key="archive-tabs"
)
with bring:
    importer()
with keep:
    backup()
if told.matches.empty:
    for tab in (look, reports, out):
        tab.caption(tr("Nothing is saved yet: import reports first, or read one and press Save."))
    st.stop()
with look:
    searcher(told)
with reports:
    given_editor()
    merge_names()
    archive()
with out:
    exporter(told)
