"""Corpora that pages must bear, and a way to run one page without a browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from analysis import Article, analyze
from analysis.model import Analysis, Keyword, Quotation, Sentence, Span, Speaker
from analysis.run import sample_corpus
from analysis.store import write

HOSTILE = (
    "<script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "![x](http://example.invalid/x.png)",
    "[a](javascript:alert(1))",
    "$x$ and $$y$$",
    ":material/home: :red[red]",
    "\u202eright to left",
    "W" * 300,
    " ",
    "=cmd()",
)

Run = Callable[..., AppTest]

_SCRIPT = """
import streamlit as st
from analysis.dashboard import filters, parts, source, {page}
st.session_state["here"] = "{page}"
parts.style()
st.session_state["view"] = filters.sidebar(source.open_chosen(["--corpus", {corpus!r}]))
{page}.page()
"""


@pytest.fixture(scope="session", autouse=True)
def _whole_messages() -> None:
    # The configuration shows only the kind of an error; tests must see what it says.
    streamlit.config.set_option("client.showErrorDetails", "full")


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample, nothing at all, one article that quotes nobody, and hostile names and titles."""
    folder = tmp_path_factory.mktemp("corpora")
    silent = Article(
        "The river rose by two metres. The bridge stayed open. The levy was paid.", title="Water"
    )
    written = {"empty": [], "silent": [analyze(silent)], "hostile": _hostile()}
    for name, analyses in written.items():
        write(folder / name, analyses)
    return {"sample": sample_corpus()} | {name: folder / name for name in written}


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


def _hostile() -> list[Analysis]:
    return [_hostile_analysis(number, text) for number, text in enumerate(HOSTILE * 3)]


def _hostile_analysis(number: int, name: str) -> Analysis:
    text = f"{name} {name} {name}. The levy is paid."
    end = len(name)
    kind = ("person", "organization", "unnamed", "group")[number % 4]
    quotation = Quotation(
        quotation_id=f"q{number}",
        content=(Span(0, end),),
        source=(Span(end + 1, 2 * end + 1),),
        cue=(),
        form=("direct", "mixed", "indirect")[number % 3],
        act="statement",
        speaker=name,
        kind=kind,
        role=name,
        tone=(number % 7 - 3) / 4,
        words=3 + number,
        confidence=0.5,
        terms=(name, "levy"),
    )
    day = date(2026, 1, 1) + timedelta(days=3 * number) if number % 5 else None
    return Analysis(
        article=Article(
            text, title=name, outlet=name, authors=(name,), published=day, url=f"javascript:{name}"
        ),
        analyzer="rules 0.1.0",
        words=9,
        sentences=(Sentence(Span(0, len(text)), 0.2, False),),
        quotations=(quotation,),
        speakers=(Speaker(name, kind, name, (name, name + "x")),),
        keywords=(Keyword(name, 3), Keyword("levy", 1)),
        article_tone=0.2,
        speech_tone=0.1,
    )
