"""What stands side by side on the page Compare: outlets or periods, each with its selection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analysis.charts.time_axis import last_day, period_name
from analysis.dashboard.evidence.behind import Behind
from analysis.dashboard.frame.filters import View
from analysis.measures.concentration import effective_voices
from analysis.measures.periods import Period, calendar
from analysis.measures.tones import tone_by
from analysis.measures.totals import summary
from analysis.model import Selection

MOST = 6

_WEEKS_UP_TO_DAYS = 120


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things compared: its name, its articles, and what a click on it opens."""

    name: str
    selection: Selection
    behind: Behind


def columns_for(count: int) -> int:
    """How many columns leave no thing compared alone in its row."""
    return 2 if count in (2, 4) else 3


def outlet_sides(view: View, names: Sequence[str]) -> list[Side]:
    """The outlets that were chosen, in that order."""
    base = view.selection.base()
    return [_side(name, replace(base, outlets=(name,))) for name in names]


def periods_of(view: View) -> dict[str, tuple[date, date]]:
    """The weeks or months of the selection: name → first and last day, in time order."""
    known = view.shown.articles(view.selection.base())["published"].dropna()
    if known.empty:
        return {}
    days = (known.max() - known.min()).days
    period: Period = "week" if days <= _WEEKS_UP_TO_DAYS else "month"
    _, table = calendar(known, period=period)
    starts = [start.date() for start in table["period_start"]]
    across_years = len({start.year for start in starts}) > 1
    return {_period_name(start, period, across_years): (start, last_day(start, period)) for start in starts}


def period_sides(view: View, names: Sequence[str]) -> list[Side]:
    """The periods that were chosen, in time order."""
    base = view.selection.base()
    found = []
    for name, (first, last) in periods_of(view).items():
        if name in names:
            begin, end = max(first, base.date_from or first), min(last, base.date_to or last)
            found.append(_side(name, replace(base, date_from=begin, date_to=end)))
    return found


def _side(name: str, selection: Selection) -> Side:
    # A wire story counts once in each outlet that prints it, so each side is counted by itself.
    return Side(name, selection, Behind(name, within=selection))


def statements_of(view: View, sides: Sequence[Side]) -> pd.DataFrame:
    """The quotations of all sides, each with the name of its side for an outlet."""
    return pd.concat(
        [view.shown.quotations(side.selection).assign(outlet=side.name) for side in sides], ignore_index=True
    )


def figures_of(view: View, sides: Sequence[Side]) -> pd.DataFrame:
    """How much each side holds: one row a side, parts in percent."""
    return pd.DataFrame([_figures(view, side) for side in sides])


def _figures(view: View, side: Side) -> dict[str, object]:
    said, articles = view.shown.quotations(side.selection), view.shown.articles(side.selection)
    totals = summary(said, articles)
    speech = tone_by(said.assign(all="all"), "all")["tone"]
    return {
        "side": side.name,
        "articles": totals.articles,
        "quotations": totals.quotations,
        "speakers": totals.speakers,
        "voices": effective_voices(said),
        "direct": None if totals.direct_share is None else 100 * totals.direct_share,
        "unattributed": None if totals.unattributed_share is None else 100 * totals.unattributed_share,
        # Never “−0.00”.
        "speech_tone": round(float(speech.iloc[0]), 2) + 0.0 if len(speech) else None,
        "article_tone": round(float(articles["article_tone"].mean()), 2) + 0.0,
    }


def _period_name(start: date, period: Period, across_years: bool) -> str:
    name = period_name(start, period)
    name = name[0].upper() + name[1:]
    return f"{name} {start.year}" if across_years and period == "week" else name
