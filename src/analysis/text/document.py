"""What does an article's text consist of?

`parse` finds paragraphs, sentences, words and quotation marks once; everything
later works on the resulting `Document` and never on raw text again.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import Span
from analysis.text.furniture import Role, dateline_length, paragraph_roles
from analysis.text.marks import Marked, marked_spans
from analysis.text.paragraphs import paragraph_spans
from analysis.text.sentences import sentence_spans
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


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its parts, all in text order.

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
