"""Which parts of a document does the network see at once?

Windows are runs of whole stretches with a little of what stands around them,
so that no word is judged without its neighborhood. Each is run by itself:
what the network says of an article never depends on another article, nor on
how many are analyzed together.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.tagger.encoding import Encoded


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open: the stretches that are judged, and the pieces that are seen."""

    first_stretch: int
    end_stretch: int
    first_piece: int
    end_piece: int


def windows_of(encoded: Encoded, *, size: int, context: int) -> list[Window]:
    """Cut a document into windows of at most about ``size`` pieces, with ``context`` more on both sides.

    A stretch longer than ``size`` is a window of its own. The windows of a
    document are about equally long.
    """
    stretches = encoded.stretches
    if not stretches:
        return []
    total = stretches[-1].end_piece - stretches[0].first_piece
    room = total / max(1, round(total / size + 0.49))
    windows: list[Window] = []
    first = 0
    while first < len(stretches):
        end = first + 1
        begin = stretches[first].first_piece
        while end < len(stretches) and _fits(
            begin, stretches[end].first_piece, stretches[end].end_piece, room, size
        ):
            end += 1
        seen = max(0, begin - context), min(len(encoded.pieces), stretches[end - 1].end_piece + 1 + context)
        windows.append(Window(first, end, *seen))
        first = end
    return windows


def _fits(begin: int, first: int, end: int, room: float, size: int) -> bool:
    """Whether the window from ``begin`` is nearer to its size with the stretch [first, end) than without."""
    return end - begin <= size and abs(end - begin - room) <= abs(first - begin - room)
