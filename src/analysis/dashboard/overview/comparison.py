"""With which earlier days is the selection compared?

With the equally long range before the chosen dates where the articles reach
back that far. Where nothing is chosen there is no such range, and what changed
is asked of the two halves of all days.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from analysis.dashboard.frame.filters import View
from analysis.measures.changes import Days, halves, period_before
from analysis.model import Selection
from analysis.wording.numbers import day_range

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two ranges of days with their selections; ``is_whole`` where ``now`` is all that is selected."""

    before: Selection
    now: Selection
    is_whole: bool

    @property
    def words(self) -> str:
        """The two ranges: “6 April – 10 May against 2 March – 5 April 2026”."""
        if self.is_whole:
            return f"against {_range(self.before)}"
        return f"{_range(self.now)} against {_range(self.before)}"


def comparison(view: View) -> Comparison | None:
    """The two ranges, or None where there is nothing to compare."""
    limits = view.shown.dates()
    if limits is None:
        return None
    selection = view.selection
    chosen = (selection.date_from or limits[0], selection.date_to or limits[1])
    before = period_before(chosen, limits)
    if before:
        return Comparison(_within(selection, before), selection, is_whole=True)
    both = halves(chosen) if (chosen[1] - chosen[0]).days + 1 >= _SHORTEST else None
    if both is None:
        return None
    return Comparison(_within(selection, both[0]), _within(selection, both[1]), is_whole=False)


def _within(selection: Selection, days: Days) -> Selection:
    return replace(selection, date_from=days[0], date_to=days[1])


def _range(selection: Selection) -> str:
    first, last = selection.date_from, selection.date_to
    assert isinstance(first, date)
    assert isinstance(last, date)
    return day_range(first, last)
