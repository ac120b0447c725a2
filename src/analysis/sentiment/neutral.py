"""Find words that have a valence but mean nothing by it where they stand.

Three kinds: words of a name (“Justice Department”, “Hope Hicks”), words of a
fixed phrase (“gun control”), and “like” where it compares. A name is known by
its capitals, so a headline with capitals throughout is left alone, and so is
a word all in capitals, which is emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise

from analysis.resources import word_list, word_set
from analysis.text import Token, begins_sentence

_LINKS = frozenset({"of", "the", "and", "for", "de", "&"})
# Anything but white space and one comma, hyphen, “&” or apostrophe.
_BREAK = re.compile(r"[^\s,&'-]|\S\s*\S")
# “Angry Democrats left” opens with a word of its own; “Hope Hicks left” does not.
_RARELY_BEGINS_A_NAME = re.compile(r"(?:ed|ing|ous|ful|less|ly|gry|est)$")


def neutral_positions(text: str, words: Sequence[Token], scored: Collection[int]) -> set[int]:
    """Which of the ``scored`` words (positions in ``words``) are to be passed over."""
    has_names = not _is_headline(text, words)
    return {
        i
        for i in scored
        if _is_in_phrase(words, i)
        or (has_names and _is_in_name(text, words, i))
        or (words[i].lower == "like" and not _is_liking(words, i))
    }


def _is_headline(text: str, words: Sequence[Token]) -> bool:
    if text.rstrip(" \"'").endswith("."):
        return False
    long = [word for word in words if word.end - word.start > 3]
    return len(long) > 3 and sum(text[word.start].isupper() for word in long) >= 0.75 * len(long)


def _is_in_name(text: str, words: Sequence[Token], i: int) -> bool:
    start, end, lower = words[i]
    if not text[start].isupper() or (end - start > 1 and text[start:end].isupper()):
        return False
    if i and not begins_sentence(text, start, _BREAK):
        return True
    return not _RARELY_BEGINS_A_NAME.search(lower) and _goes_on_as_name(text, words, i)


def _goes_on_as_name(text: str, words: Sequence[Token], i: int) -> bool:
    for before, word in pairwise(words[i : i + 4]):
        if text[before.end : word.start] not in (" ", "-", " & "):
            return False
        if text[word.start].isupper() and not word.lower.startswith(("i'", "a'")) and word.lower != "i":
            return True
        if word.lower not in _LINKS:
            return False
    return False


def _is_liking(words: Sequence[Token], i: int) -> bool:
    return i > 0 and (words[i - 1].lower in word_set("before_liking") or words[i - 1].lower.endswith("n't"))


def _is_in_phrase(words: Sequence[Token], i: int) -> bool:
    return any(
        i >= before and tuple(w.lower for w in words[i - before : i - before + len(phrase)]) == phrase
        for before, phrase in _phrases().get(words[i].lower, ())
    )


@cache
def _phrases() -> Mapping[str, list[tuple[int, tuple[str, ...]]]]:
    """For each word, the phrases that it is in and how many words of them stand before it."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for entry in word_list("neutral_phrases"):
        phrase = tuple(entry.split())
        for before, word in enumerate(phrase):
            found.setdefault(word, []).append((before, phrase))
    return found
