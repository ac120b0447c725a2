"""How does a reader get from a sentence to its article, at that place?

Opening an article is a step in the browser's history: its page is `Articles`
with the article's id in the address, and the back button returns.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import Page

PARAMETER = "article"


def article_link(words: str, article_id: str, *, key: str, place: str | None = None) -> None:
    """A button that opens an article, scrolled to the element with the id ``place``.

    Args:
        words: What the button says, safe for markdown.
        article_id: The article.
        key: Of the button.
        place: From `reader.quotation_anchor` or `reader.sentence_anchor`.
    """
    st.button(words, key=key, type="tertiary", on_click=open_article, args=(article_id, place))


def open_article(article_id: str, place: str | None = None) -> None:
    """Have an article opened when the page is drawn next; for callbacks."""
    st.session_state["go"] = article_id
    st.session_state["jump"] = place


def open_page(url_path: str) -> None:
    """Have another page opened next; for callbacks."""
    st.session_state["go-to"] = url_path


def follow(pages: Mapping[str, Page]) -> None:
    """Go to the article or the page that the last click asked for."""
    if wanted := st.session_state.pop("go-to", None):
        st.switch_page(pages[wanted])
    article_id = st.session_state.pop("go", None)
    if article_id is None:
        return
    if st.session_state.get("here") == pages["articles"].url_path:
        st.query_params[PARAMETER] = article_id
    else:
        st.switch_page(pages["articles"], query_params={PARAMETER: article_id})
