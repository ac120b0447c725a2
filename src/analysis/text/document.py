"""Parse an article's text once, into the `Document` that all later steps read.

Paragraphs, sentences, words, quotation marks, and what is asked of positions
(which sentence, whether quoted, whether a sentence begins there) are found
here, so that no step cuts the raw text again in its own way.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from analysis.model import Span
from analysis.text.furniture import Role, dateline_length, paragraph_roles
from analysis.text.marks import Marked, marked_spans
from analysis.text.paragraphs import paragraph_spans
from analysis.text.sentences import begins_sentence, sentence_spans
from analysis.text.stretches import Stretches
from analysis.text.words import Token, count_words, tokens_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body paragraph: where it stands, and its paragraph's number."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: where it stands (without a dateline), and whether it is measured.

    ``marked`` are the outermost stretches in quotation marks, in order.
    """

    span: Span
    role: Role
    marked: tuple[Marked, ...] = ()


@dataclass(frozen=True)
class Document:
    """A text and its parts, all in text order; positions are characters of ``text``.

    ``sentences`` and ``tokens`` are those of body paragraphs only.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]

    @property
    def words(self) -> int:
        """How many words are measured."""
        return sum(count_words(sentence.span.of(self.text)) for sentence in self.sentences)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Where the sentences begin."""
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def token_starts(self) -> tuple[int, ...]:
        """Where the words and marks begin."""
        return tuple(token.start for token in self.tokens)

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """The outermost stretches in quotation marks of all paragraphs."""
        return tuple(marked for paragraph in self.paragraphs for marked in paragraph.marked)

    @cached_property
    def quoted(self) -> Stretches:
        """All that stands in quotation marks, the marks included."""
        return Stretches(marked.span for marked in self.marked)

    @cached_property
    def written(self) -> frozenset[str]:
        """All that stands between white space anywhere in the text, as written."""
        return frozenset(self.text.split())

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The words and marks that begin in a stretch."""
        starts = self.token_starts
        return self.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def sentence_at(self, position: int) -> int:
        """The number of the last sentence that begins at a position or before it; −1 before the first."""
        return bisect_right(self.sentence_starts, position) - 1

    def paragraph_at(self, position: int) -> int:
        """The number of the paragraph of a position's sentence; −1 before the first."""
        at = self.sentence_at(position)
        return self.sentences[at].paragraph if at >= 0 else -1

    def begins_sentence(self, position: int) -> bool:
        """Whether the word at a position may owe its capital to a sentence that begins with it."""
        return begins_sentence(self.text, position)

    def is_capital(self, token: Token) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[token.start].isupper()


def parse(text: str, title: str | None = None) -> Document:
    """Cut a text into paragraphs, sentences and words.

    Args:
        text: The article's text, already repaired; positions refer to it.
        title: The headline, if known, so that it is recognized in the text.

    Returns:
        The document; an empty text has no parts.
    """
    spans = paragraph_spans(text)
    roles = paragraph_roles([span.of(text) for span in spans], title)
    paragraphs = tuple(_paragraph(text, span, role) for span, role in zip(spans, roles, strict=True))
    body = [(number, p) for number, p in enumerate(paragraphs) if p.role == "body"]
    sentences = tuple(Sentence(s, number) for number, p in body for s in sentence_spans(text, p.span))
    tokens = tuple(token for _, p in body for token in tokens_of(text, p.span.start, p.span.end))
    return Document(text, paragraphs, sentences, tokens)


def _paragraph(text: str, span: Span, role: Role) -> Paragraph:
    if role != "body":
        return Paragraph(span, role)
    start = span.start + dateline_length(span.of(text))
    body = Span(start, span.end)
    return Paragraph(body, role, tuple(marked_spans(text, body)))
