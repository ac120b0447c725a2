"""How does a reader correct what is known of an article?"""

from __future__ import annotations

import streamlit as st

from analysis.dashboard.frame import versions
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.errors import AnalysisError
from analysis.model import Analysis
from analysis.store import edit


def form(view: View, analysis: Analysis) -> None:
    """Draw the form for title, outlet and date; none for the sample corpus, which stays as it is."""
    if view.shown.is_sample:
        return
    article = analysis.article
    with st.expander("Edit title, outlet and date"), st.form(f"edit-{article.article_id}"):
        title = st.text_input("Title", article.title or "")
        outlet = st.text_input("Outlet", article.outlet or "")
        published = st.date_input("Published", article.published, format="DD/MM/YYYY")
        if not st.form_submit_button("Save"):
            return
        try:
            edit(
                view.shown.path,
                article.article_id,
                title=title.strip() or None,
                outlet=outlet.strip() or None,
                published=published,
            )
        except AnalysisError as error:
            st.error(parts.plain(str(error)))
            return
        versions.show_newest()
        st.rerun()
