"""Lexicon: what the reader knows, and what users teach it for their own league."""

import streamlit as st

from core.i18n import tr
from pages.widgets.shell import enter
from pages.widgets.teach import add_one, aliases, import_list, own_entries
from pages.widgets.vocabulary import look_up

enter()
left, right = st.columns([3, 2], gap="large")
with left:
    st.header(tr("What the reader knows"), anchor=False)
    look_up()
with right:
    st.header(tr("Teach it your league"), anchor=False)
    st.caption(tr("What you add holds at once for every report that is read, and stays on this computer."))
    one, many = st.tabs([tr("Add one"), tr("Import a list")])
    with one:
        add_one()
    with many:
        import_list()
    own_entries()
    aliases()
