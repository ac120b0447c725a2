"""Which words that have a valence mean nothing by it here?

Three kinds: words of a name (“Justice Department”, “Hope Hicks”), words of a
fixed phrase (“gun control”), and “like” where it compares. A name is known by
its capitals, so a headline with capitals throughout is left alone, and so is
a word all in capitals, which is emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from analysis.resources import word_list, word_set
from analysis.sentiment.words import Words

_LINKS = frozenset({"of", "the", "and", "for", "de", "&"})
# “Angry Democrats left” opens with a word of its own; “Hope Hicks left” does not.
_RARELY_BEGINS_A_NAME = re.compile(r"(?:ed|ing|ous|ful|less|ly|gry|est)$")


def neutral_positions(text: str, words: Words, scored: Collection[int]) -> set[int]:
    """Which of the ``scored`` words (positions in ``words``) are to be passed over."""
    has_names = not _is_headline(text, words.written)
    return {
        i
        for i in scored
        if _is_in_phrase(words.lower, i)
        or (has_names and _is_in_name(text, words, i))
        or (words.lower[i] == "like" and not _is_liking(words.lower, i))
    }


def _is_headline(text: str, written: Sequence[str]) -> bool:
    if text.rstrip(" \"'").endswith("."):
        return False
    long = [word for word in written if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _is_in_name(text: str, words: Words, i: int) -> bool:
    word = words.written[i]
    if not word[0].isupper() or (word.isupper() and len(word) > 1):
        return False
    if not _begins_sentence(text, words, i):
        return True
    return not _RARELY_BEGINS_A_NAME.search(words.lower[i]) and _goes_on_as_name(text, words, i)


def _begins_sentence(text: str, words: Words, i: int) -> bool:
    """Whether the capital may be due to the position: after a full stop, a mark or a colon."""
    if i == 0:
        return True
    gap = text[words.end(i - 1) : words.starts[i]].strip()
    if gap in ("", ",", "-", "&", "'"):
        return False
    return not (gap == "." and _is_abbreviation(words.written[i - 1], words.lower[i - 1]))


def _is_abbreviation(written: str, lower: str) -> bool:
    return len(written) == 1 or "." in written or f"{lower}." in word_set("abbreviations")


def _goes_on_as_name(text: str, words: Words, i: int) -> bool:
    for following in range(i + 1, min(i + 4, len(words.written))):
        if text[words.end(following - 1) : words.starts[following]] not in (" ", "-", " & "):
            return False
        if _is_name_like(words.written[following], words.lower[following]):
            return True
        if words.lower[following] not in _LINKS:
            return False
    return False


def _is_name_like(written: str, lower: str) -> bool:
    return written[0].isupper() and written != "I" and not lower.startswith(("i'", "a'"))


def _is_liking(lower: Sequence[str], i: int) -> bool:
    return i > 0 and (lower[i - 1] in word_set("before_liking") or lower[i - 1].endswith("n't"))


def _is_in_phrase(lower: Sequence[str], i: int) -> bool:
    for before, phrase in _phrases().get(lower[i], ()):
        first = i - before
        if first >= 0 and tuple(lower[first : first + len(phrase)]) == phrase:
            return True
    return False


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, list[tuple[int, tuple[str, ...]]]]:
    """For each word, the phrases that it is in and how many words of them stand before it."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for entry in word_list("neutral_phrases"):
        phrase = tuple(entry.split())
        for before, word in enumerate(phrase):
            found.setdefault(word, []).append((before, phrase))
    return found
