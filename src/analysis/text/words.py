"""Cut a text into words and marks.

A word keeps its apostrophes, hyphens and inner points (“won’t”,
“Silva-Park”, “U.N.”). Two apostrophes or two grave accents are one
quotation mark, as the New York Times writes them. All steps read the same
tokens; what counts words (tone, keywords) joins those that “&” or a point
holds together.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# The first line takes nine words of ten; the others are for what is rarer.
_TOKEN = re.compile(
    r"[^\W\d_]+(?![\w.’'\-‑])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:[-–]?[^\W_]+)*"
    r"|[^\W_]+(?:[’'\-‑][^\W_]+)*(?:(?<=s)[’'](?=\s+[a-z]))?"
    r"|''|``|[^\w\s]|_+"
)
# What is counted has no marks beside it, and numbers come apart.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&.-][^\W_]+)*")
_HELD_TOGETHER = re.compile(r"[^\W_]\S*")


class Token(NamedTuple):
    """One word or mark: where it stands and its lower-case form with plain apostrophes."""

    start: int
    end: int
    lower: str


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """All words and marks of a stretch, in text order.

    >>> [token.lower for token in tokens_of("“I won’t,” U.N. staff said.")]
    ['“', 'i', "won't", ',', '”', 'u.n.', 'staff', 'said', '.']
    """
    return _tokens(_TOKEN, text, start, end)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a stretch that can be looked up or counted, in text order.

    Words with nothing but “&” or a point between them are one.

    >>> [word.lower for word in words_of("AT&T’s workers’ site, example.com.")]
    ["at&t's", 'workers', 'site', 'example.com']
    """
    return _tokens(_WORD, text, start, end)


def _tokens(pattern: re.Pattern[str], text: str, start: int, end: int | None) -> list[Token]:
    stop = len(text) if end is None else end
    lower = text[start:stop].lower().replace("’", "'")
    spans = [match.span() for match in pattern.finditer(text, start, stop)]
    if len(lower) != stop - start:  # “İ” becomes two characters
        return [Token(at, to, text[at:to].lower().replace("’", "'")) for at, to in spans]
    return [Token(at, to, lower[at - start : to - start]) for at, to in spans]


def is_word(token: Token) -> bool:
    """Whether the token holds a letter or digit."""
    return token.lower[0].isalnum()


def count_words(text: str) -> int:
    """Words of a stretch: what lies between white space and holds a letter or digit.

    >>> count_words("“No,” — she said")
    3
    """
    return len(_HELD_TOGETHER.findall(text))
