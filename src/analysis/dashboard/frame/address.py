"""What stands in the address of the page, and what is one step in the browser's history?

The address names the version of the corpus, so a link keeps its meaning. One
click is one step: Streamlit makes a step for every parameter that it changes
and another for the page, and “back” would stop at addresses in between that
nobody has ever seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

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
    state = st.session_state
    state["runs"] = state.get("runs", 0) + 1
    with st.container(key="hidden-address"):
        _ADDRESS(
            key="address", data={"version": str(version), "strange": list(strange), "run": state["runs"]}
        )
