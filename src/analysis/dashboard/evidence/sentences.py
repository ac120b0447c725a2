"""Which sentences stand behind a number?

Each quotation is marked in the sentences that it stands in, with outlet,
date, form and tone, and its headline leads to that place in the article.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.charts.palette import Mode
from analysis.dashboard.frame import links
from analysis.dashboard.frame.filters import view
from analysis.dashboard.ui.markdown import label
from analysis.model import Analysis
from analysis.report.reader import UNATTRIBUTED, quotation_anchor, quotation_html, swatch
from analysis.wording.names import fitted
from analysis.wording.numbers import day, tone

_AT_ONCE = 20
_LONGEST = 80
"""A longer name loses its middle."""


def quotations(rows: pd.DataFrame, *, key: str, newest_first: bool = True, total: int | None = None) -> None:
    """Draw quotations with their context, twenty at once.

    Args:
        rows: Quotations with their text, as `Corpus.quotations` gives them.
        key: Distinguishes several lists on one page.
        newest_first: False keeps the order of ``rows``.
        total: How many there are, where ``rows`` are only the first of them.
    """
    if newest_first:
        rows = rows.sort_values("published", ascending=False, na_position="last", kind="stable")
    shown = so_many(key)
    listed = rows.head(shown)
    known = view().shown.analyses(listed["article_id"])
    names_differ = rows["speaker"].nunique(dropna=False) > 1
    for place, row in enumerate(listed.to_dict("records")):
        st.html(_as_html(row, known.get(str(row["article_id"])), with_speaker=names_differ))
        article_link(
            str(row["article_id"]),
            key=f"open-{key}-{place}",
            title=row["title"],
            place=quotation_anchor(str(row["quotation_id"])),
        )
    if (len(rows) if total is None else total) > shown:
        st.button(
            f"Show {_AT_ONCE} more", key=f"more-{key}", on_click=show_so_many, args=(key, shown + _AT_ONCE)
        )


def article_link(article_id: str, *, key: str, title: object = None, place: str | None = None) -> None:
    """A way from a sentence to its article: the headline, as a link to that place."""
    words = label(title, 110) if isinstance(title, str) and title.strip() else "Open the article"
    links.article_link(words, article_id, key=key, place=place)


def about(outlet: object, published: Any, *more: str) -> str:
    """Outlet, date and more in one line, for `st.html`."""
    known = published is not None and not pd.isna(published)
    parts = [
        fitted(outlet, _LONGEST) if isinstance(outlet, str) and outlet.strip() else "no outlet",
        day(published) if known else "no date",
        *more,
    ]
    # Isolated, so that a name written from right to left turns nothing beside it around.
    return " · ".join(f"<bdi>{html.escape(part)}</bdi>" for part in parts if part)


def _as_html(row: dict[Any, Any], analysis: Analysis | None, *, with_speaker: bool) -> str:
    value = row["tone"]
    words = about(row["outlet"], row["published"], row["form"], f"tone {tone(value)}" if tone(value) else "")
    mode: Mode = "dark" if st.context.theme.type == "dark" else "light"
    colors = view().shown.colors()
    speaker = row["speaker"] if isinstance(row["speaker"], str) else None
    if with_speaker:
        kind = row["kind"] if isinstance(row["kind"], str) else None
        mark = swatch(speaker, kind, mode=mode, colors=colors)
        words = f"<b>{mark}<bdi>{html.escape(fitted(speaker or UNATTRIBUTED, _LONGEST))}</bdi></b> · {words}"
    return in_sentences(row, analysis, words, mode=mode, colors=colors)


def in_sentences(
    row: Mapping[Any, Any], analysis: Analysis | None, facts: str, *, mode: Mode, colors: Mapping[str, int]
) -> str:
    """A quotation marked in its sentences, for `st.html`; without its article its text alone.

    ``facts`` stand above it, as HTML.
    """
    text = html.escape(str(row["text"]))
    if analysis is not None:
        text = quotation_html(analysis, str(row["quotation_id"]), mode=mode, colors=colors) or text
    return (
        f'<div class="nv-quote"><div class="nv-meta">{facts}</div>'
        f'<blockquote class="nv-said" dir="auto">{text}</blockquote></div>'
    )


def so_many(key: str) -> int:
    """How many entries the list of this key shows."""
    return int(st.session_state.get(f"shown-{key}", _AT_ONCE))


def show_so_many(key: str, shown: int) -> None:
    """Let the list of this key show so many entries from now on."""
    st.session_state[f"shown-{key}"] = shown
