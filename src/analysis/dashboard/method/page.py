"""The page “Method”: how everything is measured, how good that is, and what it gets wrong."""

from __future__ import annotations

import importlib.metadata
import json
import platform
from functools import cache
from importlib.resources import files

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.foot import foot
from analysis.dashboard.ui.text import facts, heading, section
from analysis.evaluation.headline import LOWER_IS_BETTER
from analysis.resources import shipped
from analysis.wording.numbers import count, counted, share

_LANGUAGE = "en"
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
    view = filters.view()
    heading("Method", "What is counted, how good it is, and what it gets wrong.")
    _accuracy(view)
    _definitions()
    _versions(view)
    _word_lists()
    corpus = view.corpus
    foot(f"Analyzer {corpus.analyzer or 'none'}, corpus version {view.corpus.version}.")


def _accuracy(view: View) -> None:
    """The floors of the engine in use: what every version must reach on the marked articles."""
    engine = view.corpus.analyzer.split(" ", 1)[0]
    floors = _floors().get(engine)
    if not floors:
        return
    section(
        f"How good the engine “{engine}” is",
        "At least this good on the sample articles that people marked by hand; every change is held to it",
    )
    rows = [
        (f"{'at most' if name in LOWER_IS_BETTER else 'at least'} {share(floors[name])}", words)
        for name, words in _FIGURES.items()
        if name in floors
    ]
    facts(rows)
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
    corpus = view.corpus
    section("Versions", "Name these with every figure that you pass on")
    rows = [("Corpus", str(corpus.path)), ("Corpus version", str(view.corpus.version))]
    rows += [("Analyzer", f"{name} ({counted(n, 'article')})") for name, n in corpus.analyzers.items()]
    rows += [(name, importlib.metadata.version(name)) for name in _PACKAGES if _is_installed(name)]
    rows.append(("Python", platform.python_version()))
    facts(rows)
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


def _word_lists() -> None:
    """Which words the analysis knows: the lists themselves, with where each comes from."""
    names = sorted(
        entry.name.removesuffix(".txt")
        for entry in files("analysis.resources").joinpath(_LANGUAGE).iterdir()
        if entry.name.endswith(".txt")
    )
    section("Word lists", "Part of the program, one file each; choose a row to see its words")
    rows = [(name.replace("_", " "), count(len(_entries(name))), _origin(name)) for name in names]
    picked = st.dataframe(
        pd.DataFrame(rows, columns=["List", "Entries", "What it is and where it comes from"]),
        hide_index=True,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        height=320,
        key="word-lists",
        column_config={
            "What it is and where it comes from": st.column_config.TextColumn(
                "What it is and where it comes from", width="large"
            )
        },
    )["selection"]
    places = [*picked["rows"], *(row for row, _ in picked["cells"])]
    if places:
        name = names[places[0]]
        st.text_area(
            f"Words of the list {name.replace('_', ' ')}",
            "\n".join(_entries(name)),
            height=260,
            disabled=True,
        )


@cache
def _lines(name: str) -> list[str]:
    return files("analysis.resources").joinpath(_LANGUAGE, f"{name}.txt").read_text("utf-8").splitlines()


def _entries(name: str) -> list[str]:
    return [line for line in _lines(name) if line.strip() and not line.startswith("#")]


def _origin(name: str) -> str:
    return " ".join(line.lstrip("# ") for line in _lines(name)[:1] if line.startswith("#"))
