"""Does a position stand in one of many stretches of a text?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from analysis.model import Span


class Stretches:
    """Stretches of a text, those that overlap as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def hold(self, position: int) -> bool:
        """Whether one of them holds a position."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._ends[at] > position
