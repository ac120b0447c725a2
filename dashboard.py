"""The newsvoices dashboard: ``streamlit run dashboard.py [-- --corpus DIR]``."""

import sys

import streamlit as st

# Worker processes import this script again; only the server may draw.
if __name__ == "__main__":
    st.set_page_config("newsvoices", layout="wide")
    try:
        from analysis.dashboard.app import run
    except ModuleNotFoundError as missing:
        if missing.name != "analysis":
            raise
        st.error("newsvoices is not installed for this Python. Run: pip install -e .")
        st.stop()
    run(sys.argv[1:])
