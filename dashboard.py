"""The newsvoices dashboard: ``streamlit run dashboard.py [-- --corpus DIR]``."""

import sys

import streamlit as st

# Worker processes import this script again; only the server may draw.
if __name__ == "__main__":
    st.set_page_config("newsvoices", layout="wide")
    try:
        from analysis.dashboard import add, articles, filters, keywords, overview, parts, source, speakers
        from analysis.errors import AnalysisError
    except ModuleNotFoundError as missing:
        if missing.name != "analysis":
            raise
        st.error("newsvoices is not installed for this Python. Run: pip install -e .")
        st.stop()

    pages = [
        st.Page(overview.page, title="Overview", url_path="overview", default=True),
        st.Page(speakers.page, title="Speakers", url_path="speakers"),
        st.Page(keywords.page, title="Keywords", url_path="keywords"),
        st.Page(articles.page, title="Articles", url_path="articles"),
        st.Page(add.page, title="Add articles", url_path="add"),
    ]
    chosen = st.navigation(pages, position="top")
    st.session_state["here"] = chosen.url_path
    parts.style()
    try:
        st.session_state["view"] = filters.sidebar(source.open_chosen(sys.argv[1:]))
        # An article opens on the page where it was asked for.
        articles.page() if articles.opened() else chosen.run()
    except AnalysisError as error:
        parts.empty(str(error))
