"""Which sentences stand behind the number that was clicked?

A mark says in its ``customdata`` what it stands for, and its page turns that
into a `Behind`; the sentences open under the chart. The frame without texts
finds them, and texts are read only of the articles that are shown.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from analysis.dashboard.evidence import contexts
from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame.filters import View, show_only
from analysis.dashboard.frame.filters import view as shown
from analysis.model import Selection
from analysis.wording.numbers import count, counted, day_range

_MOST = 200

Names = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What a mark stands for; an empty tuple means no restriction, None in it nobody (no outlet).

    ``tone`` is −1, 0 or 1 for negative, neutral or positive. ``word`` asks for
    the sentences that use a term instead of quotations, ``is_text`` for those
    around quotations. ``within`` is the selection that the number was counted
    in, where that is another than the base of the page.
    """

    words: str
    speakers: Names = ()
    outlets: Names = ()
    first: date | None = None
    last: date | None = None
    form: str | None = None
    tone: int | None = None
    word: str | None = None
    is_text: bool = False
    within: Selection | None = None

    def of(self, rows: pd.DataFrame, *, ignoring_speakers: bool = False) -> pd.DataFrame:
        """Those of ``rows`` that the mark stands for."""
        kept = pd.Series(True, index=rows.index)
        speakers = () if ignoring_speakers else self.speakers
        for column, names in (("speaker", speakers), ("outlet", self.outlets)):
            if names:
                known = [name for name in names if name is not None]
                kept &= rows[column].isin(known) | (rows[column].isna() if None in names else False)
        if self.first:
            kept &= rows["published"] >= pd.Timestamp(self.first)
        if self.last:
            kept &= rows["published"] < pd.Timestamp(self.last) + pd.Timedelta(days=1)
        if self.form and "form" in rows:
            kept &= rows["form"] == self.form
        if self.tone is not None and "tone" in rows:
            kept &= np.sign(rows["tone"]) == self.tone
        return rows[kept]


Opens = Callable[[Sequence[Any]], Behind | None]


def dates_of(first: str, last: str) -> tuple[date, date, str]:
    """Two days of a mark, and both in words."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return begin, end, day_range(begin, end)


def remember(chart: str, asked: Behind | None) -> None:
    """Open the sentences under a chart; None closes them."""
    if asked is None:
        st.session_state.pop("behind", None)
    else:
        st.session_state["behind"] = (st.session_state.get("here"), chart, asked, shown().selection.base())
        st.session_state.pop(f"shown-behind-{chart}", None)


def chart_key(chart: str) -> str:
    """The key of a chart's widget; another one after what was clicked in it is closed."""
    state = st.session_state
    return f"chart-{chart}-{state.get('nonce', 0)}-{state.get(f'closed-{chart}', 0)}"


def panel(view: View, chart: str) -> None:
    """Draw the sentences under the chart in which something was clicked."""
    here, asked_in, asked, base = st.session_state.get("behind") or (None, None, None, None)
    place = (st.session_state.get("here"), chart, view.selection.base())
    # With another base the number that was clicked is another one.
    if not isinstance(asked, Behind) or (here, asked_in, base) != place:
        return
    with st.container(border=True, key=f"behind-{chart}"):
        _show(view, chart, asked)


def show(view: View, chart: str, asked: Behind) -> None:
    """Draw the sentences that something stands for, without a way to close them."""
    with st.container(key=f"whole-{chart}"):
        _show(view, chart, asked, closes=False)


def _show(view: View, chart: str, asked: Behind, *, closes: bool = True) -> None:
    if asked.is_text:
        articles = asked.of(view.shown.articles(view.selection.base()), ignoring_speakers=True)
        _head(chart, asked, counted(len(articles), "article"), f"{asked.words}: strongest first", closes)
        contexts.text_sentences(view, articles, key=f"behind-{chart}")
    elif asked.word is None:
        _quotations(view, chart, asked, closes)
    else:
        _uses(view, chart, asked, asked.word, closes)


def _uses(view: View, chart: str, asked: Behind, word: str, closes: bool) -> None:
    """The sentences with a word, or, where speakers are chosen, their quotations with it."""
    selection = asked.within or view.selection
    if asked.speakers:
        selection = replace(selection, speakers=_known(asked))
    used = view.shown.keywords(selection)
    using = used.loc[used["term"] == word, "article_id"].unique()
    # Articles come newest first.
    articles = asked.of(view.shown.articles(selection.base()), ignoring_speakers=True)
    ids = articles.loc[articles["article_id"].isin(list(using)), "article_id"].tolist()
    _head(chart, asked, f"“{word}” in {counted(len(ids), 'article')}", asked.words, closes)
    if selection.names_speakers:
        texts = view.shown.evidence_in(selection, ids[:_MOST])
        said = texts[[contexts.uses(text, word) for text in texts["text"]]]
        evidence.quotations(said, key=f"behind-{chart}")
    else:
        contexts.sentences(view, word, ids, key=f"behind-{chart}")


def _known(asked: Behind) -> tuple[str, ...]:
    return tuple(name for name in asked.speakers if name is not None)


def _quotations(view: View, chart: str, asked: Behind, closes: bool) -> None:
    base = asked.within or view.selection.base()
    rows = asked.of(view.shown.quotations(base))
    newest = rows.sort_values("published", ascending=False, na_position="last", kind="stable").head(_MOST)
    line = asked.words
    if len(rows) > _MOST:
        line = f"{line.rstrip('.')}; the newest {count(_MOST)}"
    _head(chart, asked, counted(len(rows), "quotation"), line, closes)
    texts = view.shown.evidence_in(base, list(dict.fromkeys(newest["article_id"])))
    evidence.quotations(asked.of(texts), key=f"behind-{chart}")


def _head(chart: str, asked: Behind, title: str, line: str, closes: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.html(
            f'<div class="nv-section"><h2>{html.escape(title)}</h2>'
            f"<p><bdi>{html.escape(line)}</bdi></p></div>"
        )
        only = asked.speakers[0] if len(asked.speakers) == 1 else None
        if only and st.session_state.get("speaker") != [only]:
            st.button(
                "Only this speaker", key=f"only-{chart}", on_click=show_only, args=(only,), type="tertiary"
            )
        if closes:
            st.button("Close", key=f"close-{chart}", on_click=_close, args=(chart,), type="tertiary")


def _close(chart: str) -> None:
    st.session_state.pop("behind", None)
    st.session_state[f"closed-{chart}"] = st.session_state.get(f"closed-{chart}", 0) + 1
