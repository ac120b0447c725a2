"""Lead from page to page, each click one step in the browser's history.

Opening an article is a step too: its page is `Articles` with the article's id
in the address, and the back button returns. The address names the version of
the corpus, so a link keeps its meaning. Streamlit makes a step for every
parameter that it changes and another for the page, and “back” would stop at
addresses in between that nobody has ever seen; a small component prevents it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import Page

from analysis.dashboard.frame.state import HERE, Memory, add_one

ARTICLE = "article"
"""The parameter of the address that names an article."""

JUMP = Memory[str | None]("jump", None)
"""The id of the element that the article's page scrolls to next."""

_ARTICLE_WANTED = Memory[str | None]("go", None)
_PAGE_WANTED = Memory[str | None]("go-to", None)
_RUNS = Memory[int]("runs", 0)

# `st.query_params` would make a step in the history for every page; the run is in the data so
# that the browser looks at the address again after each change of page.
_JS = """
const oneStepPerClick = (history) => {
  if (history.newsvoices) return;
  history.newsvoices = true;
  const push = history.pushState;
  let clicked = false;
  const note = (event) => { if (!event.key || event.key === 'Enter' || event.key === ' ') clicked = true; };
  for (const kind of ['click', 'keydown']) window.addEventListener(kind, note, { capture: true });
  history.pushState = function (...step) {
    const change = clicked ? push : history.replaceState;
    clicked = false;
    return change.apply(history, step);
  };
};
export default function ({ data }) {
  oneStepPerClick(window.history);
  const url = new URL(window.location.href);
  url.searchParams.set('version', data.version);
  for (const name of data.strange) url.searchParams.delete(name);
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
}
"""
_ADDRESS = st.components.v2.component("newsvoices_address", js=_JS)


def address(version: int, strange: Sequence[str] = ()) -> None:
    """Put the version into the address of the page, without a step in the browser's history.

    ``strange`` are the parameters that belong to other pages: they are taken out.
    """
    add_one(_RUNS)
    data = {"version": str(version), "strange": list(strange), "run": _RUNS.get()}
    with st.container(key="hidden-address"):
        _ADDRESS(key="address", data=data)


def open_article(article_id: str, place: str | None = None) -> None:
    """Have an article opened when the page is drawn next; for callbacks.

    Args:
        article_id: The article.
        place: From `reader.quotation_anchor` or `reader.sentence_anchor`: where to scroll to.
    """
    _ARTICLE_WANTED.set(article_id)
    JUMP.set(place)


def open_page(url_path: str) -> None:
    """Have another page opened next; for callbacks."""
    _PAGE_WANTED.set(url_path)


def follow(pages: Mapping[str, Page]) -> None:
    """Go to the article or the page that the last click asked for."""
    if wanted := _PAGE_WANTED.take():
        st.switch_page(pages[wanted])
    article_id = _ARTICLE_WANTED.take()
    if article_id is None:
        return
    if HERE.get() == pages["articles"].url_path:
        st.query_params[ARTICLE] = article_id
    else:
        st.switch_page(pages["articles"], query_params={ARTICLE: article_id})
