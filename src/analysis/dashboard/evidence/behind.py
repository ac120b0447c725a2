"""Open the sentences behind the number that was clicked.

A mark says in its ``customdata`` what it stands for, and its page turns that
into a `Behind`; the sentences open under the chart. The table without texts
finds them, and texts are read only of the articles that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catalog.measure import Mark
from analysis.catalog.view import View
from analysis.dashboard.evidence import sentences
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.state import HERE, NONCE, OPENED, Memory, add_one
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.text import section
from analysis.model import Selection
from analysis.wording.names import UNATTRIBUTED
from analysis.wording.numbers import count, counted, day_range

_MOST = 200
_CLOSED = Memory[int]("closed", 0)
"""How often what was clicked in a chart was closed."""

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


def opens_by(view: View, marks: Sequence[Mark]) -> Opens:
    """How a mark opens whose ``customdata`` holds this, as the catalog of measures says."""

    def opens(meant: Sequence[Any]) -> Behind:
        known = dict(zip(marks, meant, strict=False))
        if "term" in known:
            return Behind(view.words, word=str(known["term"]))
        words: list[str] = []
        more: dict[str, Any] = {}
        if "speaker" in known:
            words.append(known["speaker"] or UNATTRIBUTED)
            more["speakers"] = (known["speaker"],)
        if "outlet" in known:
            words.append(known["outlet"] or ("no outlet" if words else "No outlet"))
            more["outlets"] = (known["outlet"],)
        if "first" in known:
            return of_period(known["first"], known["last"], ", ".join(words), **more)
        return Behind(", ".join(words), **more)

    return opens


def of_speaker(name: str | None) -> Behind:
    """What a bar of a speaker stands for; of None, what nobody is credited with."""
    return Behind(name or UNATTRIBUTED, speakers=(name,))


def of_period(first: str, last: str, words: str = "", **more: Any) -> Behind:
    """What a point between two days stands for; ``words`` come before the days."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    days = day_range(begin, end)
    return Behind(f"{words}, {days}" if words else days, first=begin, last=end, **more)


def remember(chart: str, asked: Behind | None) -> None:
    """Open the sentences under a chart; None closes them. For callbacks."""
    if asked is None:
        OPENED.forget()
    else:
        OPENED.set((HERE.get(), chart, asked, filters.view().selection.base()))
        sentences.shorten(f"behind-{chart}")


def chart_key(chart: str) -> str:
    """The key of a chart's widget; another one after what was clicked in it is closed."""
    return f"chart-{chart}-{NONCE.get()}-{_CLOSED.of(chart).get()}"


def panel(view: View, chart: str) -> None:
    """Draw the sentences under the chart in which something was clicked."""
    here, asked_in, asked, base = OPENED.get() or (None, None, None, None)
    # With another base the number that was clicked is another one.
    if not isinstance(asked, Behind) or (here, asked_in, base) != (HERE.get(), chart, view.selection.base()):
        return
    with st.container(border=True, key=f"behind-{chart}"):
        _show(view, chart, asked)


def show(view: View, chart: str, asked: Behind) -> None:
    """Draw the sentences that something stands for, without a way to close them."""
    with st.container(key=f"whole-{chart}"):
        _show(view, chart, asked, closes=False)


def _show(view: View, chart: str, asked: Behind, *, closes: bool = True) -> None:
    key = f"behind-{chart}"
    if asked.is_text:
        articles = asked.of(view.articles, ignoring_speakers=True)
        _head(chart, asked, counted(len(articles), "article"), f"{asked.words}: strongest first", closes)
        sentences.loudest_text(view, articles, key=key)
    elif asked.word is not None:
        _uses(view, chart, asked, asked.word, closes)
    else:
        base = view.of(asked.within) if asked.within else view.base
        rows = asked.of(base.quotations)
        newest = rows.sort_values("published", ascending=False, na_position="last", kind="stable").head(_MOST)
        line = asked.words
        if len(rows) > _MOST:
            line = f"{line.rstrip('.')}; the newest {count(_MOST)}"
        _head(chart, asked, counted(len(rows), "quotation"), line, closes)
        texts = base.evidence_in(list(dict.fromkeys(newest["article_id"])))
        sentences.quotations(view, asked.of(texts), key=key)


def _uses(view: View, chart: str, asked: Behind, word: str, closes: bool) -> None:
    """The sentences with a word, or, where speakers are chosen, their quotations with it."""
    selection = asked.within or view.selection
    if asked.speakers:
        known = tuple(name for name in asked.speakers if name is not None)
        selection = replace(selection, speakers=known)
    chosen = view.of(selection)
    used = chosen.keywords
    using = used.loc[used["term"] == word, "article_id"].unique()
    # Articles come newest first.
    articles = asked.of(chosen.articles, ignoring_speakers=True)
    ids = articles.loc[articles["article_id"].isin(list(using)), "article_id"].tolist()
    _head(chart, asked, f"“{word}” in {counted(len(ids), 'article')}", asked.words, closes)
    if selection.names_speakers:
        texts = chosen.evidence_in(ids[:_MOST])
        said = texts[[sentences.has_term(text, word) for text in texts["text"]]]
        sentences.quotations(view, said, key=f"behind-{chart}")
    else:
        sentences.uses_of(view, word, ids, key=f"behind-{chart}")


def _head(chart: str, asked: Behind, title: str, line: str, closes: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        section(title, line)
        only = asked.speakers[0] if len(asked.speakers) == 1 else None
        if only and not filters.is_only(only):
            link("Only this speaker", f"only-{chart}", filters.show_only, only)
        if closes:
            link("Close", f"close-{chart}", _close, chart)


def _close(chart: str) -> None:
    OPENED.forget()
    add_one(_CLOSED.of(chart))
