"""How do articles come in? Files are uploaded, or a text is pasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.charts.numbers import counted
from analysis.dashboard import parts
from analysis.errors import AnalysisError
from analysis.model import Article

_TYPES = ["txt", "md", "html", "htm", "csv", "tsv", "xlsx", "jsonl", "parquet", "zip"]


def page() -> None:
    """Draw upload and paste, and what came of them."""
    folder = Path(st.session_state["folder"])
    parts.heading(
        "Add articles", "They are analyzed on this machine and stored in the folder of your corpus."
    )
    _report()
    left, right = st.columns(2, gap="large")
    with left, st.form("upload", clear_on_submit=True):
        parts.section(
            "Files", "Text, web pages, tables or a zip of these; see data/README.md for the columns"
        )
        files = st.file_uploader(
            "Files", _TYPES, accept_multiple_files=True, key="files", label_visibility="collapsed"
        )
        if st.form_submit_button("Add files", type="primary"):
            if files:
                _add(folder, [(file.name, file.getvalue()) for file in files])
            else:
                st.warning("Choose at least one file.")
    with right, st.form("paste"):
        parts.section(
            "Paste a text", "The first line that looks like a headline becomes the title if you give none"
        )
        text = st.text_area("Text", key="pasted", height=220)
        title = st.text_input("Title", key="pasted-title")
        outlet = st.text_input("Outlet", key="pasted-outlet")
        published = st.date_input("Date", None, key="pasted-date", format="DD/MM/YYYY")
        if st.form_submit_button("Add text", type="primary"):
            if text and text.strip():
                from analysis.readers import article_from_paste

                article = article_from_paste(
                    text, title=title or None, outlet=outlet or None, published=published
                )
                _store(folder, iter([article]), [])
            else:
                st.warning("Paste the text of an article first.")


def _add(folder: Path, files: list[tuple[str, bytes]]) -> None:
    from analysis.readers import Skipped, read_bytes

    skipped: list[Skipped] = []

    def articles() -> Iterator[Article]:
        for name, data in files:
            yield from read_bytes(name, data, on_skip=skipped.append)

    _store(folder, articles(), skipped)


def _store(folder: Path, articles: Iterator[Article], skipped: Sequence[object]) -> None:
    from analysis.run import Progress, run

    bar = st.progress(0.0, "Analyzing")

    def report(progress: Progress) -> None:
        bar.progress(min(0.95, progress.finished / (progress.finished + 5)), f"{progress.finished} done")

    try:
        summary = run(articles, folder, on_progress=report)
    except AnalysisError as error:
        st.error(parts.plain(str(error)))
        return
    finally:
        bar.empty()
    added = f"Added {counted(summary.added, 'article')} with {counted(summary.quotations, 'quotation')}"
    known = f"; {counted(summary.already_there, 'article')} already there" if summary.already_there else ""
    problems = [str(item) for item in skipped] + [f"{place}: {reason}" for place, reason in summary.failed]
    st.session_state["added"] = (added + known + ".", problems)
    st.rerun()


def _report() -> None:
    """What the last addition did; it stands until the next one."""
    if "added" not in st.session_state:
        return
    words, problems = st.session_state["added"]
    st.success(parts.plain(words))
    if problems:
        parts.section(f"{counted(len(problems), 'problem')}", "Everything else was added")
        st.dataframe(pd.DataFrame({"skipped": problems}), hide_index=True)
