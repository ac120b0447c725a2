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
from analysis.sentiment.words import Word

_LINKS = frozenset({"of", "the", "and", "for", "de", "&"})
# “Angry Democrats left” opens with a word of its own; “Hope Hicks left” does not.
_RARELY_BEGINS_A_NAME = re.compile(r"(?:ed|ing|ous|ful|less|ly|gry|est)$")


def neutral_positions(text: str, words: Sequence[Word], scored: Collection[int]) -> set[int]:
    """Which of the ``scored`` words (positions in ``words``) are to be passed over."""
    has_names = not _is_headline(text, words)
    return {
        i
        for i in scored
        if _is_in_phrase(words, i)
        or (has_names and _is_in_name(text, words, i))
        or (words[i].lower == "like" and not _is_liking(words, i))
    }


def _is_headline(text: str, words: Sequence[Word]) -> bool:
    if text.rstrip(" \"'").endswith("."):
        return False
    long = [word.text for word in words if len(word.text) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _is_name_like(word: Word) -> bool:
    return word.text[0].isupper() and word.text != "I" and not word.lower.startswith(("i'", "a'"))


def _is_in_name(text: str, words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if not word.text[0].isupper() or (word.text.isupper() and len(word.text) > 1):
        return False
    if not _begins_sentence(text, words, i):
        return True
    return bool(_goes_on_as_name(text, words, i) and not _RARELY_BEGINS_A_NAME.search(word.lower))


def _begins_sentence(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether the capital may be due to the position: after a full stop, a mark or a colon."""
    if i == 0:
        return True
    gap = text[words[i - 1].end : words[i].start]
    if gap.strip() in ("", ",", "-", "&", "'"):
        return False
    return not (gap.strip() == "." and _is_abbreviation(words[i - 1]))


def _is_abbreviation(word: Word) -> bool:
    return len(word.text) == 1 or "." in word.text or f"{word.lower}." in word_set("abbreviations")


def _goes_on_as_name(text: str, words: Sequence[Word], i: int) -> bool:
    for following, before in zip(words[i + 1 : i + 4], words[i : i + 3], strict=False):
        if text[before.end : following.start] not in (" ", "-", " & "):
            return False
        if _is_name_like(following):
            return True
        if following.lower not in _LINKS:
            return False
    return False


def _is_liking(words: Sequence[Word], i: int) -> bool:
    return i > 0 and (words[i - 1].lower in word_set("before_liking") or words[i - 1].lower.endswith("n't"))


def _is_in_phrase(words: Sequence[Word], i: int) -> bool:
    for before, phrase in _phrases().get(words[i].lower, ()):
        first = i - before
        if first >= 0 and tuple(word.lower for word in words[first : first + len(phrase)]) == phrase:
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
