"""What does an addition do, how far is it, what was left out and why, and how is it undone?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.dashboard.frame import versions
from analysis.dashboard.ui import parts
from analysis.errors import AnalysisError
from analysis.model import Article
from analysis.readers import ReadOptions, Skipped, read_bytes
from analysis.store import remove, stored_ids
from analysis.wording.numbers import count, counted


@dataclass(frozen=True, slots=True)
class Added:
    """What the last addition did, so that it can be told and undone."""

    words: str
    ids: tuple[str, ...]
    problems: tuple[tuple[str, str, str], ...]


def add_files(folder: Path, files: Sequence[tuple[str, bytes]], options: Sequence[ReadOptions]) -> bool:
    """Read files and add their articles; gives whether that was possible."""
    skipped: list[Skipped] = []
    articles: list[Article] = []
    with st.status("Reading", expanded=False) as status:
        for (name, data), chosen in zip(files, options, strict=True):
            for article in read_bytes(name, data, options=chosen, on_skip=skipped.append):
                articles.append(article)
                if len(articles) % 100 == 0:
                    status.update(label=f"Reading: {counted(len(articles), 'article')}")
        status.update(label=f"Read {counted(len(articles), 'article')}", state="complete")
    return add_articles(folder, articles, skipped)


def add_articles(folder: Path, articles: Sequence[Article], skipped: Sequence[Skipped]) -> bool:
    """Analyze and store articles, with a bar that shows how far it is."""
    from analysis.run import Progress, run

    bar = st.progress(0.0, "Analyzing")

    def tell(progress: Progress) -> None:
        done = progress.finished
        bar.progress(min(1.0, done / len(articles)), f"Analyzing: {count(done)} of {count(len(articles))}")

    try:
        before = stored_ids(folder)
        summary = run(articles, folder, on_progress=tell)
        new = tuple(sorted({article.article_id for article in articles} & stored_ids(folder) - before))
    except AnalysisError as error:
        st.error(parts.plain(str(error)))
        return False
    finally:
        bar.empty()
    words = f"Added {counted(summary.added, 'article')} with {counted(summary.quotations, 'quotation')}"
    if summary.already_there:
        words += f"; {counted(summary.already_there, 'article')} already there"
    problems = [
        (item.place, item.reason, "kept without it" if item.kept else "skipped") for item in skipped
    ] + [(place, reason, "skipped") for place, reason in summary.failed]
    st.session_state["added"] = Added(f"{words}.", new, tuple(problems))
    versions.show_newest()
    return True


def report(folder: Path) -> None:
    """Tell what the last addition did; it stands until the next one."""
    added = st.session_state.get("added")
    if not isinstance(added, Added):
        return
    with st.container(key="added", horizontal=True, vertical_alignment="center"):
        st.success(parts.plain(added.words))
        if added.ids:
            st.button(
                f"Undo: take {'it' if len(added.ids) == 1 else 'them'} out again",
                key="undo",
                on_click=_undo,
                args=(folder, added),
            )
    if added.problems:
        skipped = sum(what == "skipped" for _, _, what in added.problems)
        kept = len(added.problems) - skipped
        parts.section(
            f"{count(skipped)} skipped, {counted(kept, 'detail')} left out", "Everything else was read"
        )
        st.dataframe(
            pd.DataFrame(added.problems, columns=["Where", "Why", "What was done"]),
            hide_index=True,
            column_config={"Why": st.column_config.TextColumn("Why", width="large")},
        )


def _undo(folder: Path, added: Added) -> None:
    try:
        gone = remove(folder, added.ids)
    except AnalysisError as error:
        st.session_state["added"] = Added(str(error), added.ids, ())
        return
    st.session_state["added"] = Added(f"Took {counted(gone, 'article')} out again.", (), ())
    versions.show_newest()
