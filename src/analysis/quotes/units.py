"""Cut a document into what is read at a time: sentences, with every quotation whole.

Sentences that one quotation bridges are glued together, and so are paragraphs
that a web page broke between a quotation and its “she said”.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.model import Span
from analysis.text import Document, Marked, Sentence, Token

Range = tuple[int, int]
"""First and last token of a phrase, both included."""

OUTSIDE = -1
_LONGEST = 300
"""No sentence has more words outside quotation marks; a text without full stops is cut, so that
the time it takes grows with its length and not with the square of it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of one or more sentences with its words and quotations.

    ``inside[i]`` is the number of the quotation in ``marked`` that holds
    ``tokens[i]`` (its marks included), or `OUTSIDE`.
    """

    text: str
    tokens: tuple[Token, ...]
    marked: tuple[Marked, ...]
    inside: tuple[int, ...]
    paragraph: int

    def covering(self, first: int, last: int) -> Span:
        """The characters from one token to another, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def word(self, index: int) -> str:
        """A token's lower-case form; empty before the first and behind the last."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_quoted(self, index: int) -> bool:
        """Whether a token stands in quotation marks; none does behind the last."""
        return index < len(self.tokens) and self.inside[index] != OUTSIDE

    def quotation_end(self, index: int) -> str:
        """The last character inside the quotation that holds a token; empty outside quotations."""
        number = self.inside[index]
        return "" if number == OUTSIDE else self.marked[number].inner.of(self.text).rstrip()[-1:]

    def is_title(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.tokens[index].start].isupper()


def units_of(document: Document) -> list[Unit]:
    """All units of the body, in text order."""
    units = []
    for span, marked, paragraph in _stretches(document):
        tokens = document.tokens_in(span)
        inside = _inside(tokens, marked)
        for first, stop in _cuts(inside):
            units.append(Unit(document.text, tokens[first:stop], marked, inside[first:stop], paragraph))
    return units


def _cuts(inside: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """The parts of an endless sentence, each beginning outside quotation marks."""
    first = 0
    if len(inside) > _LONGEST:
        outside = 0
        for index, number in enumerate(inside):
            outside += number == OUTSIDE
            if outside > _LONGEST:
                yield first, index
                first, outside = index, 1
    yield first, len(inside)


def _stretches(document: Document) -> list[tuple[Span, tuple[Marked, ...], int]]:
    """Each unit's span, its quotations, and its paragraph's number."""
    found: list[tuple[Span, tuple[Marked, ...], int]] = []
    starts = [marked.span.start for marked in document.marked]
    for sentence in document.sentences:
        span, number = sentence.span, sentence.paragraph
        marked = document.marked[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if found and _goes_on(document.text, found[-1], sentence):
            before, earlier, number = found.pop()
            span, marked = Span(before.start, span.end), earlier + marked
        found.append((span, marked, number))
    return found


def _goes_on(text: str, before: tuple[Span, tuple[Marked, ...], int], sentence: Sentence) -> bool:
    """Whether a quotation of the unit before reaches into a sentence, or waits for it: “…,” ¶ she said."""
    span, marked, number = before
    if not marked:
        return False
    last = marked[-1]
    if last.span.end > sentence.span.start:
        return True
    is_open = last.is_closed and last.span.end == span.end and last.inner.of(text).rstrip().endswith(",")
    return is_open and number < sentence.paragraph


def _inside(tokens: tuple[Token, ...], marked: tuple[Marked, ...]) -> tuple[int, ...]:
    numbers = []
    current = 0
    for token in tokens:
        while current < len(marked) and marked[current].span.end <= token.start:
            current += 1
        held = current < len(marked) and marked[current].span.start <= token.start
        numbers.append(current if held else OUTSIDE)
    return tuple(numbers)
