"""Which line at the top of a plain text is its headline?

Whoever copies an article from a page takes its kickers, bylines and buttons
along. The headline is the first line before the article's first sentence that
is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.readers.furniture import is_furniture

_LINES_LOOKED_AT = 12
_LONGEST = 200
_WORDS_OF_A_HEADLINE = 4
"""Shorter lines may be kickers (“Ukraine crisis”), and count only where nothing longer follows."""

_ENDS_SENTENCE = re.compile(r"(?<![A-Z])[.…;,:][\"”’'»)]*$")
_BYLINE = re.compile(r"^(?:by|written by|story by|reporting by|from)\s+[^\W\d_a-z]", re.IGNORECASE)
_DATELINE = re.compile(r"^[^\W\d_a-z][\w .,’'-]{1,40}(?:\([\w ./-]{2,40}\)\s*[-–—]|\s[–—])\s*\S")
_CLOCK = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d+\s+(?:min|minute|hour|day)s?\b|\bGMT\b|\b(?:19|20)\d\d$", re.IGNORECASE
)
_LABEL = re.compile(r"^[A-Z][A-Z .’'-]{1,30}:\s")
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_SPEECH = re.compile(r"^[“\"«].*[”\"»]$")


def headline_of(text: str) -> str | None:
    """The headline, or None where the text begins with its first sentence.

    >>> headline_of("Breaking News\\n\\nFerry sinks off Varden\\n\\nA ferry sank on Monday, police said.")
    'Ferry sinks off Varden'
    """
    short = None
    for line in _lines_above_the_article(text):
        if _is_no_headline(line):
            continue
        if len(line.split()) >= _WORDS_OF_A_HEADLINE:
            return line
        short = short or line
    return short


def _lines_above_the_article(text: str) -> Iterator[str]:
    """The short lines at the top; none where no longer text follows them."""
    above: list[str] = []
    start = 0
    for _ in range(_LINES_LOOKED_AT):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else None].strip()
        if line and _is_article(line):
            yield from above
            return
        if line:
            above.append(line)
        if end < 0:
            return
        start = end + 1


def _is_article(line: str) -> bool:
    if len(line) > _LONGEST or _DATELINE.match(line):
        return True
    if _LABEL.match(line) and not is_furniture(line.partition(":")[0]):
        return True
    return bool(_ENDS_SENTENCE.search(line) or _SPEECH.match(line)) and not _is_no_headline(line)


def _is_no_headline(line: str) -> bool:
    if is_furniture(line) or _BYLINE.match(line) or _ADDRESS.search(line):
        return True
    return len(line) < 60 and bool(_CLOCK.search(line))
