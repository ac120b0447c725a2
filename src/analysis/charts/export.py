"""Make a figure a file: a page, a picture, a vector drawing.

Pages need nothing; pictures are drawn by a browser through Kaleido, an extra.
An image stands alone, so it carries title, unit and method with it, and
whatever the screen shows is drawn from the light figure.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal, get_args

import plotly.graph_objects as go

from analysis.charts.palette import LIGHT
from analysis.charts.template import FONT, SERIF
from analysis.errors import ExportUnavailable
from analysis.wording.names import escaped

ImageFormat = Literal["png", "svg", "pdf"]
IMAGE_FORMATS: tuple[ImageFormat, ...] = get_args(ImageFormat)

WIDTH = 1200

_SIDE, _ABOVE, _BELOW = 40, 84, 66
_LETTER = 6.8
_STAMP_CHARACTERS, _STAMP_LINES, _STAMP_LINE = 170, 3, 16
_REMEDY = (
    "an image needs a browser: install the extra, pip install -e '.[export]' in the folder of newsvoices, "
    "and Chrome or Chromium; or use .html, which needs neither"
)


def export_figure(fig: go.Figure, *, title: str, unit_line: str, footer: str) -> go.Figure:
    """Lay a light figure out as an image that can stand alone.

    Args:
        fig: A light figure of this package; it stays as it is.
        title: What the chart is about: “Share of voice by speaker”.
        unit_line: What is counted and what lines mean.
        footer: The method stamp; a figure's note is put before it.

    Returns:
        A figure 1,200 pixels wide and 150 higher (more for a stamp of four
        lines), with shortened names written in full.
    """
    out = go.Figure(fig)
    margin = fig.layout.margin
    texts = [annotation.to_plotly_json() for annotation in fig.layout.annotations]
    left, right = _room_for_full_names(texts, margin.l or 0, margin.r or 0)
    texts = [_in_full(text, left - (margin.l or 0)) for text in texts]
    note = (fig.layout.meta or {}).get("note")
    stamp = f"{note} {footer}" if note else footer
    lines = textwrap.wrap(stamp, _STAMP_CHARACTERS)
    below = _BELOW + _STAMP_LINE * max(0, len(lines) - _STAMP_LINES)
    texts += _head(title, unit_line, left, margin.t or 0) + _foot(lines, left, right, margin.b or 0)
    out.layout.annotations = texts
    out.layout.shapes = [*fig.layout.shapes, _rule(left, margin.b or 0)]
    out.layout.margin = {
        "l": left + _SIDE,
        "r": right + _SIDE,
        "t": (margin.t or 0) + _ABOVE,
        "b": (margin.b or 0) + below,
    }
    out.update_layout(width=WIDTH, height=fig.layout.height + _ABOVE + below)
    return out


def as_html(fig: go.Figure) -> str:
    """A page that holds the figure and everything it needs; it asks the network for nothing."""
    alt = escaped((fig.layout.meta or {}).get("alt", ""))
    label = alt.replace('"', "&quot;")
    config = {"displayModeBar": False, "responsive": True}
    drawing = fig.to_html(full_html=False, include_plotlyjs=True, config=config)
    background = fig.layout.template.layout.paper_bgcolor or LIGHT.page
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{alt}</title></head>\n'
        f'<body style="margin:0;background:{background}"><main aria-label="{label}">\n'
        f"{drawing}\n</main></body></html>\n"
    )


def as_image(fig: go.Figure, format: ImageFormat) -> bytes:
    """A figure as PNG (two pixels a point), SVG or PDF.

    Raises:
        ExportUnavailable: Kaleido or a browser is missing, or the browser failed.
        ValueError: ``format`` is none of the three.
    """
    if format not in IMAGE_FORMATS:
        raise ValueError(f"format {format!r} is none of {', '.join(IMAGE_FORMATS)}")
    try:
        import kaleido
    except ImportError as error:
        raise ExportUnavailable(f"Kaleido is not installed; {_REMEDY}") from error
    options = {"format": format, "width": fig.layout.width or WIDTH, "height": fig.layout.height}
    options["scale"] = 2 if format == "png" else 1
    try:
        # Without a page of our own Kaleido would fetch MathJax from the network.
        page = kaleido.PageGenerator(mathjax=False)
        image: bytes = kaleido.calc_fig_sync(fig.to_dict(), opts=options, kopts={"page_generator": page})
    except Exception as error:  # Kaleido and its browser raise plain RuntimeError, OSError and their own.
        raise ExportUnavailable(f"{_reason(error)}; {_REMEDY}") from error
    return image


@cache
def can_draw_images() -> bool:
    """Whether Kaleido and a browser for it are installed."""
    if find_spec("kaleido") is None or find_spec("choreographer") is None:
        return False
    from choreographer.browsers.chromium import Chromium

    return Chromium.find_browser(skip_local=False) is not None


def file_name(chart: str, date_from: date | None, date_to: date | None, suffix: str) -> str:
    """A name that says what is in the file.

    >>> file_name("share-of-voice", date(2026, 3, 2), date(2026, 5, 10), "png")
    'share-of-voice_2026-03-02_2026-05-10.png'
    """
    days = [day.isoformat() for day in (date_from, date_to) if day]
    return "_".join([chart, *days]) + "." + suffix.removeprefix(".")


def _reason(error: Exception) -> str:
    """What failed, without Kaleido's own remedy, which is a download."""
    first = (str(error).strip().splitlines() or [type(error).__name__])[0]
    missing = "chrome" in first.lower() or "no browser" in first.lower()
    return "no browser found" if missing else f"the browser failed ({first.rstrip('.')})"


def _room_for_full_names(texts: Sequence[dict[str, Any]], left: int, right: int) -> tuple[int, int]:
    """Margins as wide as the names that were shortened for narrow screens."""
    for text in texts:
        if text.get("hovertext") and text.get("xref") == "paper":
            need = int(len(text["hovertext"]) * _LETTER) + 24
            if text["x"] == 0 and (text.get("xshift") or 0) < 0:
                left = max(left, need)
            elif text["x"] == 1:
                right = max(right, need)
    return left, right


def _in_full(text: dict[str, Any], further_left: int) -> dict[str, Any]:
    moved = dict(text)
    if full := text.get("hovertext"):
        moved["text"] = full
    if text.get("xref") == "paper" and text["x"] == 0 and (text.get("xshift") or 0) < 0:
        moved["xshift"] = text["xshift"] - further_left
    return moved


def _head(title: str, unit_line: str, left: int, top: int) -> list[dict[str, Any]]:
    above = top + _ABOVE
    return [
        _text(escaped(title), 26, LIGHT.ink, x=0, y=1, xshift=-left, yshift=above - 20, family=SERIF),
        _text(escaped(unit_line), 13.5, LIGHT.muted, x=0, y=1, xshift=-left, yshift=above - 53),
    ]


def _foot(lines: Sequence[str], left: int, right: int, bottom: int) -> list[dict[str, Any]]:
    words = "<br>".join(escaped(line) for line in lines)
    below = -(bottom + 18)
    return [
        _text(words, 12, LIGHT.muted, x=0, y=0, xshift=-left, yshift=below),
        _text("newsvoices", 12, LIGHT.muted, x=1, y=0, xshift=right, yshift=below, xanchor="right"),
    ]


def _text(words: str, size: float, color: str, *, family: str = FONT, **place: Any) -> dict[str, Any]:
    mark = {"text": words, "showarrow": False, "xref": "paper", "yref": "paper", "align": "left"}
    mark |= {"xanchor": "left", "yanchor": "top", "borderpad": 0}
    return mark | {"font": {"size": size, "color": color, "family": family}} | place


def _rule(left: int, bottom: int) -> dict[str, Any]:
    """A hairline above the footer, from margin to margin."""
    at = -(bottom + 11)
    wide = {"xref": "paper", "xsizemode": "pixel", "xanchor": 0, "x0": -left, "x1": WIDTH - 2 * _SIDE - left}
    high = {"yref": "paper", "ysizemode": "pixel", "yanchor": 0, "y0": at, "y1": at}
    return {"type": "line", "line": {"width": 1, "color": LIGHT.rule}} | wide | high
