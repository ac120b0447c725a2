"""Tell whether a position, or how much of a span, lies in some stretches of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from analysis.model import Span


class Stretches:
    """Stretches of a text; where they overlap, a character counts once."""

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

    def overlap(self, span: Span) -> int:
        """How many characters of a span lie in the stretches."""
        first = bisect_right(self._ends, span.start)
        stop = bisect_left(self._starts, span.end, first)
        return sum(
            min(self._ends[i], span.end) - max(self._starts[i], span.start) for i in range(first, stop)
        )
