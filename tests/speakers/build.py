"""Attributions written in the text itself: ``{Ana Silva} said [that it failed].``

Braces hold the source of the brackets nearest to them in the same sentence; a
pair of brackets without braces in its sentence has no source.
"""

import re

from analysis.model import Attribution, Span
from analysis.speakers import Credit, Resolution, resolve
from analysis.text import parse

_MARK = re.compile(r"[{}\[\]]")


def resolution(marked: str, *, title: str | None = None, authors: tuple[str, ...] = ()) -> Resolution:
    """Resolve the attributions that are marked in a text."""
    text = _MARK.sub("", marked)
    document = parse(text, title)
    sources, contents = _spans(marked, "{}"), _spans(marked, "[]")
    starts = [sentence.span.start for sentence in document.sentences]

    def sentence(position: int) -> int:
        return sum(start <= position for start in starts)

    attributions = []
    for content in contents:
        near = [s for s in sources if sentence(s.start) == sentence(content.start)]
        near.sort(key=lambda source: abs(source.start - content.start))
        attributions.append(Attribution((content,), tuple(near[:1]), (), "statement", 1.0))
    return resolve(document, attributions, title=title, authors=authors)


def credits(marked: str, **more: object) -> tuple[Credit, ...]:
    """The credits of the attributions that are marked in a text."""
    return resolution(marked, **more).credits


def names(marked: str, **more: object) -> list[str | None]:
    """The speakers of the attributions that are marked in a text."""
    return [credit.speaker for credit in credits(marked, **more)]


def _spans(marked: str, pair: str) -> list[Span]:
    found: list[Span] = []
    at, opened = 0, 0
    for character in marked:
        if character == pair[0]:
            opened = at
        elif character == pair[1]:
            found.append(Span(opened, at))
        if character not in "{}[]":
            at += 1
    return found
