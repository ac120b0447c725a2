"""What was said? The newest quotations of a selection, each in its sentence."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from analysis.catalog.view import View
from analysis.model import Analysis
from analysis.report.reader import UNATTRIBUTED, quotation_html, swatch
from analysis.wording.numbers import count, day, tone

MOST = 60


def section(asked: View) -> str:
    """The newest quotations, of the chosen speakers where some are chosen; empty where nobody speaks."""
    found = asked.corpus.quotations(asked.selection, columns=("article_id", "published", "quotation_id"))
    if found.empty:
        return ""
    newest = found.sort_values("published", ascending=False, na_position="last", kind="stable").head(MOST)
    rows = asked.evidence_in(list(dict.fromkeys(newest["article_id"])))
    rows = rows.set_index("quotation_id", drop=False).loc[newest["quotation_id"]]
    known = asked.analyses(rows["article_id"])
    colors = asked.colors
    said = "".join(_said(row, known.get(str(row["article_id"])), colors) for row in rows.to_dict("records"))
    which = f"The newest {MOST} of {count(len(found))}" if len(found) > MOST else "Newest first"
    return (
        f'<section class="said-list"><h2>Quotations</h2><p>{which}, in their sentences</p>{said}</section>\n'
    )


def _said(row: dict[Any, Any], analysis: Analysis | None, colors: dict[str, int]) -> str:
    speaker = row["speaker"] if isinstance(row["speaker"], str) else None
    kind = row["kind"] if isinstance(row["kind"], str) else None
    named = swatch(speaker, kind, mode="light", colors=colors) + html.escape(speaker or UNATTRIBUTED)
    when = "no date" if pd.isna(row["published"]) else day(row["published"])
    outlet = row["outlet"] if isinstance(row["outlet"], str) and row["outlet"].strip() else "no outlet"
    value = tone(row["tone"])
    about = " · ".join(
        html.escape(part) for part in (outlet, when, row["form"], f"tone {value}" if value else "") if part
    )
    text = html.escape(str(row["text"]))
    if analysis is not None:
        text = quotation_html(analysis, str(row["quotation_id"]), mode="light", colors=colors) or text
    title = html.escape(row["title"]) if isinstance(row["title"], str) else "No title"
    return (
        f'<div class="said"><p class="meta"><b>{named}</b> · {about}</p>'
        f'<blockquote dir="auto">{text}</blockquote><p class="meta">{title}</p></div>'
    )
