"""Which words does VADER get to see?

NLTK's own split takes one mark off one side of a word, so that the last word
before a closing quotation mark is never found. Here a word is freed of every
mark around it; emoticons stay whole; hyphens and apostrophes inside it stay.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*|(?<!\S)(?:[:;=]-?[()DPp|/]|</?3)(?!\S)")


class Word(NamedTuple):
    """A word as written, as looked up, and where it starts."""

    text: str
    lower: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def words_of(text: str) -> list[Word]:
    """The words and emoticons of a text with straight marks, in order."""
    return [
        Word(found.group(), without_possessive(found.group().lower()), found.start())
        for found in _WORD.finditer(text)
    ]


def without_possessive(word: str) -> str:
    """The word without a final “'s”: VADER knows “winner”, not “winner's”."""
    return word.removesuffix("'s") if len(word) > 2 else word
