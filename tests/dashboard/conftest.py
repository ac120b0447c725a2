"""Corpora that pages must bear, and a way to run one page without a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from analysis import Article, analyze
from analysis.store import write

Run = Callable[..., AppTest]

BRIDGE = (
    "“The old bridge is a terrible danger to everybody,” Mayor Ana Silva said on Monday. "
    "“We will repair the old bridge.”\n\nThe engineer Bo Chen said that the bridge would be closed.\n\n"
    "The river was wonderful that day. Nobody came to the hearing."
)

_SCRIPT = """
from analysis.dashboard.frame import filters, source
from analysis.dashboard.frame.state import HERE
from analysis.dashboard.{page}.page import page
from analysis.dashboard.ui.style import style
HERE.set("{page}")
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
    """Run a page of the dashboard on one of the corpora or a folder, with an address and a state."""

    def run(page: str, corpus: str | Path, address: dict[str, Any] | None = None, **state: Any) -> AppTest:
        folder = corpora[corpus] if isinstance(corpus, str) else corpus
        script = _SCRIPT.format(page=page, corpus=str(folder))
        app = AppTest.from_string(script, default_timeout=600)
        for name, value in (address or {}).items():
            app.query_params[name] = value
        for name, value in state.items():
            app.session_state[name] = value
        return app.run()

    return run


@pytest.fixture
def words() -> Callable[[AppTest], str]:
    """Everything that a page wrote as HTML, without its style sheets."""

    def words(app: AppTest) -> str:
        bodies = [element.proto.body for element in app.get("html")]
        return "\n".join(body for body in bodies if not body.startswith("<style>"))

    return words


@pytest.fixture
def bridge() -> str:
    """A text with two quotations of a mayor and one of an engineer."""
    return BRIDGE


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A corpus that may be corrected: the text about the bridge, and another article."""
    folder = tmp_path / "own"
    bridge = Article(BRIDGE, title="Bridge closed", outlet="Harbor Post", article_id="harbor")
    write(
        folder,
        [
            analyze(bridge),
            analyze(Article("The levy was paid.", title="Levy", outlet="Tidewater", article_id="levy")),
        ],
    )
    return folder
