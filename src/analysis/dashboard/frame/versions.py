"""Choose which version of the corpus and of its corrections a page shows.

The address names the version of the corpus (`analysis.dashboard.frame.address`).
Who opens a link that was made on older data sees that data, is told so, and may
change between it and the newest; who is looking while articles are added gets
the newest at once.

Of the corrections the newest are shown, but for somebody who works through a
list: after each correction all figures would have to be read anew, and the list
would jump. The page stays with the corrections that it was opened with, and
marks what is decided, until the reader takes the new ones up or leaves it.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from analysis.dashboard.frame.state import HERE, Memory
from analysis.dashboard.ui.controls import link

_VERSION = Memory[str | None]("version", None)
_NEWEST = Memory[tuple[str, int] | None]("newest", None)
_LINKED = Memory[int | None]("linked", None)


@dataclass(slots=True)
class Pinned:
    """A page of a corpus, the corrections that it stays with, and what was decided since, by place."""

    here: str | None
    path: str
    corrections: int
    done: dict[str, Any] = field(default_factory=dict)


_PINNED = Memory[Pinned | None]("pinned", None)
_CORRECTIONS = Memory[int]("corrections-shown", 0)


def chosen(path: str, newest: int) -> int:
    """The version to read: what the address of a new visit names, else the newest."""
    before = _NEWEST.get()
    asked = _number(_VERSION.get() or st.query_params.get(_VERSION.name))
    follows = before is not None and (before[0] != path or asked == before[1])
    _NEWEST.set((path, newest))
    if before is None and asked not in (None, newest):
        _LINKED.set(asked)
    if asked is None or follows or not 0 < asked <= newest:
        asked = newest
    _VERSION.set(str(asked))
    return asked


def notice(version: int) -> None:
    """Say that the link was made on other data than the newest, and offer both."""
    linked, known = _LINKED.get(), _NEWEST.get()
    if linked is None or known is None:
        return
    newest = known[1]
    with st.container(key="version-notice", horizontal=True, vertical_alignment="center"):
        if 0 < linked < newest:
            now = "You see what the link showed." if version == linked else "You see the newest data."
            words = (
                f"This link was made on corpus version {linked}; the corpus is now at version {newest}. {now}"
            )
            st.html(f'<p class="nv-notice">{html.escape(words)}</p>')
            for one, name in ((linked, f"As linked: {linked}"), (newest, f"Newest: {newest}")):
                st.button(
                    name,
                    key=f"version-{one}",
                    on_click=_VERSION.set,
                    args=(str(one),),
                    disabled=one == version,
                )
        else:
            words = f"The link names corpus version {linked}, which is not here. You see version {newest}."
            st.html(f'<p class="nv-notice">{html.escape(words)}</p>')
        link("Close", "close-notice", _LINKED.forget)


def show_newest() -> None:
    """Leave an older version, after the reader has changed the corpus."""
    # Of another corpus as it were, so that the number in the address is not taken for a link's.
    _NEWEST.set(("", 0))
    _LINKED.forget()


def corrections(path: str, newest: int) -> int:
    """The version of the corrections to read a corpus with: the newest, where the page stays with none."""
    pinned = _PINNED.get()
    if pinned and (pinned.here, pinned.path) == (HERE.get(), path):
        newest = min(pinned.corrections, newest)
    else:
        take_up()
    _CORRECTIONS.set(newest)
    return newest


def stay(path: str, place: str, what: Any) -> None:
    """Stay with the corrections shown, and remember what was decided at a place of the page."""
    pinned = _PINNED.get() or Pinned(HERE.get(), path, _CORRECTIONS.get())
    pinned.done[place] = what
    _PINNED.set(pinned)


def done() -> dict[str, Any]:
    """What was decided since the page stays with its figures, by place."""
    pinned = _PINNED.get()
    return dict(pinned.done) if pinned else {}


def forget(place: str) -> None:
    """Nothing is decided at this place any more."""
    if pinned := _PINNED.get():
        pinned.done.pop(place, None)


def take_up() -> None:
    """Read all figures anew, with every correction."""
    _PINNED.forget()


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else None
