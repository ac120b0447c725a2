"""Which measures can be printed, and what does each column of them look like?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts import numbers
from analysis.measures.shares import Metric
from analysis.report.cells import plain_value
from analysis.report.measured import (
    KEYWORDS_METRIC,
    TONE_METRIC,
    keywords,
    shares,
    shares_metric,
    tones,
)
from analysis.report.question import Question

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its value in a row, and how that is written."""

    head: str
    name: str
    write: Callable[[Any], str]
    is_number: bool = True
    unknown: str = ""

    def cell(self, row: Row) -> str:
        """What stands in this column of a row."""
        value = plain_value(row[self.name])
        return self.unknown if value is None else self.write(value)


@dataclass(frozen=True, slots=True)
class View:
    """A measure that can be printed: how it is read, and its columns in a table."""

    read: Callable[[Question, Metric], pd.DataFrame]
    metric: Callable[[Metric], str]
    columns: tuple[Column, ...]


def _text(head: str, name: str, unknown: str = "") -> Column:
    return Column(head, name, str, is_number=False, unknown=unknown)


_SPEAKER = _text("speaker", "speaker", "(unattributed)")
_COUNT = numbers.count

_TONE = View(
    read=lambda question, _: tones(question),
    metric=lambda _: TONE_METRIC,
    columns=(
        _SPEAKER,
        Column("tone", "tone", numbers.tone),
        Column("quotations", "quotations", _COUNT),
        Column("words", "words", _COUNT),
    ),
)

VIEWS: Mapping[str, View] = {
    "share-of-voice": View(
        read=shares,
        metric=shares_metric,
        columns=(
            _SPEAKER,
            _text("kind", "kind"),
            Column("share", "share", numbers.share),
            Column("reach", "reach", numbers.share),
            Column("quotations", "quotations", _COUNT),
            Column("words", "words", _COUNT),
            Column("direct", "direct", _COUNT),
            Column("mixed", "mixed", _COUNT),
            Column("indirect", "indirect", _COUNT),
        ),
    ),
    "sentiment": _TONE,
    "tone": _TONE,
    "keywords": View(
        read=lambda question, _: keywords(question),
        metric=lambda _: KEYWORDS_METRIC,
        columns=(
            _text("term", "term"),
            Column("articles", "articles", _COUNT),
            Column("share", "share", numbers.share),
            Column("count", "count", _COUNT),
        ),
    ),
    "quotations": View(
        read=lambda question, _: question.corpus.quotations(question.selection),
        metric=lambda _: "Statements",
        columns=(
            _text("published", "published", "no date"),
            _text("outlet", "outlet"),
            _SPEAKER,
            _text("form", "form"),
            Column("tone", "tone", numbers.tone),
            _text("quotation", "text"),
        ),
    ),
}
