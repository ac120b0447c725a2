"""Find quotations that the layout of paragraphs tells, without a cue in a sentence.

*Turns of a conversation*, “SILVA: We tried.” A name in capitals before a colon
is enough. A name in small letters, and “Q” and “A”, are turns only where
several stand in one text and come again, since headlines (“Silva: We tried”)
and lists are written like that too. What stands between two turns goes on
with the first. All that is said in a turn is its speaker's, also whom the
speaker quotes.

*Signed quotations*, “We tried.” – Ana Silva: the paragraph is all quotation,
and a dash with a name follows it, in the same paragraph or as the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from analysis.model import Attribution, Span
from analysis.resources import word_set
from analysis.text import Document, Paragraph, count_words

_BETWEEN = r"(?:\s?\([^()\n]{1,40}\)|,\s[^:\n]{2,50})?(?P<colon>:)\s+(?=\S)"
_NAME = regex.compile(r"(?P<name>\p{Lu}[\w.’'-]+(?: (?:[a-z]{2,3} )?\p{Lu}[\w.’'-]*){0,3})" + _BETWEEN)
_QUESTION = regex.compile(r"(?P<name>[QA]|Question|Answer)(?P<colon>[:.])\s+(?=\S)")
_OPENING = regex.compile(r"[\"“„«‟]\s?")
_CLOSING = regex.compile(r"\s?[\"”“»]\s*$")
_ASIDE = regex.compile(r"[\"“„«‟]?[(\[][^()\[\]]*[)\]]?\.?[\"”“»]?$|[\W_]+$")
_FARTHEST = 2
"""So many paragraphs without a name may stand between two turns."""

_SIGNATURE = regex.compile(
    r"[\s.]*(?P<dash>--?|[–—]|―)\s*"
    r"(?P<name>\p{Lu}[\w.'’-]*(?:\s(?:[a-z]{1,3}\s)?\p{Lu}[\w.'’-]*){0,6}"
    r"(?:,\s[^.!?“”\":]{2,80})?)[\s.]*$"
)
_FEWEST_SIGNED_WORDS = 4


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A quotation and the numbers of the paragraphs that it and its source fill."""

    attribution: Attribution
    paragraphs: frozenset[int]


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
    names = {turn.name.of(document.text).split()[-1].lower() for turn in turns}
    is_conversation = 1 < len(names) < len(turns)
    return [turn for turn in turns if turn.is_sure or is_conversation]


def _laid_out(document: Document, turn: _Turn, following: int) -> LaidOut:
    """The turn with the paragraphs that go on with it before the following one."""
    pieces, paragraphs = [turn.said], [turn.paragraph]
    if following - turn.paragraph - 1 <= _FARTHEST:
        for number in range(turn.paragraph + 1, following):
            paragraph = document.paragraphs[number]
            if paragraph.role == "body" and not _ASIDE.match(paragraph.span.of(document.text)):
                span = paragraph.span
                pieces.append(_within_marks(document.text, span) if turn.is_opened else span)
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


def signed_quotations(document: Document) -> list[LaidOut]:
    """All signed quotations in text order."""
    found = []
    following: list[Paragraph | None] = [*document.paragraphs[1:], None]
    for number, (paragraph, after) in enumerate(zip(document.paragraphs, following, strict=True)):
        if not _opens_with_quotation(document.text, paragraph):
            continue
        end = paragraph.marked[-1].span.end
        if document.text[end : paragraph.span.end].strip(" ."):
            signature, paragraphs = Span(end, paragraph.span.end), {number}
        elif after is not None:
            signature, paragraphs = after.span, {number, number + 1}
        else:
            continue
        attribution = _signed(document.text, paragraph, signature)
        if attribution is not None:
            found.append(LaidOut(attribution, frozenset(paragraphs)))
    return found


def _opens_with_quotation(text: str, paragraph: Paragraph) -> bool:
    """Whether nothing but a sentence or more in quotation marks stands before what may sign it."""
    marked = paragraph.marked
    if not marked or not marked[-1].is_closed or marked[0].span.start != paragraph.span.start:
        return False
    between = (text[a.span.end : b.span.start] for a, b in pairwise(marked))
    return not any(gap.strip() for gap in between) and (
        sum(count_words(m.inner.of(text)) for m in marked) >= _FEWEST_SIGNED_WORDS
    )


def _signed(text: str, paragraph: Paragraph, signature: Span) -> Attribution | None:
    match = _SIGNATURE.match(text[signature.start : signature.end])
    if not match:
        return None
    source = text[: signature.start + match.end("name")].rstrip(" .")
    return Attribution(
        tuple(marked.span for marked in paragraph.marked),
        (Span(signature.start + match.start("name"), len(source)),),
        (Span(signature.start + match.start("dash"), signature.start + match.end("dash")),),
        "statement",
        0.9,
    )
