"""Evaluation: how far to trust the reader, measured on the shipped gold and on the user's own corrections."""

import streamlit as st

from core.i18n import tr, trn
from core.trust import by_form
from pages.widgets.shell import enter
from pages.widgets.trust import all_differences, calibration_plot, figures, kinds, measured, own_corrections, table

enter()
st.header(tr("How far to trust it"), anchor=False)
told = measured()
if not told:
    st.info(tr("No gold is shipped with this copy: there is nothing to measure on."), icon=":material/info:")
    own_corrections()
    st.stop()

n, held = len(told), sum(m.held for m in told)
sentence = trn(
    "Just now {n} sample report was read and compared with what a person wrote down beforehand.",
    "Just now {n} sample reports were read and compared with what a person wrote down beforehand.",
    n,
)
if held:
    sentence += " " + trn(
        "{n} of them was never looked at while the reader was made.",
        "{n} of them were never looked at while the reader was made.",
        held,
    )
st.write(sentence)
only = held and st.toggle(tr("Only those never looked at"), key="only-held")
chosen = [m for m in told if m.held] if only else told

figures(chosen)
left, right = st.columns([3, 2], gap="large")
with left:
    kinds(chosen)
with right:
    calibration_plot(chosen)
st.subheader(tr("By form of report"), anchor=False)
table(by_form(chosen), "forms")
all_differences(chosen)
own_corrections()
