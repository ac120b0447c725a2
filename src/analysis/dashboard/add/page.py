"""The page “Add articles”: files are uploaded or a text is pasted, and what came of it is told and undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.dashboard.add import mapping
from analysis.dashboard.frame import versions
from analysis.dashboard.frame.foot import foot
from analysis.dashboard.frame.source import FOLDER
from analysis.dashboard.frame.state import Memory, add_one
from analysis.dashboard.ui.text import heading, plain, section
from analysis.errors import AnalysisError
from analysis.model import Article
from analysis.readers import ENDINGS, ReadOptions, Skipped, article_from_paste, read_bytes
from analysis.store import remove, stored_ids
from analysis.wording.numbers import count, counted

_PASTE = {"pasted": "", "pasted-title": "", "pasted-outlet": "", "pasted-date": None}

_UPLOADS = Memory[int]("uploads", 0)
"""In the key of the list of files: another number empties it."""

_PASTED = Memory[bool]("paste-is-stored", False)
"""Whether the fields of the paste are to be emptied."""


@dataclass(frozen=True, slots=True)
class Added:
    """What the last addition did, so that it can be told and undone."""

    words: str
    ids: tuple[str, ...]
    problems: tuple[tuple[str, str, str], ...]


_ADDED = Memory[Added | None]("added", None)


def page() -> None:
    """Draw upload and paste, and what came of them."""
    folder = Path(FOLDER.get())
    heading("Add articles", f"They are analyzed on this machine and stored in {folder}.")
    _report(folder)
    left, right = st.columns(2, gap="large")
    with left:
        _files(folder)
    with right:
        _paste(folder)
    foot("Nothing of what you add leaves this machine. Adding an article twice changes nothing.")


def _files(folder: Path) -> None:
    section("Files", "Text, web pages, tables, or a zip of these; as many at once as you like")
    files = st.file_uploader(
        "Files",
        [ending.removeprefix(".") for ending in ENDINGS],
        accept_multiple_files=True,
        key=f"files-{_UPLOADS.get()}",
        label_visibility="collapsed",
    )
    if not files:
        st.html(
            '<p class="nv-note">A text file may begin with lines such as “Title: …”, “Outlet: …” and '
            "“Date: 2026-05-07”. A table needs one row an article and a column with the text.</p>"
        )
        return
    given = [(file.name, file.getvalue()) for file in files]
    options = mapping.options(given)
    words = "Add 1 file" if len(given) == 1 else f"Add {len(given)} files"
    if st.button(words, type="primary", key="add-files") and _add_files(folder, given, options):
        add_one(_UPLOADS)
        st.rerun()


def _paste(folder: Path) -> None:
    section("Paste a text", "The first line that looks like a headline becomes the title if you give none")
    if _PASTED.take():
        for key, value in _PASTE.items():
            st.session_state[key] = value
    # What is typed stays for the whole session, also when somebody looks at another page first. No form
    # around the fields: it would keep them in the browser until they are sent, and lose them.
    text = st.text_area("Text", key="pasted", height=260, persist_state="session")
    title = st.text_input("Title", key="pasted-title", persist_state="session")
    left, right = st.columns(2)
    with left:
        outlet = st.text_input("Outlet", key="pasted-outlet", persist_state="session")
    with right:
        published = st.date_input(
            "Date", None, key="pasted-date", format="DD/MM/YYYY", persist_state="session"
        )
    if not st.button("Add text", type="primary", key="add-text"):
        return
    if not text or not text.strip():
        st.warning("Paste the text of an article first.")
        return
    try:
        article = article_from_paste(text, title=title or None, outlet=outlet or None, published=published)
    except AnalysisError as error:
        st.error(plain(str(error)))
        return
    if _add_articles(folder, [article], []):
        _PASTED.set(True)
        st.rerun()


def _add_files(folder: Path, files: Sequence[tuple[str, bytes]], options: Sequence[ReadOptions]) -> bool:
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
    return _add_articles(folder, articles, skipped)


def _add_articles(folder: Path, articles: Sequence[Article], skipped: Sequence[Skipped]) -> bool:
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
        st.error(plain(str(error)))
        return False
    finally:
        bar.empty()
    words = f"Added {counted(summary.added, 'article')} with {counted(summary.quotations, 'quotation')}"
    if summary.already_there:
        words += f"; {counted(summary.already_there, 'article')} already there"
    problems = [
        (item.place, item.reason, "kept without it" if item.kept else "skipped") for item in skipped
    ] + [(place, reason, "skipped") for place, reason in summary.failed]
    _ADDED.set(Added(f"{words}.", new, tuple(problems)))
    versions.show_newest()
    return True


def _report(folder: Path) -> None:
    """Tell what the last addition did; it stands until the next one."""
    added = _ADDED.get()
    if added is None:
        return
    with st.container(key="added", horizontal=True, vertical_alignment="center"):
        st.success(plain(added.words))
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
        section(f"{count(skipped)} skipped, {counted(kept, 'detail')} left out", "Everything else was read")
        st.dataframe(
            pd.DataFrame(added.problems, columns=["Where", "Why", "What was done"]),
            hide_index=True,
            column_config={"Why": st.column_config.TextColumn("Why", width="large")},
        )


def _undo(folder: Path, added: Added) -> None:
    try:
        gone = remove(folder, added.ids)
    except AnalysisError as error:
        _ADDED.set(Added(str(error), added.ids, ()))
        return
    _ADDED.set(Added(f"Took {counted(gone, 'article')} out again.", (), ()))
    versions.show_newest()
