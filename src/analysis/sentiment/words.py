"""Which words does VADER get to see?

NLTK's own split takes one mark off one side of a word, so that the last word
before a closing quotation mark is never found. Here a word is freed of every
mark around it; emoticons stay whole; hyphens and apostrophes inside it stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*|(?<!\S)(?:[:;=]-?[()DPp|/]|</?3)(?!\S)")


class Words(NamedTuple):
    """The words of a text, in order: as written, as looked up, and where they start."""

    written: Sequence[str]
    lower: Sequence[str]
    starts: Sequence[int]

    def end(self, i: int) -> int:
        """Where a word ends."""
        return self.starts[i] + len(self.written[i])


def words_of(text: str) -> Words:
    """The words and emoticons of a text with straight marks."""
    matches = list(_WORD.finditer(text))
    written = [match.group() for match in matches]
    lower = without_possessives([word.lower() for word in written])
    return Words(written, lower, [match.start() for match in matches])


def without_possessives(words: list[str]) -> list[str]:
    """The words without a final “'s”: VADER knows “winner”, not “winner's”."""
    return [word[:-2] if word.endswith("'s") and len(word) > 2 else word for word in words]
