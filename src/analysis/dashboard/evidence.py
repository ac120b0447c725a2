"""Which sentences stand behind a number?"""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from analysis.charts.numbers import day, tone

_AT_ONCE = 20


def quotations(rows: pd.DataFrame, *, key: str) -> None:
    """Quotations newest first, each with outlet, date, form and tone, and a way to its article."""
    rows = rows.sort_values("published", ascending=False, na_position="last", kind="stable")
    shown = st.session_state.get(f"shown-{key}", _AT_ONCE)
    for place, row in enumerate(rows.head(shown).itertuples()):
        st.html(_as_html(row))
        article_link(str(row.article_id), key=f"open-{key}-{place}")
    if len(rows) > shown:
        st.button(f"Show {_AT_ONCE} more", key=f"more-{key}", on_click=_more, args=(key, shown + _AT_ONCE))


def article_link(article_id: str, *, key: str) -> None:
    """A way from a sentence to its article."""
    st.button("Open the article", key=key, type="tertiary", on_click=_open, args=(article_id,))


def _as_html(row: object) -> str:
    published = getattr(row, "published", None)
    when = day(published.date()) if published is not None and not pd.isna(published) else "no date"
    value = getattr(row, "tone", None)
    about = [
        getattr(row, "outlet", None) or "no outlet",
        when,
        getattr(row, "form", ""),
        f"tone {tone(value)}",
    ]
    meta = " · ".join(html.escape(str(part)) for part in about)
    title = getattr(row, "title", None)
    headline = html.escape(title) if isinstance(title, str) else "no title"
    text = html.escape(str(getattr(row, "text", "")))
    return (
        f'<div class="nv-quote"><div class="nv-meta">{meta}</div><blockquote>{text}</blockquote>'
        f'<div class="nv-meta">{headline}</div></div>'
    )


def _open(article_id: str) -> None:
    st.session_state["article"] = (st.session_state.get("here"), article_id)


def _more(key: str, shown: int) -> None:
    st.session_state[f"shown-{key}"] = shown
