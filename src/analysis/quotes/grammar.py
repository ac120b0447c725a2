"""Look up small words by their part in a sentence or around a quotation.

The parts and their words are data: `resources/en/function_words.txt`.
"""

from __future__ import annotations

from functools import cache

from analysis.resources import word_table


@cache
def words_of(*parts: str) -> frozenset[str]:
    """The words of one or several parts, such as ``words_of("auxiliary")``."""
    table = {part: words for part, words, *_ in word_table("function_words")}
    return frozenset(word for part in parts for word in table[part].split())


@cache
def nouns() -> frozenset[str]:
    """Nouns for people, bodies and documents."""
    lists = ("group_nouns", "person_roles", "document_nouns", "organization_words")
    return frozenset(row[0] for name in lists for row in word_table(name))


def is_adverb(word: str) -> bool:
    """Whether a word only colors the verb: “also”, “repeatedly”, anything in -ly."""
    return word in words_of("adverb") or (
        word.endswith("ly") and len(word) > 4 and word not in words_of("not_adverb")
    )
