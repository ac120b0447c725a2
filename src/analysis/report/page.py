"""Write a selection as one page that can be sent, printed and kept.

The page is static and needs nothing: plotly.js stands in it once, the figures
as JSON, all text escaped, and a content policy forbids it to load anything.
Its HTML is `page.html`.
"""

from __future__ import annotations

import html
from importlib.resources import files
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup
from plotly.offline import get_plotlyjs

from analysis.catalog.measures import MEASURES
from analysis.catalog.view import View
from analysis.errors import AnalysisError
from analysis.model import Analysis
from analysis.report.reader import UNATTRIBUTED, quotation_html, swatch
from analysis.report.stamp import method_line
from analysis.wording import numbers
from analysis.wording.cells import plain_value
from analysis.wording.numbers import count, counted, day, day_range, share, tone
from analysis.wording.selections import SAMPLE, in_words

_CHARTS = (
    "share-of-voice",
    "share-over-time",
    "sentiment",
    "tone-over-time",
    "keywords",
    "outlets-by-speakers",
    "tone-by-outlet",
)
_MOST_ROWS, _MOST_QUOTATIONS = 200, 60

_WRITTEN = {
    "share": numbers.share,
    "reach": numbers.share,
    "low": numbers.share,
    "high": numbers.share,
    "tone": numbers.tone,
}
_NAMELESS = {"speaker": UNATTRIBUTED, "outlet": "no outlet"}


def report_page(view: View, *, title: str = "Who gets to speak") -> str:
    """Write the report of a selection as an HTML page with ``title`` at its head.

    Returns:
        A whole page: figures, charts with their numbers, quotations in their sentences, method.

    Raises:
        AnalysisError: no article is in the selection.
    """
    if view.articles.empty:
        raise AnalysisError("no articles in this selection; widen the dates or leave a filter out")
    measured = [(MEASURES[name], MEASURES[name].chart_table(view)) for name in _CHARTS]
    charts = [(measure, table, measure.figure(view)) for measure, table in measured if not table.empty]
    found = view.corpus.quotations(view.selection, columns=("article_id", "published", "quotation_id"))
    is_cut = len(found) > _MOST_QUOTATIONS
    return _page().render(
        title=title,
        style=Markup("".join(map(_file, ("reader.css", "page.css")))),
        selection=_selection(view),
        figures=_figures(view),
        charts=[
            {"title": measure.title, "unit": measure.unit_line(), "numbers": _numbers(table)}
            | _facts(figure, measure.title)
            for measure, table, figure in charts
        ],
        quotations=_quotations(view, found),
        which=f"The newest {_MOST_QUOTATIONS} of {count(len(found))}" if is_cut else "Newest first",
        foot=_foot(view),
        plotly=Markup(get_plotlyjs()),
        drawn=_json([figure for _, _, figure in charts]),
        script=Markup(_file("page.js")),
    )


def _page() -> Template:
    environment = Environment(
        loader=PackageLoader("analysis.report", ""),
        autoescape=True,
        # Written as everywhere else here: markupsafe has other names for quotation marks.
        finalize=lambda value: value if isinstance(value, Markup) else Markup(html.escape(str(value))),
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


def _file(name: str) -> str:
    return files("analysis.report").joinpath(name).read_text("utf-8")


def _facts(figure: go.Figure, title: str) -> dict[str, str]:
    meta = figure.layout.meta or {}
    return {
        "alt": meta.get("alt") or title,
        "height": f"{figure.layout.height:.0f}",
        "note": meta.get("note") or "",
    }


def _numbers(frame: pd.DataFrame) -> dict[str, Any]:
    """A measured table as the template wants it: heads, cells, and what is left out."""
    heads = [
        {
            "name": str(name),
            "look": Markup(' class="number"' if pd.api.types.is_numeric_dtype(column) else ""),
        }
        for name, column in frame.items()
    ]
    rows = frame.head(_MOST_ROWS).to_dict("records")
    rest = len(frame) - _MOST_ROWS
    return {
        "heads": heads,
        "rows": [[_cell(str(name), value) for name, value in row.items()] for row in rows],
        "left_out": counted(rest, "row") if rest > 0 else "",
    }


def _cell(name: str, value: Any) -> str:
    value = plain_value(value)
    if value is None:
        return _NAMELESS.get(name, "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        written = _WRITTEN.get(name)
        return written(value) if written else count(value) if value == int(value) else f"{value:.3g}"
    return str(value)


def _figures(view: View) -> list[tuple[str, str]]:
    totals = view.totals
    return [
        ("Articles", count(totals.articles)),
        ("Quotations", count(totals.quotations)),
        ("Speakers", count(totals.speakers)),
        ("Quoted words", count(totals.words)),
        ("Direct speech", share(totals.direct_share) or "–"),
        ("Unattributed", share(totals.unattributed_share) or "–"),
    ]


def _quotations(view: View, found: pd.DataFrame) -> list[dict[str, str]]:
    """The newest quotations, of the chosen speakers where some are chosen, each in its sentences."""
    newest = found.sort_values("published", ascending=False, na_position="last", kind="stable")
    newest = newest.head(_MOST_QUOTATIONS)
    if newest.empty:
        return []
    rows = view.evidence_in(list(dict.fromkeys(newest["article_id"])))
    rows = rows.set_index("quotation_id", drop=False).loc[newest["quotation_id"]]
    known = view.analyses(rows["article_id"])
    return [_said(view, row, known.get(row["article_id"])) for row in rows.to_dict("records")]


def _said(view: View, row: dict[Any, Any], analysis: Analysis | None) -> dict[str, str]:
    row = {name: plain_value(value) if name != "published" else value for name, value in row.items()}
    marked = (
        quotation_html(analysis, row["quotation_id"], mode="light", colors=view.colors) if analysis else ""
    )
    outlet = row["outlet"] if row["outlet"] and row["outlet"].strip() else "no outlet"
    when = "no date" if pd.isna(row["published"]) else day(row["published"])
    value = tone(row["tone"])
    return {
        "swatch": Markup(swatch(row["speaker"], row["kind"], mode="light", colors=view.colors)),
        "speaker": row["speaker"] or UNATTRIBUTED,
        "about": " · ".join(part for part in (outlet, when, row["form"], value and f"tone {value}") if part),
        "text": Markup(marked) if marked else str(row["text"]),
        "title": "No title" if row["title"] is None else row["title"],
    }


def _selection(view: View) -> str:
    """What the report is about; where nobody chose dates, those of the articles."""
    published = view.articles["published"].dropna()
    chosen = view.selection.date_from or view.selection.date_to
    days = (
        "" if chosen or published.empty else day_range(published.min().date(), published.max().date()) + "."
    )
    words = in_words(view.selection) or "All outlets."
    return " ".join(part for part in (days, words, SAMPLE if view.is_sample else "") if part)


def _foot(view: View) -> str:
    line = method_line(view, "Quoted words of statements")
    undated = view.corpus.undated if view.selection.date_from or view.selection.date_to else 0
    left_out = f" {counted(undated, 'article')} without a date left out." if undated else ""
    return f"{line}{left_out} Made with newsvoices."


def _json(figures: list[go.Figure]) -> Markup:
    """Figures as JSON in which no text can end the script that holds it."""
    joined = ",".join(figure.to_json() for figure in figures)
    written = f"[{joined}]"
    return Markup(written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))
