"""How is a long text cut into windows that the network can read?

Windows follow one another at paragraph breaks where possible. Each also reads
a margin of what stands before and after it, but answers only for its own
words, so that no word is judged from the rim of a window.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from analysis.quotes.tagger.words import Stream

LONGEST = 320
MARGIN = 40


@dataclass(frozen=True, slots=True)
class Window:
    """The word pieces ``[first, last)`` that are read, and the words ``[first_word, last_word)`` answered for."""

    first: int
    last: int
    first_word: int
    last_word: int


def windows_of(stream: Stream, longest: int = LONGEST, margin: int = MARGIN) -> list[Window]:
    """Windows that answer for every word once, in text order.

    A window's own part has at most ``longest`` word pieces, unless one word
    alone has more; the margins come on top.
    """
    tokens = stream.tokens.tolist()
    breaks = stream.breaks.tolist()
    cuts = sorted([*tokens, *breaks])
    total = len(stream.pieces)
    found = []
    start = 0
    while start < total:
        end = _end(start, total, longest, breaks, cuts)
        first = cuts[bisect_left(cuts, max(0, start - margin))]
        after = bisect_right(cuts, min(total, end + margin)) - 1
        last = total if end + margin >= total else max(end, cuts[after])
        words = bisect_left(tokens, start), bisect_left(tokens, end)
        if words[0] < words[1]:
            found.append(Window(first, last, *words))
        start = end
    return found


def _end(start: int, total: int, longest: int, breaks: list[int], cuts: list[int]) -> int:
    """Where a window's own part ends: at the last break within reach, else at the last word."""
    limit = start + longest
    if limit >= total:
        return total
    at = bisect_right(breaks, limit) - 1
    if at >= 0 and breaks[at] > start:
        return breaks[at]
    at = bisect_right(cuts, limit) - 1
    if cuts[at] > start:
        return cuts[at]
    return cuts[at + 1] if at + 1 < len(cuts) else total
