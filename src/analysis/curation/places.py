"""Where in a text do the words stand that somebody has copied out of it?

A browser breaks lines and joins spaces, and keyboards have straight quotation
marks: neither makes the words other ones.
"""

from __future__ import annotations

import re

from analysis.model import Span

_MARKS = {'"': '["“”„«»]', "'": "['‘’‚]"}
_SAME = {mark: plain for plain, marks in _MARKS.items() for mark in marks.strip("[]")}


def places_of(text: str, words: str) -> list[Span]:
    """Every place where the words stand, in the order of the text; nowhere gives none.

    Spaces and line breaks count as the same, and so do all forms of a quotation mark.

    >>> places_of("He said:\\n“It is  closed.”", '"It is closed."')
    [Span(start=9, end=25)]
    """
    wanted = words.split()
    if not wanted:
        return []
    pattern = r"\s+".join("".join(map(_sign, word)) for word in wanted)
    return [Span(*found.span()) for found in re.finditer(pattern, text)]


def _sign(sign: str) -> str:
    plain = _SAME.get(sign, sign)
    return _MARKS.get(plain) or re.escape(plain)
