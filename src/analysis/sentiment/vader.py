"""Add valences up by VADER's rules as NLTK has them.

NLTK's class does the work: boosters, negation, “but”, idioms, emphasis. Given
here are the words (NLTK would split them worse), each at its own position
(NLTK scores every repetition of a word in the place of the first), and the
rule for “no” of VADER's author, which NLTK lacks. Importing this module
imports NLTK.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants


class _Words(NamedTuple):
    """What NLTK's rules ask of its own `SentiText`."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class _Constants(VaderConstants):  # type: ignore[misc]  # NLTK ships no types.
    """NLTK's own, with the answer for each word remembered."""

    def negated(self, input_words: Sequence[str], include_nt: bool = True) -> bool:
        if len(input_words) == 1 and include_nt:
            return _is_negation(input_words[0])
        return bool(super().negated(input_words, include_nt))


@lru_cache(maxsize=20_000)
def _is_negation(word: str) -> bool:
    return bool(VaderConstants().negated([word]))


class NewsVader(SentimentIntensityAnalyzer):  # type: ignore[misc]  # NLTK ships no types.
    """NLTK's analyzer on given words and valences; nothing is read through `nltk.data`."""

    def __init__(self, valences: Mapping[str, float]) -> None:
        self.lexicon = valences
        self.constants = _Constants()

    def tone(self, text: str, tokens: Sequence[str], scored: Collection[int]) -> float:
        """The compound score of ``tokens``, the words of ``text``, by those at the positions ``scored``."""
        words = _Words(list(tokens), _is_partly_in_capitals(tokens))
        lower = [token.lower() for token in tokens]
        scores = [0.0] * len(tokens)
        for i in scored:
            scores[i] = self._score(words, lower, i)
        if "but" in lower:
            scores = self._but_check(words.words_and_emoticons, scores)
        compound: float = self.score_valence([score for score in scores if score], text)["compound"]
        return compound

    def _score(self, words: _Words, lower: Sequence[str], i: int) -> float:
        word = lower[i]
        if word in self.constants.BOOSTER_DICT:
            return 0.0
        if word == "no" and i + 1 < len(lower) and lower[i + 1] in self.lexicon:
            return 0.0
        if "no" in lower[max(0, i - 2) : i]:
            return float(self.lexicon[word] * self.constants.N_SCALAR)
        return float(self.sentiment_valence(0, words, words.words_and_emoticons[i], i, [])[0])


def _is_partly_in_capitals(tokens: Sequence[str]) -> bool:
    capitals = [token for token in tokens if token.isupper() and len(token) > 1]
    return 0 < len(capitals) < len(tokens)
