"""Give each word the form under which it is counted, and say which words count at all.

Lower-case lemma (“policies” is “policy”), so that all forms of a word count
as one; a compound with a hyphen stays whole, since no dictionary holds it and
a guess makes “high-earning” into “high-earn”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from simplemma import lemmatize

from analysis.resources import word_set, word_table

_POSSESSIVE = re.compile(r"['’][sS]$")
_A_WORD = re.compile(r"(?=.*[^\W\d_])(?:\D|\d{1,2}[A-Z]{1,2}$)")


class Forms(NamedTuple):
    """The forms of a word by where it stands: by itself, at the end of a phrase, before that.

    ``counts`` tells whether it can be a term, or begin or end one; ``opens``
    whether it can begin one at least.
    """

    alone: str
    last: str
    inner: str
    counts: bool
    opens: bool


@lru_cache(maxsize=20_000)
def forms_of(word: str, is_name: bool) -> Forms:
    """The forms of one word, or of one name.

    >>> forms_of("Policies", False).alone
    'policy'
    """
    plain, straight, lower = bare(word), word.replace("’", "'"), word.lower()
    base = _base_of(plain.lower())
    is_office = lower in word_set("common_capitals") and word[0].isupper()
    counts = _counts(plain, base)
    return Forms(
        alone=plain if is_name and not is_office else base,
        last=plain if is_name else base,
        inner=straight if is_name or is_office else straight.lower(),
        counts=counts,
        opens=counts or (is_name and lower in word_set("name_openers")),
    )


def bare(word: str) -> str:
    """The word without a possessive ending, its apostrophes straight."""
    return _POSSESSIVE.sub("", word).replace("’", "'") if "'" in word or "’" in word else word


def _base_of(word: str) -> str:
    if "-" in word or word in word_set("stop_words"):
        return word
    return _exceptions().get(word) or str(lemmatize(word, "en"))


def _counts(word: str, base: str) -> bool:
    """Not so stop words, single letters and numbers; “covid-19” and “5G” are words."""
    stop_words = word_set("stop_words")
    if len(word) < 2 or word.lower() in stop_words or base in stop_words:
        return False
    return bool(_A_WORD.match(word))


@cache
def _exceptions() -> Mapping[str, str]:
    return {row[0]: row[1] for row in word_table("lemmas")}
