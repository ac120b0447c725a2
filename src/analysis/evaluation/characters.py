"""Tell which characters of a text are counted, and which stand in quotation marks.

Measuring has its own, simpler rule for quotation marks than
`analysis.text.marks`: what an engine is measured by must not change when the
engine does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Literal

from analysis.model import Form, Span

Role = Literal["source", "cue", "content"]

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile("(?P<opens>``|[“„«])|(?P<closes>[”»])|''|\"")
# Single marks around whole words; anywhere else they may be apostrophes.
_SINGLE = re.compile(
    r"(?<!\w)‘(?=\S)[^‘\n]{2,400}?(?<=\S)’(?!\w)"
    r"|(?<![\w'])'(?=\w)[^'\n]{2,400}?(?<=[\w.,!?])'(?![\w'])"
)
_MOSTLY_QUOTED = 0.9


def characters(spans: Iterable[Span], text: str) -> frozenset[int]:
    """The positions in these spans that hold no white space.

    >>> sorted(characters([Span(0, 3)], "a b"))
    [0, 2]
    """
    return frozenset(at for span in spans for at in range(span.start, span.end) if not text[at].isspace())


def quoted_characters(text: str) -> frozenset[int]:
    """The positions in quotation marks, the marks included.

    Marks pair within one paragraph; one that is left open runs to the paragraph's end.
    """
    quoted: set[int] = set()
    for paragraph in _PARAGRAPH.finditer(text):
        opened: int | None = None
        for mark in _DOUBLE.finditer(text, paragraph.start(), paragraph.end()):
            if opened is None and not mark["closes"]:
                opened = mark.start()
            elif opened is not None and not mark["opens"]:
                quoted.update(range(opened, mark.end()))
                opened = None
        if opened is not None:
            quoted.update(range(opened, paragraph.end()))
    for single in _SINGLE.finditer(text):
        quoted.update(range(single.start(), single.end()))
    return frozenset(quoted)


def form_of(content: Set[int], quoted: Set[int]) -> Form:
    """Whether a content stands in quotation marks, partly does, or not at all."""
    inside = len(content & quoted) / len(content)
    if inside >= _MOSTLY_QUOTED:
        return "direct"
    return "mixed" if inside else "indirect"


def trimmed(span: Span, text: str) -> Span | None:
    """The span without white space at its ends; None where it holds nothing else."""
    part = span.of(text)
    if not part.strip():
        return None
    return Span(span.start + len(part) - len(part.lstrip()), span.end - len(part) + len(part.rstrip()))
