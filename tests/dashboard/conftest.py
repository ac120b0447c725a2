"""Corpora that pages must bear, and a way to run one page without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

Run = Callable[..., AppTest]

_SCRIPT = """
import streamlit as st
from analysis.dashboard.frame import filters, source
from analysis.dashboard.{page}.page import page
from analysis.dashboard.ui.style import style
st.session_state["here"] = "{page}"
style()
filters.sidebar(source.open_chosen({corpus!r}))
page()
"""


@pytest.fixture(scope="session", autouse=True)
def _whole_messages() -> None:
    # The configuration shows only the kind of an error; tests must see what it says.
    streamlit.config.set_option("client.showErrorDetails", "full")


@pytest.fixture
def run(corpora: dict[str, Path]) -> Run:
    """Run a page of the dashboard on one of the corpora, with the address and the state given."""

    def run(page: str, corpus: str, address: dict[str, Any] | None = None, **state: Any) -> AppTest:
        script = _SCRIPT.format(page=page, corpus=str(corpora[corpus]))
        app = AppTest.from_string(script, default_timeout=60)
        for name, value in (address or {}).items():
            app.query_params[name] = value
        for name, value in state.items():
            app.session_state[name] = value
        return app.run()

    return run


def words_of(app: AppTest) -> str:
    """Everything that the page wrote as HTML, without its style sheets."""
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


@pytest.fixture
def words() -> Callable[[AppTest], str]:
    return words_of
