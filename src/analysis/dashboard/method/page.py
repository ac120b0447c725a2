"""How is everything measured, how good is it, and what does it get wrong?"""

from __future__ import annotations

import importlib.metadata
import json
import platform

import streamlit as st

from analysis.dashboard.frame.filters import View
from analysis.dashboard.method import wordlists
from analysis.dashboard.ui import parts
from analysis.evaluation.headline import LOWER_IS_BETTER
from analysis.resources import shipped
from analysis.wording.numbers import count, counted, share

_FIGURES = {
    "speaker_f1": "Quotations found, and credited to the right person by name (F1)",
    "speaker_of_found": "Of the quotations found, credited to the right person",
    "attribution_f1": "Who says what: content, source and cue found together (F1)",
    "attribution_quoted_f1": "The same, of what stands in quotation marks (F1)",
    "attribution_speech_f1": "The same, of what is said or written (F1)",
    "content_characters_f1": "Quoted characters found (F1)",
    "exact_content_f1": "Quotations found with exactly the right ends (F1)",
    "source_words": "Words that name the source, of the quotations found",
    "voice_error": "Share of voice given to the wrong person, summed over an article",
}
_PACKAGES = (
    "newsvoices",
    "streamlit",
    "plotly",
    "duckdb",
    "deltalake",
    "nltk",
    "vaderSentiment",
    "simplemma",
)


def page() -> None:
    """Draw definitions, accuracy, versions and word lists."""
    view = parts.view()
    parts.heading("Method", "What is counted, how good it is, and what it gets wrong.")
    _accuracy(view)
    _definitions()
    _versions(view)
    wordlists.lists()
    corpus = view.shown.corpus
    parts.foot(f"Analyzer {corpus.analyzer or 'none'}, corpus version {view.shown.version}.")


def _accuracy(view: View) -> None:
    """The floors of the engine in use: what every version must reach on the marked articles."""
    engine = view.shown.corpus.analyzer.split(" ", 1)[0]
    floors = _floors().get(engine)
    if not floors:
        return
    parts.section(
        f"How good the engine “{engine}” is",
        "At least this good on the sample articles that people marked by hand; every change is held to it",
    )
    rows = [
        (f"{'at most' if name in LOWER_IS_BETTER else 'at least'} {share(floors[name])}", words)
        for name, words in _FIGURES.items()
        if name in floors
    ]
    parts.facts(rows)
    st.html(
        '<p class="nv-note">F1 is the balance of what is found of all there is, and what is right of all '
        "that is found. Other kinds of articles give other figures: mark some of your own and run "
        "<code>newsvoices evaluate</code>.</p>"
    )


def _floors() -> dict[str, dict[str, float]]:
    text = shipped("tests", "quality", "floors.json").read_text("utf-8")
    floors: dict[str, dict[str, float]] = json.loads(text)
    return floors


def _definitions() -> None:
    """The same words as in the documentation, from its own file."""
    _, _, text = shipped("docs", "methods.md").read_text("utf-8").partition("\n")
    with st.container(key="definitions"):
        st.markdown(text)


def _versions(view: View) -> None:
    corpus = view.shown.corpus
    parts.section("Versions", "Name these with every figure that you pass on")
    rows = [("Corpus", str(corpus.path)), ("Corpus version", str(view.shown.version))]
    rows += [("Analyzer", f"{name} ({counted(n, 'article')})") for name, n in corpus.analyzers.items()]
    rows += [(name, importlib.metadata.version(name)) for name in _PACKAGES if _is_installed(name)]
    rows.append(("Python", platform.python_version()))
    parts.facts(rows)
    if corpus.outdated:
        st.html(
            f'<p class="nv-note">{count(corpus.outdated)} articles were analyzed by another version of '
            "newsvoices. <code>newsvoices refresh</code> analyzes them anew.</p>"
        )


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
