"""Whom does a reader mean? A field to choose a speaker in, or to name a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import streamlit as st

from analysis.dashboard.frame.filters import View
from analysis.model import KINDS, UNNAMED_SOURCES, Kind

_MOST_NAMES = 1_000
"""So many speakers stand in the list; any other is typed."""

Named = tuple[str, Kind, str | None]
"""Name, kind and role of a speaker."""


def speaker_field(shown: View, words: str, key: str, *, first: Sequence[str] = ()) -> str | None:
    """A list of known speakers that takes other names too; ``first`` come first in it."""
    known = [name for name in shown.shown.speakers()["speaker"].head(_MOST_NAMES) if name.strip()]
    options = list(dict.fromkeys([*(name for name in first if name.strip()), *known]))
    chosen = st.selectbox(
        words,
        options,
        index=None,
        key=key,
        accept_new_options=True,
        filter_mode="contains",
        placeholder="Choose, or type a name",
    )
    return (chosen or "").strip() or None


def named(shown: View, key: str, *, words: str = "Who says it", first: Sequence[str] = ()) -> Named | None:
    """A speaker with kind and role: those that are known, or asked for where the name is new."""
    name = speaker_field(shown, words, f"{key}-who", first=first)
    if name is None:
        return None
    facts = facts_of(shown, name)
    if facts is not None:
        return (name, *facts)
    left, right = st.columns(2)
    with left:
        kind = st.selectbox("Kind", KINDS, key=f"{key}-kind", help="This speaker is not in the corpus yet.")
    with right:
        role = st.text_input("Role", key=f"{key}-role", placeholder="mayor, if given", max_chars=200)
    return name, kind, (role or "").strip() or None


def facts_of(shown: View, name: str) -> tuple[Kind, str | None] | None:
    """Kind and role of a speaker of the corpus; None for a name that nobody bears."""
    known = shown.shown.speakers()
    row = known[known["speaker"] == name]
    if row.empty or name == UNNAMED_SOURCES:
        return None
    role = row["role"].iloc[0]
    return cast("Kind", row["kind"].iloc[0]), role if isinstance(role, str) and role else None
