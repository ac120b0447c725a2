"""Remember things for as long as a visit lasts, each under one name with its type.

Whatever a page keeps between two drawings is a `Memory`, declared once at the
head of the module that owns it; here are those that several modules share.
Values of widgets stand under the keys of their widgets instead, some of them
bound to the address (`analysis.dashboard.frame.filters`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import streamlit as st

from analysis.measures.shares import Metric
from analysis.model import Selection

T = TypeVar("T")


# Without slots: Python 3.11 cannot make a frozen one of a generic class such as `Memory[int]`.
@dataclass(frozen=True)
class Memory(Generic[T]):
    """Something remembered under a name; ``default`` until it is set."""

    name: str
    default: T

    def of(self, part: str) -> Memory[T]:
        """The same of one part of a page, such as a chart."""
        return Memory(f"{self.name}-{part}", self.default)

    def get(self) -> T:
        """What is remembered."""
        known: T = st.session_state.get(self.name, self.default)
        return known

    def set(self, value: T) -> None:
        """Remember this from now on."""
        st.session_state[self.name] = value

    def take(self) -> T:
        """What is remembered, once: it is forgotten."""
        known: T = st.session_state.pop(self.name, self.default)
        return known

    def forget(self) -> None:
        """Remember nothing from now on; also for callbacks."""
        self.take()


def add_one(number: Memory[int]) -> None:
    """Count on, so that a widget whose key holds the number is a new one."""
    number.set(number.get() + 1)


HERE = Memory[str | None]("here", None)
"""The page that is drawn, as its address calls it."""

METRIC = Memory[Metric | None]("by", None)
"""What shares of voice are parts of, where a reader has chosen: the value of the switch of that chart."""

NONCE = Memory[int]("nonce", 0)
"""Stands in the keys of charts and tables; another number leaves nothing marked in them."""

OPENED = Memory[tuple[str | None, str, Any, Selection] | None]("behind", None)
"""What was clicked last: on which page, in which chart, what it stands for, and in which base of shares."""
