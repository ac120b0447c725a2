"""The Streamlit pages and their parts; the only place that knows streamlit."""
