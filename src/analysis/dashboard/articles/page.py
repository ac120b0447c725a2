"""Which articles are there? The list, and the way to one of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.dashboard.articles import article
from analysis.dashboard.frame import links
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
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


def page() -> None:
    """Draw the list, or the article that the address names."""
    view = parts.view()
    rows = view.shown.articles(view.selection)
    wanted = st.query_params.get(links.PARAMETER)
    if wanted:
        article.page(view, wanted, rows["article_id"].tolist())
    else:
        _list(view, rows)


def _list(view: View, rows: pd.DataFrame) -> None:
    parts.heading("Articles", view.words)
    if rows.empty:
        parts.nothing(view)
        return
    stamp = parts.stamp(summary(view.shown.quotations(view.selection), rows), "Articles")
    found = _head(rows, stamp)
    if found.empty:
        parts.empty("No title or outlet has these words. Try fewer, or use “Words in the text”.")
    else:
        _table(found.head(_MOST_LISTED).reset_index(drop=True))
    parts.foot(stamp)


def _head(rows: pd.DataFrame, stamp: str) -> pd.DataFrame:
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
        found = _found(rows, words or "")
        with st.popover("Save", type="tertiary", key="save-articles"):
            parts.csv_button("articles", found[[*_COLUMNS, "article_id"]], stamp)
    more = f"; the newest {count(_MOST_LISTED)} are listed" if len(found) > _MOST_LISTED else ""
    with place:
        parts.section(counted(len(found), "article"), f"Select a row to read it; the column heads sort{more}")
    return found


def _found(rows: pd.DataFrame, words: str) -> pd.DataFrame:
    """Those whose title or outlet has all the words, in any case."""
    place = rows["title"].fillna("").str.cat(rows["outlet"].fillna(""), sep=" ").str.casefold()
    for word in words.casefold().split():
        rows = rows[place.loc[rows.index].str.contains(word, regex=False)]
    return rows


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
        key=f"articles-{st.session_state.get('list', 0)}",
    )["selection"]
    places = [*picked["rows"], *(row for row, _ in picked["cells"])]
    if places:
        # Another key, so that the list comes back without a mark.
        st.session_state["list"] = st.session_state.get("list", 0) + 1
        links.open_article(listed["article_id"].iloc[places[0]])
        st.rerun()
