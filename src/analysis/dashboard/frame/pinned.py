"""Which figures stay as they are while a reader works through a list?

After a correction all figures would have to be read anew, and the list would
jump. While somebody goes through the queue, the page stays with the
corrections that it was opened with, and marks what is decided, until the
reader takes the new ones up or leaves the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import streamlit as st

_KEY = "pinned"


@dataclass(slots=True)
class Pinned:
    """A page of a corpus, the corrections that it stays with, and what was decided since, by place."""

    here: str | None
    path: str
    corrections: int
    done: dict[str, Any] = field(default_factory=dict)


def corrections(path: str, newest: int) -> int:
    """The version of the corrections to read a corpus with: the newest, where the page stays with none."""
    pinned = _pinned()
    if pinned and (pinned.here, pinned.path) == (st.session_state.get("here"), path):
        return min(pinned.corrections, newest)
    take_up()
    return newest


def stay(path: str, version: int, place: str, what: Any) -> None:
    """Stay with this version on this page, and remember what was decided at a place of it."""
    pinned = _pinned() or Pinned(st.session_state.get("here"), path, version)
    pinned.done[place] = what
    st.session_state[_KEY] = pinned


def done() -> dict[str, Any]:
    """What was decided since the page stays with its figures, by place."""
    pinned = _pinned()
    return dict(pinned.done) if pinned else {}


def forget(place: str) -> None:
    """Nothing is decided at this place any more."""
    if pinned := _pinned():
        pinned.done.pop(place, None)


def take_up() -> None:
    """Read all figures anew, with every correction."""
    st.session_state.pop(_KEY, None)


def _pinned() -> Pinned | None:
    pinned: Pinned | None = st.session_state.get(_KEY)
    return pinned
