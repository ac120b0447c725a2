"""Which spans do the labels make up, and where exactly do they end?

Labels become spans; then what is known exactly mends what was guessed:
quotation marks bound quoted content, an opening “that” belongs to it, the
full stop of its sentence does not, and a stray word does not cut it in two.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from analysis.quotes.tagger.labels import OUTSIDE, ROLES, Integers, Role, begin
from analysis.quotes.tagger.words import Stream
from analysis.text import Document, Marked

_NEAR = 3
"""A content that misses a mark by this many words or fewer is meant to reach it."""
_MOSTLY = 0.5
_STOPS = frozenset(".,;:")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words ``first`` to ``last``, both included, in one role."""

    role: Role
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks in words, both included; ``is_closed`` where the closing mark stands."""

    first: int
    last: int
    is_closed: bool


def pieces_of(labels: Integers, paragraphs: Integers) -> list[Piece]:
    """The spans that labels make up, in text order; none crosses a paragraph."""
    found: list[Piece] = []
    for index, label in enumerate(labels.tolist()):
        if label == OUTSIDE:
            continue
        role = ROLES[(label - 1) // 2]
        goes_on = (
            label != begin(role)
            and bool(found)
            and found[-1].role == role
            and found[-1].last == index - 1
            and paragraphs[index] == paragraphs[index - 1]
        )
        if goes_on:
            found[-1] = replace(found[-1], last=index)
        else:
            found.append(Piece(role, index, index))
    return found


def quoted_of(document: Document, stream: Stream) -> list[Quoted]:
    """All stretches in quotation marks that hold a word, in text order."""
    starts = stream.starts.tolist()
    found = []
    for paragraph in document.paragraphs:
        for marked in paragraph.marked:
            quoted = _in_words(marked, starts)
            if quoted is not None:
                found.append(quoted)
    return found


def _in_words(marked: Marked, starts: list[int]) -> Quoted | None:
    first, after = bisect_left(starts, marked.span.start), bisect_left(starts, marked.span.end)
    return Quoted(first, after - 1, marked.is_closed) if first < after else None


def bounded(pieces: list[Piece], quoted: list[Quoted], words: list[str]) -> list[Piece]:
    """The same pieces, contents mended; ``words`` are all words of the text in lower case."""
    taken = sorted((piece.first, piece.last) for piece in pieces)
    mended: list[Piece] = []
    for piece in pieces:
        if piece.role != "content":
            mended.append(piece)
            continue
        at = bisect_left(taken, (piece.first, piece.last))
        low = max(taken[at - 1][1] if at else -1, mended[-1].last if mended else -1) + 1
        high = taken[at + 1][0] - 1 if at + 1 < len(taken) else len(words) - 1
        new = _trimmed(_opened(_snapped(piece, quoted, low, high), words, low), quoted, words)
        if mended and mended[-1].role == "content" and _is_one(mended[-1], new, quoted):
            mended[-1] = replace(mended[-1], last=new.last)
        else:
            mended.append(new)
    return mended


def _around(quoted: list[Quoted], word: int) -> Quoted | None:
    at = bisect_left(quoted, word + 1, key=lambda q: q.first) - 1
    return quoted[at] if at >= 0 and quoted[at].last >= word else None


def _snapped(piece: Piece, quoted: list[Quoted], low: int, high: int) -> Piece:
    """Both ends moved to the marks they nearly reach, within ``low`` and ``high``."""
    first, last = piece.first, piece.last
    head, tail = _around(quoted, first), _around(quoted, last)
    if head is not None and first > head.first >= low and _reaches(first - head.first, first, last, head):
        first = head.first
    if tail is not None and last < tail.last <= high and _reaches(tail.last - last, first, last, tail):
        last = tail.last
    return replace(piece, first=first, last=last)


def _reaches(missing: int, first: int, last: int, quoted: Quoted) -> bool:
    covered = min(last, quoted.last) - max(first, quoted.first) + 1
    return missing <= _NEAR or covered >= _MOSTLY * (quoted.last - quoted.first + 1)


def _opened(piece: Piece, words: list[str], low: int) -> Piece:
    """With the “that” before it."""
    before = piece.first - 1
    return replace(piece, first=before) if before >= low and words[before] == "that" else piece


def _trimmed(piece: Piece, quoted: list[Quoted], words: list[str]) -> Piece:
    """Without punctuation at its rims that stands outside quotation marks; a point after one letter stays."""
    first, last = piece.first, piece.last
    while last > first and words[last] in _STOPS and _around(quoted, last) is None:
        if words[last] == "." and len(words[last - 1]) == 1 and words[last - 1].isalpha():
            break
        last -= 1
    while first < last and words[first] in _STOPS and _around(quoted, first) is None:
        first += 1
    return replace(piece, first=first, last=last)


def _is_one(before: Piece, after: Piece, quoted: list[Quoted]) -> bool:
    """Whether two contents lie in the same quotation with at most a stray word between them."""
    if after.first > before.last + 2:
        return False
    head = _around(quoted, before.last)
    return head is not None and head.first <= before.last and after.first <= head.last
