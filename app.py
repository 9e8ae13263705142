"""Cronaca in the browser: page config and navigation."""

import streamlit as st

from pages.widgets.shell import begin, navigation

st.set_page_config(page_title="Cronaca", page_icon="pages/widgets/icon.png", layout="wide")
begin()
navigation().run()
