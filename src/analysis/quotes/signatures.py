"""Which quotations are signed, “We tried.” – Ana Silva?

The paragraph is all quotation, and a dash with a name follows it, in the same
paragraph or as the next one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.model import Attribution, Span
from analysis.quotes.layout import LaidOut
from analysis.text import Document, Paragraph, count_words

_SIGNATURE = re.compile(
    r"[\s.]*(?P<dash>--?|[–—]|―)\s*"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?:\s(?:[a-z]{1,3}\s)?[^\W\d_a-z][\w.'’-]*){0,6}"
    r"(?:,\s[^.!?“”\":]{2,80})?)[\s.]*$"
)
_FEWEST_WORDS = 4


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
        sum(count_words(m.inner.of(text)) for m in marked) >= _FEWEST_WORDS
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
