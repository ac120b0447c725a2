"""Where are the words and marks of a text?

A word keeps its apostrophes, hyphens and inner points (“won’t”,
“Silva-Park”, “U.N.”). Two apostrophes or two grave accents are one
quotation mark, as the New York Times writes them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# The first line takes nine words of ten; the others are for what is rarer.
TOKEN = re.compile(
    r"[^\W\d_]+(?![\w.’'\-‑])"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:[-–]?[^\W_]+)*"
    r"|\w+(?:[’'\-‑]\w+)*(?:(?<=s)[’'](?=\s+[a-z]))?"
    r"|''|``|[^\w\s]"
)


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
    stop = len(text) if end is None else end
    return [
        Token(match.start(), match.end(), match.group().lower().replace("’", "'"))
        for match in TOKEN.finditer(text, start, stop)
    ]


def is_word(token: Token) -> bool:
    """Whether the token holds a letter or digit."""
    return token.lower[0].isalnum()


def count_words(text: str) -> int:
    """Words of a stretch: what lies between white space and holds a letter or digit.

    >>> count_words("“No,” — she said")
    3
    """
    return sum(any(map(str.isalnum, part)) for part in text.split())
