"""Which version of the corpus is shown, and does the reader know when there is a newer one?

The address names the version (`analysis.dashboard.frame.address`). Who opens a link
that was made on older data sees that data, is told so, and may change between
it and the newest; who is looking while articles are added gets the newest at
once.
"""

from __future__ import annotations

import html

import streamlit as st

_KEY = "version"


def chosen(path: str, newest: int) -> int:
    """The version to read: what the address of a new visit names, else the newest."""
    state = st.session_state
    before = state.get("newest")
    asked = _number(state.get(_KEY) or st.query_params.get(_KEY))
    follows = before is not None and (before[0] != path or asked == before[1])
    state["newest"] = (path, newest)
    if before is None and asked not in (None, newest):
        state["linked"] = asked
    if asked is None or follows or not 0 < asked <= newest:
        asked = newest
    state[_KEY] = str(asked)
    return asked


def notice(version: int) -> None:
    """Say that the link was made on other data than the newest, and offer both."""
    linked = st.session_state.get("linked")
    if linked is None:
        return
    _, newest = st.session_state["newest"]
    with st.container(key="version-notice", horizontal=True, vertical_alignment="center"):
        if 0 < linked < newest:
            now = "You see what the link showed." if version == linked else "You see the newest data."
            words = (
                f"This link was made on corpus version {linked}; the corpus is now at version {newest}. {now}"
            )
            st.html(f'<p class="nv-notice">{html.escape(words)}</p>')
            for one, name in ((linked, f"As linked: {linked}"), (newest, f"Newest: {newest}")):
                st.button(name, key=f"version-{one}", on_click=_show, args=(one,), disabled=one == version)
        else:
            words = f"The link names corpus version {linked}, which is not here. You see version {newest}."
            st.html(f'<p class="nv-notice">{html.escape(words)}</p>')
        st.button("Close", key="close-notice", type="tertiary", on_click=_close)


def show_newest() -> None:
    """Leave an older version, after the reader has changed the corpus."""
    # Of another corpus as it were, so that the number in the address is not taken for a link's.
    st.session_state["newest"] = ("", 0)
    st.session_state.pop("linked", None)


def _show(version: int) -> None:
    st.session_state[_KEY] = str(version)


def _close() -> None:
    st.session_state.pop("linked", None)


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else None
