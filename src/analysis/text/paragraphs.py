"""Find the paragraphs of a text.

A line is a paragraph, unless the text is wrapped at a fixed width (as in old
e-mails and agency feeds): then blank lines part paragraphs.
"""

from __future__ import annotations

import re

from analysis.model import Span

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][”’\"')\]]*\s*$")
_WRAP_WIDTHS = range(50, 91)


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs in text order, white space around them left out."""
    pattern = _BLOCK if _is_wrapped(text) else _LINE
    spans = []
    for match in pattern.finditer(text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + match.group().index(stripped[0])
            spans.append(Span(start, start + len(stripped)))
    return spans


def _is_wrapped(text: str) -> bool:
    """Whether most lines that are followed by another one break off within a sentence at one width."""
    inner = [line for block in _BLOCK.findall(text) for line in block.split("\n")[:-1]]
    if len(inner) < 4:
        return False
    broken = sum(len(line) in _WRAP_WIDTHS and not _ENDS_SENTENCE.search(line) for line in inner)
    return broken > 0.6 * len(inner)
