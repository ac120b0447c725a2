"""The newsvoices dashboard: ``streamlit run dashboard.py [-- --corpus DIR]``."""

import sys
from importlib import import_module

import streamlit as st

PAGES = {
    "overview": "Overview",
    "speakers": "Speakers",
    "compare": "Compare",
    "tone": "Tone",
    "keywords": "Keywords",
    "articles": "Articles",
    "review": "Review",
    "check": "Check a sample",
    "add": "Add articles",
    "method": "Method",
}

# Worker processes import this script again; only the server may draw.
if __name__ == "__main__":
    st.set_page_config("newsvoices", layout="wide")
    try:
        from analysis.dashboard.frame import address, chips, exports, filters, links, source, versions
        from analysis.dashboard.ui import parts
        from analysis.errors import AnalysisError
    except ModuleNotFoundError as missing:
        if missing.name != "analysis":
            raise
        st.error("newsvoices is not installed for this Python. Run: pip install -e .")
        st.stop()

    pages = {
        name: st.Page(
            import_module(f"analysis.dashboard.{name}.page").page,
            title=title,
            url_path=name,
            default=name == "overview",
        )
        for name, title in PAGES.items()
    }
    chosen = st.navigation(list(pages.values()), position="top")
    st.session_state["here"] = chosen.url_path
    links.follow(pages)
    parts.style()
    try:
        shown = source.open_chosen(sys.argv[1:])
        view = st.session_state["view"] = filters.sidebar(shown)
        exports.menu(view)
        versions.notice(shown.version)
        chips.chips(view)
        chosen.run()
        address.address(shown.version, () if chosen is pages["articles"] else (links.PARAMETER,))
    except AnalysisError as error:
        parts.empty(str(error))
