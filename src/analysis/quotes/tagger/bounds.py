"""Where does what the tagger found really begin and end?

Quotation marks are known exactly: a content piece that lies on most of a
marked stretch takes all of it, and nothing but marks and points may hang on
behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Span
from analysis.text import Marked

MOSTLY = 0.5


def within_marks(piece: Span, marked: Sequence[Marked], text: str) -> Span:
    """A piece of content with its ends moved to the marks that they nearly meet."""
    start, end = piece.start, piece.end
    for mark in marked:
        shared = min(piece.end, mark.span.end) - max(piece.start, mark.span.start)
        if shared < MOSTLY * len(mark.span):
            continue
        start, end = min(start, mark.span.start), max(end, mark.span.end)
        if not _has_words(text[mark.span.end : end]):
            end = mark.span.end
        if not _has_words(text[start : mark.span.start]):
            start = mark.span.start
    return Span(start, end)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def merged(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces in text order; those that share characters become one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and piece.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)
