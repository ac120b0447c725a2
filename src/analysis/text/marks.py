"""Find the stretches of a text that stand in quotation marks.

Marks are paired by kind and direction within one paragraph, never by counting
through the article: one forgotten mark must not turn every later quotation
inside out. A mark left open ends with its paragraph (newspapers repeat the
opening mark in each paragraph of a long quotation and close it once).

Single marks count only outside double ones and only around whole words, so
that apostrophes stay apostrophes. What was *said* is decided in
`analysis.quotes`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from analysis.model import Span

_DOUBLE = re.compile("``|''|[“”„\"«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"\[$£€…¿¡])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘('])[’'](?![\w’'])")
_LONGEST_SINGLE = 1500
_INCHES = re.compile(r"\d['’]?\s?\d*$")
_OPENS_BEFORE = frozenset(" \t\xa0\u2009\u202f([{—–-/‘'")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks, the marks included.

    ``inner`` is the stretch without its marks, ``is_closed`` whether a closing
    mark was found, ``is_single`` whether the marks are single ones.
    """

    span: Span
    inner: Span
    is_closed: bool
    is_single: bool = False


def marked_spans(text: str, paragraph: Span) -> list[Marked]:
    """The outermost quoted stretches of one paragraph, in text order; they do not overlap."""
    doubles = _double_spans(text, paragraph)
    found: list[Marked] = []
    singles = _single_spans(text, paragraph, doubles)
    for marked in sorted([*doubles, *singles], key=lambda m: (m.span.start, -m.span.end)):
        if not found or marked.span.start >= found[-1].span.end:
            found.append(marked)
    return found


def _double_spans(text: str, paragraph: Span) -> list[Marked]:
    found: list[Marked] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        opens = _is_opening(text, mark, paragraph, opened is not None)
        if opens:
            if opened is not None:
                _close_early(text, opened, mark.start(), found)
            opened = mark
        elif opened is not None:
            _add(found, opened.start(), opened.end(), mark.start(), mark.end(), closed=True)
            opened = None
    if opened is not None:
        end = paragraph.end
        _add(found, opened.start(), opened.end(), end, end, closed=False)
    return found


def _add(found: list[Marked], start: int, inner: int, inner_end: int, end: int, *, closed: bool) -> None:
    if inner < inner_end:
        found.append(Marked(Span(start, end), Span(inner, inner_end), closed))


def _is_opening(text: str, mark: re.Match[str], paragraph: Span, is_open: bool) -> bool:
    """Whether a mark opens a quotation, by what stands around it first and its shape second."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    looks_open = before in _OPENS_BEFORE and not after.isspace()
    looks_closed = before not in _OPENS_BEFORE and not after.isalnum()
    shape = mark.group()
    if shape in "“«„``" and not (is_open and looks_closed):
        # German and Polish close with “ what they opened with „.
        return True
    if shape in "”»":
        return not is_open and looks_open
    if looks_open != looks_closed:
        return looks_open
    if _INCHES.search(text, max(paragraph.start, mark.start() - 6), mark.start()) and not is_open:
        return False
    return not is_open


def _close_early(text: str, opened: re.Match[str], limit: int, found: list[Marked]) -> None:
    """A second opening mark: the first quotation was left open and ends with a sentence before it."""
    ends = [text.rfind(stop, opened.end(), limit) for stop in (". ", "? ", "! ", ".” ", ", ")]
    end = max(ends)
    if end > opened.end():
        _add(found, opened.start(), opened.end(), end + 1, end + 1, closed=False)


def _single_spans(text: str, paragraph: Span, doubles: list[Marked]) -> list[Marked]:
    found: list[Marked] = []
    starts = [double.span.start for double in doubles]
    position = paragraph.start
    while mark := _SINGLE_OPEN.search(text, position, paragraph.end):
        position = mark.end()
        number = bisect_right(starts, mark.start()) - 1
        if number >= 0 and mark.start() < doubles[number].span.end:
            position = doubles[number].span.end
            continue
        close = _single_close(text, mark, min(paragraph.end, mark.end() + _LONGEST_SINGLE))
        if close is not None:
            inner, end = Span(mark.end(), close), close + 1
            found.append(Marked(Span(mark.start(), end), inner, True, True))
            position = end
    return found


def _single_close(text: str, opened: re.Match[str], limit: int) -> int | None:
    """Where a single quotation ends: at the first mark that cannot be a plural's apostrophe."""
    following = _SINGLE_OPEN.search(text, opened.end(), limit)
    stop = following.start() if following else limit
    weak: int | None = None
    for close in _SINGLE_CLOSE.finditer(text, opened.end(), stop):
        at = close.start()
        if at == opened.end():
            continue
        if text[at - 1] in ".,!?;…" or text[at - 1] != "s" or not text[at + 1 : at + 3].strip().isalpha():
            # A name's apostrophe (“rock 'n' roll”) is too short to be a quotation.
            return at
        weak = weak or at
    return weak
