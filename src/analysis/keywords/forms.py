"""Under which form is a common word counted, and which words count at all?

Lower-case lemma (“policies” is “policy”), so that all forms of a word count
as one; a compound with a hyphen stays whole, since no dictionary holds it and
a guess makes “high-earning” into “high-earn”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from simplemma import lemmatize

from analysis.resources import word_set, word_table

_A_WORD = re.compile(r"(?=.*[^\W\d_])(?:\D|\d{1,2}[A-Z]{1,2}$)")


@lru_cache(maxsize=20_000)
def form_of(word: str) -> str:
    """The form of one word without possessive.

    >>> form_of("Policies")
    'policy'
    """
    lower = word.lower()
    if "-" in lower:
        return lower
    return _exceptions().get(lower) or str(lemmatize(lower, "en"))


@lru_cache(maxsize=20_000)
def is_content_word(word: str) -> bool:
    """Whether it can be a term, or begin or end one.

    Not so stop words, single letters and numbers; “covid-19” and “5G” are words.
    """
    stop_words = word_set("stop_words")
    if len(word) < 2 or word.lower() in stop_words or form_of(word) in stop_words:
        return False
    return bool(_A_WORD.match(word))


@lru_cache(maxsize=1)
def _exceptions() -> Mapping[str, str]:
    return {row[0]: row[1] for row in word_table("lemmas")}
