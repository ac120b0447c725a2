"""Do two names stand for one speaker of an article?"""

from __future__ import annotations

import re
from functools import cache

from analysis.resources import word_list

_POSSESSIVE = re.compile(r"[’']s")
_WORD = re.compile(r"[\w'’&-]+")
_ENOUGH_SHARED = 0.5


def is_same_speaker(gold: str | None, predicted: str | None, kind: str) -> bool:
    """Whether a predicted name is the marked one, titles and articles aside.

    A person: the words of one name are all in the other, and the marked
    surname is among the predicted ones. Anybody else: at least half of the
    words are shared. Nobody is only the same as nobody.

    >>> is_same_speaker("Ana B. Silva", "Sen. Silva", "person")
    True
    >>> is_same_speaker("Ana Silva", "Rui Silva", "person")
    False
    """
    if not gold or not predicted:
        return not gold and not predicted
    ours, theirs = _words(gold), _words(predicted)
    if not ours or not theirs:
        return gold.strip().lower() == predicted.strip().lower()
    if ours == theirs:
        return True
    if kind == "person":
        return ours[-1] in theirs and (set(ours) <= set(theirs) or set(theirs) <= set(ours))
    return len(set(ours) & set(theirs)) / len(set(ours) | set(theirs)) >= _ENOUGH_SHARED


def _words(name: str) -> list[str]:
    return _WORD.findall(_titles().sub(" ", _POSSESSIVE.sub("", name)).lower())


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_list('scored_name_titles'))})\b\.?", re.IGNORECASE)
