"""The page “Articles”: the list, or one of them (`analysis.dashboard.articles.article`)."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.articles import article
from analysis.dashboard.articles.mending import with_words
from analysis.dashboard.frame import address, filters
from analysis.dashboard.frame.foot import foot, nothing, stamp
from analysis.dashboard.frame.saving import csv_button
from analysis.dashboard.frame.state import Memory, add_one
from analysis.dashboard.ui.text import empty, heading, section
from analysis.measures.totals import summary
from analysis.wording.numbers import count, counted

_COLUMNS = {
    "title": st.column_config.TextColumn("Title", width="large"),
    "outlet": st.column_config.TextColumn("Outlet"),
    "published": st.column_config.DateColumn("Published", format="D MMM YYYY"),
    "quotations": st.column_config.NumberColumn("Quotations", help="Of those that the filters choose"),
    "words": st.column_config.NumberColumn("Words"),
    "article_tone": st.column_config.NumberColumn(
        "Tone", format="%+.2f", help="Sentiment (tone) of the reporter’s sentences, −1 to +1"
    ),
    "speech_tone": st.column_config.NumberColumn(
        "Tone of speech", format="%+.2f", help="Sentiment (tone) of what is quoted, −1 to +1"
    ),
}
_MOST_LISTED = 1_000
_ROW, _MOST_ROWS = 35, 18
_LIST = Memory[int]("list", 0)
"""In the key of the list: another number leaves nothing marked in it."""


def page() -> None:
    """Draw the list, or the article that the address names."""
    view = filters.view()
    rows = view.quoting_articles
    wanted = st.query_params.get(address.ARTICLE)
    if wanted:
        article.page(view, wanted, rows["article_id"].tolist())
    else:
        _list(view, rows)


def _list(view: View, rows: pd.DataFrame) -> None:
    heading("Articles", view.words)
    if rows.empty:
        nothing(view)
        return
    line = stamp(view, "Articles", summary(view.quotations, rows))
    found = _head(rows, line)
    if found.empty:
        empty("No title or outlet has these words. Try fewer, or use “Words in the text”.")
    else:
        _table(found.head(_MOST_LISTED).reset_index(drop=True))
    foot(line)


def _head(rows: pd.DataFrame, footer: str) -> pd.DataFrame:
    """How many articles there are, the search among them, and their table to save; gives what is found."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="head-articles"):
        place = st.container(width="stretch")
        words = st.text_input(
            "Find in titles and outlets",
            key="find",
            bind="query-params",
            placeholder="Title or outlet",
            label_visibility="collapsed",
            width=260,
        )
        found = with_words(rows, words or "")
        with st.popover("Save", type="tertiary", key="save-articles"):
            csv_button("articles", found[[*_COLUMNS, "article_id"]], footer)
    more = f"; the newest {count(_MOST_LISTED)} are listed" if len(found) > _MOST_LISTED else ""
    with place:
        section(counted(len(found), "article"), f"Select a row to read it; the column heads sort{more}")
    return found


def _table(listed: pd.DataFrame) -> None:
    titles = listed["title"].fillna("").str.strip()
    # Never “−0.00”.
    tones = {name: listed[name].round(2) + 0.0 for name in ("article_tone", "speech_tone")}
    picked = st.dataframe(
        listed.assign(title=titles.where(titles != "", "No title"), **tones)[list(_COLUMNS)],
        column_config=_COLUMNS,
        hide_index=True,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        height=_ROW * (min(len(listed), _MOST_ROWS) + 1) + 3,
        key=f"articles-{_LIST.get()}",
    )["selection"]
    places = [*picked["rows"], *(row for row, _ in picked["cells"])]
    if places:
        add_one(_LIST)
        address.open_article(listed["article_id"].iloc[places[0]])
        st.rerun()
