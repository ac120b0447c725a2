"""How do valences add up, by VADER's rules as NLTK has them?

NLTK's class does the work: boosters, negation, “but”, idioms, emphasis. Given
here are the words (NLTK would split them worse), each at its own position
(NLTK scores every repetition of a word in the place of the first), and the
rule for “no” of VADER's author, which NLTK lacks. Importing this module
imports NLTK.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants


class _Words(NamedTuple):
    """What NLTK's rules ask of its own `SentiText`."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class NewsVader(SentimentIntensityAnalyzer):  # type: ignore[misc]  # NLTK ships no types.
    """NLTK's analyzer on given words and valences; nothing is read through `nltk.data`."""

    def __init__(self, valences: Mapping[str, float]) -> None:
        self.lexicon = valences
        self.constants = VaderConstants()

    def tone(self, text: str, tokens: Sequence[str], scored: Collection[int]) -> float:
        """The compound score of ``tokens``, the words of ``text``, by those at the positions ``scored``."""
        words = _Words(list(tokens), _is_partly_in_capitals(tokens))
        lower = [token.lower() for token in tokens]
        scores = [0.0] * len(tokens)
        for i in scored:
            scores[i] = self._score(words, lower, i)
        compound: float = self.score_valence(self._but_check(list(tokens), scores), text)["compound"]
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
    capitals = sum(len(token) > 1 and token.isupper() for token in tokens)
    return 0 < capitals < len(tokens)
