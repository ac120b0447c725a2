"""Draw links and switches, the same on all pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st


def link(words: str, key: str, call: Callable[..., Any], *given: Any, **more: Any) -> None:
    """Draw a button that looks like a link and calls a function with what is given.

    ``words`` are markdown; ``more`` is as for `st.button`.
    """
    st.button(words, key=key, type="tertiary", on_click=call, args=given, **more)


def switch(
    words: str,
    options: Mapping[str, str],
    key: str,
    *,
    is_bound: bool = False,
    has_label: bool = False,
    **more: Any,
) -> str:
    """Draw a choice among options, each value with its words, and return what is chosen.

    Args:
        words: What is chosen, also for who cannot see the switch.
        options: Value → words; the first holds until another is chosen.
        key: Of the widget.
        is_bound: The choice stands in the address.
        has_label: The words stand above it.
        more: As for `st.segmented_control`.
    """
    chosen = st.segmented_control(
        words,
        list(options),
        format_func=options.__getitem__,
        default=next(iter(options)),
        key=key,
        bind="query-params" if is_bound else None,
        required=True,
        label_visibility="visible" if has_label else "collapsed",
        **more,
    )
    return str(chosen)
