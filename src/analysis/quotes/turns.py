"""Which paragraphs are turns of a conversation, “SILVA: We tried.”?

A name in capitals before a colon is enough. A name in small letters, and
“Q” and “A”, are turns only where several stand in one text and come again,
since headlines (“Silva: We tried”) and lists are written like that too. What
stands between two turns goes on with the first. All that is said in a turn
is its speaker's, also whom the speaker quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from analysis.model import Attribution, Span
from analysis.quotes.layout import LaidOut
from analysis.resources import word_set
from analysis.text import Document, count_words

_BETWEEN = r"(?:\s?\([^()\n]{1,40}\)|,\s[^:\n]{2,50})?(?P<colon>:)\s+(?=\S)"
_NAME = re.compile(r"(?P<name>[^\W\d_a-z][\w.'’-]+(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w.'’-]*){0,3})" + _BETWEEN)
_QUESTION = re.compile(r"(?P<name>[QA]|Question|Answer)(?P<colon>[:.])\s+(?=\S)")
_OPENING = re.compile(r"[\"“„«‟]\s?")
_CLOSING = re.compile(r"\s?[\"”“»]\s*$")
_ASIDE = re.compile(r"[\"“„«‟]?[(\[][^()\[\]]*[)\]]?\.?[\"”“»]?$|[\W_]+$")
_FEWEST_TURNS = 3
_FARTHEST = 2
"""So many paragraphs without a name may stand between two turns."""


@dataclass(frozen=True, slots=True)
class _Turn:
    paragraph: int
    name: Span
    colon: Span
    said: Span
    is_opened: bool
    is_sure: bool


def turns_of(document: Document) -> list[LaidOut]:
    """All turns of a text in text order; none where it is no conversation."""
    bodies = [number for number, paragraph in enumerate(document.paragraphs) if paragraph.role == "body"]
    turns = _kept(document, [turn for number in bodies if (turn := _turn(document, number))])
    ends = [turn.paragraph for turn in turns[1:]] + [0]
    return [_laid_out(document, turn, end) for turn, end in zip(turns, ends, strict=False)]


def _turn(document: Document, number: int) -> _Turn | None:
    whole = document.paragraphs[number].span
    span = _within_marks(document.text, whole)
    start = span.of(document.text)[:120]
    found = _QUESTION.match(start) or _NAME.match(start)
    if not found or span.start + found.end() >= span.end:
        return None
    name = found["name"]
    if name.lower().replace("’", "'") in word_set("turn_labels"):
        return None
    return _Turn(
        number,
        Span(span.start, span.start + len(name)),
        Span(span.start + found.start("colon"), span.start + found.end("colon")),
        Span(span.start + found.end(), span.end),
        is_opened=span.start > whole.start,
        is_sure=len(name) > 2 and name.isupper() and not span.of(document.text).isupper(),
    )


def _kept(document: Document, turns: list[_Turn]) -> list[_Turn]:
    """All of them in a conversation, where somebody speaks again; else those named in capitals."""
    names = Counter(turn.name.of(document.text).split()[-1].lower() for turn in turns)
    is_conversation = len(turns) >= _FEWEST_TURNS and any(count > 1 for count in names.values())
    is_conversation = is_conversation and len(names) > 1
    return [turn for turn in turns if turn.is_sure or is_conversation]


def _laid_out(document: Document, turn: _Turn, following: int) -> LaidOut:
    """The turn with the paragraphs that go on with it before the following one."""
    pieces, paragraphs = [turn.said], [turn.paragraph]
    if following - turn.paragraph - 1 <= _FARTHEST:
        for number in range(turn.paragraph + 1, following):
            paragraph = document.paragraphs[number]
            if paragraph.role == "body" and not _ASIDE.match(paragraph.span.of(document.text)):
                pieces.append(
                    _within_marks(document.text, paragraph.span) if turn.is_opened else paragraph.span
                )
                paragraphs.append(number)
    content = tuple(_without_stop(document.text, piece) for piece in pieces)
    attribution = Attribution(content, (turn.name,), (turn.colon,), "statement", 0.9)
    return LaidOut(attribution, frozenset(paragraphs))


def _within_marks(text: str, paragraph: Span) -> Span:
    """Without the mark that opens each paragraph of a printed conversation, and its last one."""
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    if not opening:
        return paragraph
    closing = _CLOSING.search(text, opening.end(), paragraph.end)
    return Span(opening.end(), closing.start() if closing else paragraph.end)


def _without_stop(text: str, piece: Span) -> Span:
    bare = piece.of(text).rstrip(" .")
    return Span(piece.start, piece.start + len(bare)) if count_words(bare) else piece
