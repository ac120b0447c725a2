"""Where in the article does a position lie?

Paragraph, sentence, and whether it stands between quotation marks, for any
character of the text, found by bisection.
"""

from __future__ import annotations

from bisect import bisect_right

from analysis.text import Document


class Layout:
    """The parts of a document, to be asked by position."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._paragraph_starts = [paragraph.span.start for paragraph in document.paragraphs]
        self._sentences = [sentence.span for sentence in document.sentences]
        self._sentence_starts = [span.start for span in self._sentences]
        marked = [mark.span for paragraph in document.paragraphs for mark in paragraph.marked]
        self._mark_starts = [span.start for span in marked]
        self._mark_ends = [span.end for span in marked]

    def paragraph(self, position: int) -> int:
        """The number of the paragraph that holds a position or ends last before it."""
        return bisect_right(self._paragraph_starts, position) - 1

    def sentence(self, position: int) -> int:
        """The number of the sentence that holds a position or ends last before it; −1 before all."""
        return bisect_right(self._sentence_starts, position) - 1

    def sentence_start(self, position: int) -> int:
        """Where the sentence of a position begins."""
        number = self.sentence(position)
        return self._sentence_starts[number] if number >= 0 else 0

    def sentence_end(self, position: int) -> int:
        """Where the sentence of a position ends."""
        number = self.sentence(position)
        return self._sentences[number].end if number >= 0 else len(self.text)

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands between quotation marks."""
        number = bisect_right(self._mark_starts, position) - 1
        return number >= 0 and position < self._mark_ends[number]

    def quoted_around(self, position: int) -> int | None:
        """Where the quotation marks around a position open, if it stands between any."""
        number = bisect_right(self._mark_starts, position) - 1
        return self._mark_starts[number] if number >= 0 and position < self._mark_ends[number] else None
