"""Which measures can be printed, and what does each column of them look like?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.catalog.measured import (
    KEYWORDS_METRIC,
    TONE_METRIC,
    bounds,
    concentration,
    keywords,
    shares_metric,
    sure_shares,
    tones,
)
from analysis.catalog.view import View
from analysis.measures.shares import Metric
from analysis.wording import numbers
from analysis.wording.cells import plain_value

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
class IntervalColumn(Column):
    """The 95 % interval whose lower bound is ``name`` and whose upper one ``high``."""

    high: str = "high"

    def cell(self, row: Row) -> str:
        """Both bounds, or nothing where there are none."""
        low, high = plain_value(row[self.name]), plain_value(row[self.high])
        if low is None or high is None:
            return ""
        if self.write is numbers.share:
            return numbers.interval(low, high)
        return f"{self.write(low)}{numbers.DASH}{self.write(high)}"


@dataclass(frozen=True, slots=True)
class Printed:
    """A measure that can be printed: how it is read, and its columns in a table."""

    read: Callable[[View, Metric], pd.DataFrame]
    metric: Callable[[Metric], str]
    columns: tuple[Column, ...]

    def columns_of(self, frame: pd.DataFrame) -> tuple[Column, ...]:
        """The columns without intervals that no row has: too few stories have none."""
        return tuple(
            column
            for column in self.columns
            if not isinstance(column, IntervalColumn) or frame[column.name].notna().any()
        )


def _text(head: str, name: str, unknown: str = "") -> Column:
    return Column(head, name, str, is_number=False, unknown=unknown)


def _figure(value: float) -> str:
    return f"{value:,.2f}"


_SPEAKER = _text("speaker", "speaker", "(unattributed)")
_COUNT = numbers.count

_TONE = Printed(
    read=lambda view, _: tones(view),
    metric=lambda _: TONE_METRIC,
    columns=(
        _SPEAKER,
        Column("tone", "tone", numbers.tone),
        Column("quotations", "quotations", _COUNT),
        Column("words", "words", _COUNT),
    ),
)

VIEWS: Mapping[str, Printed] = {
    "share-of-voice": Printed(
        read=sure_shares,
        metric=shares_metric,
        columns=(
            _SPEAKER,
            _text("kind", "kind"),
            Column("share", "share", numbers.share),
            IntervalColumn("95 %", "low", numbers.share),
            Column("reach", "reach", numbers.share),
            IntervalColumn("95 %", "reach_low", numbers.share, high="reach_high"),
            Column("quotations", "quotations", _COUNT),
            Column("words", "words", _COUNT),
            Column("direct", "direct", _COUNT),
            Column("mixed", "mixed", _COUNT),
            Column("indirect", "indirect", _COUNT),
        ),
    ),
    "bounds": Printed(
        read=bounds,
        metric=lambda metric: f"{shares_metric(metric)}, worst and best case of the unattributed",
        columns=(
            _SPEAKER,
            Column("worst", "worst", numbers.share),
            Column("best", "best", numbers.share),
            Column("if divided evenly", "even", numbers.share),
        ),
    ),
    "concentration": Printed(
        read=lambda view, _: concentration(view),
        metric=lambda _: "Attributed words of statements",
        columns=(
            _text("measure", "measure"),
            Column("value", "value", _figure),
            IntervalColumn("95 %", "low", _figure),
        ),
    ),
    "sentiment": _TONE,
    "tone": _TONE,
    "keywords": Printed(
        read=lambda view, _: keywords(view),
        metric=lambda _: KEYWORDS_METRIC,
        columns=(
            _text("term", "term"),
            Column("articles", "articles", _COUNT),
            Column("share", "share", numbers.share),
            Column("count", "count", _COUNT),
        ),
    ),
    "quotations": Printed(
        read=lambda view, _: view.corpus.quotations(view.selection),
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
