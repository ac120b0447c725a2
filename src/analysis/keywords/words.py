"""Which words are in a text, where, and do their capitals mean a name?

A capital means a name in the middle of a sentence. At its beginning it means
one only if the word has such a capital elsewhere in the text, or if no
dictionary knows it: “Silva said” but not “Voters said”.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from simplemma import is_known

from analysis.resources import word_set

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&.-][^\W_]+)*")
_ENDS_A_SENTENCE = re.compile(r"[.!?…:\n\"“”‘«([•–—-]")
_POSSESSIVE = re.compile(r"['’][sS]$")


class Token(NamedTuple):
    """A word as it stands in the text, and whether its capital means a name."""

    text: str
    start: int
    end: int
    is_name: bool


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and numbers of ``text[start:end]``, with offsets into ``text``."""
    found: list[Token] = []
    before: Token | None = None
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        is_name = word[0].isupper() and _means_a_name(text, word, match.start(), before)
        before = Token(word, match.start(), match.end(), is_name)
        found.append(before)
    return found


def bare(word: str) -> str:
    """The word without a possessive ending, its apostrophes straight."""
    return _POSSESSIVE.sub("", word).replace("’", "'") if "'" in word or "’" in word else word


def _means_a_name(text: str, word: str, start: int, before: Token | None) -> bool:
    if not _begins_a_sentence(text, start, before):
        return True
    return bare(word) in _inner_capitals(text) or not _is_known(bare(word).lower())


def _begins_a_sentence(text: str, start: int, before: Token | None) -> bool:
    if before is None:
        return _begins_a_text(text, start)
    gap = text[before.end : start]
    if gap == " " or not _ENDS_A_SENTENCE.search(gap):
        return False
    return not (gap.strip() == "." and _is_abbreviation(before.text))


def _begins_a_text(text: str, start: int) -> bool:
    """The same for the first word of a stretch, seen from the characters before it."""
    return start == 0 or bool(_ENDS_A_SENTENCE.search(text[max(0, start - 2) : start]))


def _is_abbreviation(word: str) -> bool:
    return len(word) == 1 or f"{word.lower()}." in word_set("abbreviations")


@lru_cache(maxsize=2)
def _inner_capitals(text: str) -> frozenset[str]:
    """The words that have a capital after a lower-case word or a comma somewhere in the text."""
    return frozenset(_INNER.findall(text))


_INNER = re.compile(r"(?<=[a-z,] )[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_][^\W\d_]+)*")


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    return bool(is_known(word, "en"))
