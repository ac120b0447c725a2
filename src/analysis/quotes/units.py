"""What is read at a time: a sentence, with every quotation that begins in it whole.

Sentences that one quotation bridges are glued together, and so are paragraphs
that a web page broke between a quotation and its “she said”.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from analysis.model import Span
from analysis.text import Document, Marked, Token

OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of one or more sentences with its words and quotations.

    ``inside[i]`` is the number of the quotation in ``marked`` that holds
    ``tokens[i]`` (its marks included), or `OUTSIDE`.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    marked: tuple[Marked, ...]
    inside: tuple[int, ...]
    paragraph: int

    def covering(self, first: int, last: int) -> Span:
        """The characters from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def is_title(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.tokens[index].start].isupper()


def units_of(document: Document) -> list[Unit]:
    """All units of the body, in text order."""
    starts = [token.start for token in document.tokens]
    units = []
    for span, marked, paragraph in _stretches(document):
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        tokens = document.tokens[low:high]
        units.append(Unit(document.text, span, tokens, marked, _inside(tokens, marked), paragraph))
    return units


def _stretches(document: Document) -> list[tuple[Span, tuple[Marked, ...], int]]:
    """Each unit's span, its quotations, and its paragraph's number."""
    found: list[tuple[Span, list[Marked], int]] = []
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        marked = [m for m in paragraph.marked if sentence.span.start <= m.span.start < sentence.span.end]
        if found and (
            _bridged(found[-1], sentence.span) or _broken_off(document, found[-1], sentence.paragraph)
        ):
            before = found[-1]
            found[-1] = (Span(before[0].start, sentence.span.end), before[1] + marked, before[2])
        else:
            found.append((sentence.span, marked, sentence.paragraph))
    return [(span, tuple(marked), paragraph) for span, marked, paragraph in found]


def _bridged(before: tuple[Span, list[Marked], int], after: Span) -> bool:
    """Whether a quotation of the unit before reaches into this sentence."""
    return bool(before[1]) and before[1][-1].span.end > after.start


def _broken_off(document: Document, before: tuple[Span, list[Marked], int], paragraph: int) -> bool:
    """Whether the paragraph before ends with a quotation that a comma leaves open: “…,” ¶ she said."""
    span, marked, number = before
    if number >= paragraph or not marked:
        return False
    last = marked[-1]
    return (
        last.is_closed and last.span.end == span.end and last.inner.of(document.text).rstrip().endswith(",")
    )


def _inside(tokens: tuple[Token, ...], marked: tuple[Marked, ...]) -> tuple[int, ...]:
    numbers = []
    current = 0
    for token in tokens:
        while current < len(marked) and marked[current].span.end <= token.start:
            current += 1
        held = current < len(marked) and marked[current].span.start <= token.start
        numbers.append(current if held else OUTSIDE)
    return tuple(numbers)
