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

    pages = {
        "overview": st.Page(overview.page, title="Overview", url_path="overview", default=True),
        "speakers": st.Page(speakers.page, title="Speakers", url_path="speakers"),
        "keywords": st.Page(keywords.page, title="Keywords", url_path="keywords"),
        "articles": st.Page(articles.page, title="Articles", url_path="articles"),
        "add": st.Page(add.page, title="Add articles", url_path="add"),
    }
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="top")
    parts.style()
    try:
        st.session_state["view"] = filters.sidebar(source.open_chosen(sys.argv[1:]))
        chosen.run()
    except AnalysisError as error:
        parts.empty(str(error))
