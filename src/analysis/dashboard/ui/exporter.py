"""How does a chart become an image in the reader's own browser?

The page has already loaded plotly.js; a small component draws the export
figure off screen and saves it, so that neither Chrome nor Kaleido is needed
on the server. The figure is always the light one.
"""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

_HTML = (
    "<button type='button' data-format='png'>PNG</button>"
    "<button type='button' data-format='svg'>SVG</button><span></span>"
)
_CSS = """
button { font: inherit; font-size: 14px; min-height: 40px; margin-right: .5rem; padding: 0 .9rem;
  cursor: pointer;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius); }
button:focus-visible { outline: 2px solid var(--st-link-color); }
span { font-size: 13px; color: var(--st-gray-text-color); }
"""
_JS = """
export default function ({ parentElement, data }) {
  const note = parentElement.querySelector('span');
  for (const button of parentElement.querySelectorAll('button')) {
    button.onclick = async () => {
      if (!window.Plotly) {
        note.textContent = 'Wait until the chart is drawn, then try again.';
        return;
      }
      note.textContent = '';
      const figure = JSON.parse(data.figure);
      const format = button.dataset.format;
      try {
        await window.Plotly.downloadImage(figure, { format, filename: data.name, width: figure.layout.width,
          height: figure.layout.height, scale: format === 'png' ? 2 : 1 });
      } catch (error) { note.textContent = 'The image could not be drawn: ' + error.message; }
    };
  }
}
"""
_COMPONENT = st.components.v2.component("newsvoices_image", html=_HTML, css=_CSS, js=_JS)


def image_buttons(figure: go.Figure, name: str, *, key: str) -> None:
    """Two buttons that save a figure as ``name.png`` (twice its size) and ``name.svg``."""
    _COMPONENT(key=key, data={"figure": figure.to_json(), "name": name})
