"""How do articles come in? Files are uploaded, or a text is pasted."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analysis.dashboard.add import adding, mapping
from analysis.dashboard.ui import parts
from analysis.errors import AnalysisError

_TYPES = ["txt", "md", "html", "htm", "csv", "tsv", "xlsx", "jsonl", "parquet", "zip"]
_PASTE = {"pasted": "", "pasted-title": "", "pasted-outlet": "", "pasted-date": None}


def page() -> None:
    """Draw upload and paste, and what came of them."""
    folder = Path(st.session_state["folder"])
    parts.heading("Add articles", f"They are analyzed on this machine and stored in {folder}.")
    adding.report(folder)
    left, right = st.columns(2, gap="large")
    with left:
        _files(folder)
    with right:
        _paste(folder)
    parts.foot("Nothing of what you add leaves this machine. Adding an article twice changes nothing.")


def _files(folder: Path) -> None:
    parts.section("Files", "Text, web pages, tables, or a zip of these; as many at once as you like")
    files = st.file_uploader(
        "Files",
        _TYPES,
        accept_multiple_files=True,
        key=f"files-{st.session_state.get('uploads', 0)}",
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
    if st.button(words, type="primary", key="add-files") and adding.add_files(folder, given, options):
        # Another key empties the list of files.
        st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1
        st.rerun()


def _paste(folder: Path) -> None:
    parts.section(
        "Paste a text", "The first line that looks like a headline becomes the title if you give none"
    )
    if st.session_state.pop("paste-is-stored", False):
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
    from analysis.readers import article_from_paste

    try:
        article = article_from_paste(text, title=title or None, outlet=outlet or None, published=published)
    except AnalysisError as error:
        st.error(parts.plain(str(error)))
        return
    if adding.add_articles(folder, [article], []):
        st.session_state["paste-is-stored"] = True
        st.rerun()
