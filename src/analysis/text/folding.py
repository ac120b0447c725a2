"""Fold names and lines for comparing them: no case, accents or kinds of marks.

The one place that says which differences of spelling make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that have no other base letter in Unicode.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("’‘`´ʼ", "'")
    | dict.fromkeys("‐‑–", "-")
)
_NO_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name without case, diacritics, points and differences of apostrophes and hyphens.

    >>> folded("Siobhán O’Neil-Łuk"), folded("É.-J.")
    ("siobhan o'neil-luk", 'e-j')
    """
    return _folded(name)


def folded_letters(line: str) -> str:
    """A line as its folded letters and digits alone, words parted by one space.

    >>> folded_letters("Añez: “We won’t!”")
    'anez we won t'
    """
    return _NO_LETTERS.sub(" ", _folded(line)).strip()


def _folded(text: str) -> str:
    if text.isascii():
        text = text.casefold()
    else:
        letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_PLAIN)
    return " ".join(text.replace(".", "").split())
