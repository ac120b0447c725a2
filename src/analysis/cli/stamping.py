"""Which figures does a method stamp stand for, and how is it saved?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis.catalog.view import View
from analysis.catalog.views import VIEWS
from analysis.cli.exported import TABLES
from analysis.cli.files import whole_file
from analysis.measures.shares import Metric
from analysis.report.stamp import figures_of, stamp_of

Read = Callable[[View, Metric], pd.DataFrame]


def save_stamp(
    file: str | None, asked: View, measure: str, metric: Metric, figures: Callable[[], pd.DataFrame]
) -> None:
    """Save what stands behind figures, if a file was named; ``figures`` gives the whole table.

    Raises:
        AnalysisError: the file cannot be written.
    """
    if file is None:
        return
    stamp = stamp_of(asked, measure, metric, figures_of(figures()))
    with whole_file(Path(file)) as part:
        part.write_text(stamp.as_json(), "utf-8", errors="replace")


def reader_of(measure: str) -> Read | None:
    """How the figures of a stamp's measure are read; None where there is no such measure."""
    kind, _, name = measure.partition(" ")
    if kind == "export" and name in TABLES:
        return lambda asked, _: TABLES[name].read(asked)
    if kind == "chart":
        # Drawing libraries are loaded only for charts.
        from analysis.catalog.drawings import DRAWINGS

        return DRAWINGS[name].measure if name in DRAWINGS else None
    return VIEWS[measure].read if measure in VIEWS else None
