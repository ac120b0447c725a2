"""How does the page scroll to a quotation or a sentence?"""

from __future__ import annotations

import streamlit as st

_JS = """
export default function ({ data }) {
  const wait = (left) => {
    const place = document.getElementById(data.id) || document.getElementById('user-content-' + data.id);
    if (!place) { if (left) setTimeout(() => wait(left - 1), 100); return; }
    place.scrollIntoView({ block: 'center' });
    const seen = place.closest('mark') || place.parentElement;
    if (place.tabIndex >= 0) place.focus({ preventScroll: true });
    seen.animate([{ outline: '3px solid currentColor' }, { outline: '3px solid transparent' }], 1600);
  };
  wait(30);
}
"""
_COMPONENT = st.components.v2.component("newsvoices_jump", js=_JS)


def jump() -> None:
    """Scroll to the element that the last click asked for, once."""
    place = st.session_state.pop("jump", None)
    if place:
        _COMPONENT(key="jump-there", data={"id": place})
