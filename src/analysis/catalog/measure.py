"""What a measure is called, how it is read, written in a table, and drawn.

The measures themselves are declared in `analysis.catalog.measures`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from analysis.catalog.view import View
from analysis.charts.palette import Mode
from analysis.measures.results import Course, Result, table_of
from analysis.measures.shares import Metric
from analysis.wording import numbers
from analysis.wording.cells import plain_value

if TYPE_CHECKING:  # Drawing libraries are loaded only for charts.
    import plotly.graph_objects as go

Words = str | Mapping[Metric, str]
"""Words that are the same, or others, for each thing that shares may be parts of."""

Read = Callable[[View, Metric], Result]
Draw = Callable[[View, Any, Mode, int], "go.Figure"]
Mark = Literal["speaker", "group", "outlet", "term", "first", "last"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its value in a row, and how that is written."""

    head: str
    name: str
    write: Callable[[Any], str]
    is_number: bool = True
    unknown: str = ""

    def cell(self, row: Mapping[Any, Any]) -> str:
        """What stands in this column of a row."""
        value = plain_value(row[self.name])
        return self.unknown if value is None else self.write(value)


@dataclass(frozen=True, slots=True)
class IntervalColumn(Column):
    """The 95 % interval whose lower bound is ``name`` and whose upper one ``high``."""

    high: str = "high"

    def cell(self, row: Mapping[Any, Any]) -> str:
        """Both bounds, or nothing where there are none."""
        low, high = plain_value(row[self.name]), plain_value(row[self.high])
        if low is None or high is None:
            return ""
        if self.write is numbers.share:
            return numbers.interval(low, high)
        return f"{self.write(low)}{numbers.DASH}{self.write(high)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that can be shown of a view: as a table where it has columns, as a chart where it is drawn.

    Attributes:
        name: Its name on the command line and in method stamps.
        aliases: Other names of it.
        meaning: What help adds to the name.
        title: What stands over its chart.
        unit: What the numbers of its chart are, for the line below the title.
        page_unit: The same in fewer words, for pages that say the rest elsewhere; else ``unit``.
        metric: What is counted, as the method line calls it.
        read: Its table, with what else it tells.
        columns: How its table is printed.
        charted: What is drawn, where it is another than ``read`` gives.
        draw: Draws that in a mode, with so many rows or lines.
        top: How many rows or lines there are where nobody asks for others.
        marks: What the ``customdata`` of a mark holds: this opens the sentences behind it.
    """

    name: str
    title: str
    metric: Words
    read: Read
    aliases: tuple[str, ...] = ()
    meaning: str = ""
    unit: Words = ""
    page_unit: Words = ""
    columns: tuple[Column, ...] = ()
    charted: Read | None = None
    draw: Draw | None = None
    top: int = 10
    marks: tuple[Mark, ...] = ()

    def metric_line(self, metric: Metric = "words") -> str:
        """What is counted, in words."""
        return _in_words(self.metric, metric)

    def unit_line(self, metric: Metric = "words") -> str:
        """What the numbers of the chart are, in words."""
        return _in_words(self.unit, metric)

    def page_title(self, result: Result) -> str:
        """What stands over the chart of a result on a page: courses say how long their periods are."""
        if isinstance(result, Course):
            return self.title.replace("over time", f"by {result.period}")
        return self.title

    def page_unit_line(self, metric: Metric = "words") -> str:
        """What the numbers of the chart are, in the words of a page."""
        return _in_words(self.page_unit or self.unit, metric)

    def result(self, view: View, metric: Metric = "words") -> Result:
        """The measure of a view."""
        return view.once((self.name, metric), lambda: self.read(view, metric))

    def table(self, view: View, metric: Metric = "words") -> pd.DataFrame:
        """The table of the measure of a view."""
        return table_of(self.result(view, metric))

    def chart_table(self, view: View, metric: Metric = "words") -> pd.DataFrame:
        """The table that the chart of a view is drawn from."""
        return table_of(self._drawn(view, metric))

    def _drawn(self, view: View, metric: Metric) -> Result:
        charted = self.charted
        if charted is None:
            return self.result(view, metric)
        return view.once((f"chart {self.name}", metric), lambda: charted(view, metric))

    def figure(
        self, view: View, metric: Metric = "words", *, mode: Mode = "light", top: int | None = None
    ) -> go.Figure:
        """The chart of a view; light for files, since they are looked at on other screens and on paper."""
        assert self.draw is not None, f"{self.name} has no chart"
        return self.draw(view, self._drawn(view, metric), mode, top or self.top)

    def columns_of(self, table: pd.DataFrame) -> tuple[Column, ...]:
        """The columns without intervals that no row has: too few stories have none."""
        return tuple(
            column
            for column in self.columns
            if not isinstance(column, IntervalColumn) or table[column.name].notna().any()
        )


def _in_words(words: Words, metric: Metric) -> str:
    return words if isinstance(words, str) else words[metric]
