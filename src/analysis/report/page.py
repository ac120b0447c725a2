"""How does a selection become one page that can be sent, printed and kept?

The page is static and needs nothing: plotly.js stands in it once, the figures
as JSON, all text escaped, and a content policy forbids it to load anything.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from importlib.resources import files

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from analysis.catalog.drawings import DRAWINGS, Drawing
from analysis.catalog.view import View
from analysis.errors import AnalysisError
from analysis.report import passages, tables
from analysis.report.stamp import method_line
from analysis.wording.numbers import count, counted, day_range, share
from analysis.wording.selections import in_words

_CHARTS = (
    "share-of-voice",
    "share-over-time",
    "sentiment",
    "tone-over-time",
    "keywords",
    "outlets-by-speakers",
    "tone-by-outlet",
)
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)
_FICTIONAL = "Sample corpus: places and people are fictional."


def report_page(asked: View, *, title: str = "Who gets to speak", is_sample: bool = False) -> str:
    """Write the report of a selection as an HTML page.

    Args:
        asked: The corpus and the selection.
        title: What stands at the head of the page.
        is_sample: Whether to say that everything in it is made up.

    Returns:
        A whole page: figures, charts with their numbers, quotations in their sentences, method.

    Raises:
        AnalysisError: no article is in the selection.
    """
    if asked.articles.empty:
        raise AnalysisError("no articles in this selection; widen the dates or leave a filter out")
    figures: list[go.Figure] = []
    sections = "".join(_charts(asked, figures))
    folder = files("analysis.report")
    style = "".join(folder.joinpath(name).read_text("utf-8") for name in ("reader.css", "page.css"))
    name = html.escape(title)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{name}</title><style>{style}</style></head>\n<body><main>"
        f"<header><h1>{name}</h1><p>{html.escape(_selection(asked, is_sample))}</p></header>"
        f"{_figures(asked)}{sections}{passages.section(asked)}"
        f"<footer>{html.escape(_foot(asked))}</footer></main>\n"
        f"<script>{get_plotlyjs()}</script>\n"
        f'<script type="application/json" id="figures">{_json(figures)}</script>\n'
        f"<script>{folder.joinpath('page.js').read_text('utf-8')}</script></body></html>\n"
    )


def _charts(asked: View, figures: list[go.Figure]) -> Iterator[str]:
    """One section a chart; the figures themselves go to ``figures``, drawn when the page opens."""
    for name in _CHARTS:
        drawing = DRAWINGS[name]
        table = drawing.measure(asked, "words")
        if table.empty:
            continue
        figure = drawing.draw(asked, table, drawing.top)
        yield _section(asked, drawing, figure, tables.table(table), len(figures))
        figures.append(figure)


def _section(asked: View, drawing: Drawing, figure: go.Figure, table: str, number: int) -> str:
    meta = figure.layout.meta or {}
    note = f'<p class="note">{html.escape(meta["note"])}</p>' if meta.get("note") else ""
    alt = html.escape(meta.get("alt") or drawing.title)
    return (
        f"<section><h2>{html.escape(drawing.title)}</h2><p>{html.escape(drawing.unit_line('words'))}</p>"
        f'<div class="chart" role="img" aria-label="{alt}" data-figure="{number}" '
        f'style="height:{figure.layout.height:.0f}px"></div>{note}'
        f"<details><summary>Numbers</summary>{table}</details></section>\n"
    )


def _figures(asked: View) -> str:
    totals = asked.totals
    cells = [
        ("Articles", count(totals.articles)),
        ("Quotations", count(totals.quotations)),
        ("Speakers", count(totals.speakers)),
        ("Quoted words", count(totals.words)),
        ("Direct speech", share(totals.direct_share) or "–"),
        ("Unattributed", share(totals.unattributed_share) or "–"),
    ]
    inside = "".join(f"<div><dt>{name}</dt><dd>{html.escape(number)}</dd></div>" for name, number in cells)
    return f"<dl>{inside}</dl>\n"


def _selection(asked: View, is_sample: bool) -> str:
    """What the report is about; where nobody chose dates, those of the articles."""
    published = asked.articles["published"].dropna()
    chosen = asked.selection.date_from or asked.selection.date_to
    days = (
        "" if chosen or published.empty else day_range(published.min().date(), published.max().date()) + "."
    )
    words = in_words(asked.selection) or "All outlets."
    return " ".join(part for part in (days, words, _FICTIONAL if is_sample else "") if part)


def _foot(asked: View) -> str:
    line = method_line(asked, "Quoted words of statements")
    undated = asked.corpus.undated if asked.selection.date_from or asked.selection.date_to else 0
    left_out = f" {counted(undated, 'article')} without a date left out." if undated else ""
    return f"{line}{left_out} Made with newsvoices."


def _json(figures: list[go.Figure]) -> str:
    """Figures as JSON in which no text can end the script that holds it."""
    joined = ",".join(figure.to_json() for figure in figures)
    written = f"[{joined}]"
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
