"""Which small words hold a sentence together?

Sets of function words by their part in a sentence, read from
`resources/en/function_words.txt`.
"""

from __future__ import annotations

from functools import cache

from analysis.resources import word_table


@cache
def words_of(part: str) -> frozenset[str]:
    """The words of one part, such as ``words_of("auxiliary")``."""
    return frozenset(dict(_rows())[part].split())


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    return tuple((row[0], row[1]) for row in word_table("function_words"))


def is_adverb(word: str) -> bool:
    """Whether a word only colors the verb: “also”, “repeatedly”, anything in -ly."""
    return word in words_of("adverb") or (
        word.endswith("ly") and len(word) > 4 and word not in words_of("not_adverb")
    )
