"""What is the tone of a stretch of text, from -1 to 1?

VADER (Hutto & Gilbert 2014) by NLTK's own classes, mended for news: curly
marks are read as straight ones, words are cut free of all punctuation around
them, and names and the neutral words of news are passed over. NLTK takes a
second to import, so it is touched only when there is something to score.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from analysis.sentiment.lexicon import valences
from analysis.sentiment.neutral import neutral_positions
from analysis.sentiment.words import without_possessives, words_of

if TYPE_CHECKING:
    from analysis.sentiment.vader import NewsVader

_STRAIGHT = str.maketrans("’‘‛“”„‟«»", '\'\'\'""""""')
MASKED = "\0"
"""Stands where a word was passed over; no lexicon holds it."""


def tone_of(text: str) -> float:
    """Score how good (towards 1) or bad (towards -1) the words of a text sound.

    The score is of one sentence or quotation: VADER's sum saturates, so a
    whole article would score near 1 or -1 whatever it says.

    Returns:
        A number from -1 to 1 with four decimals; 0.0 where no word has a valence.

    >>> tone_of("The United States Department of Justice sued.")
    0.0
    >>> tone_of("“We don’t like this terrible plan,” she said.") < 0
    True
    """
    straight = text.translate(_STRAIGHT)
    words = words_of(straight)
    known = valences()
    found = [i for i, word in enumerate(words.lower) if word in known]
    if not found or not (scored := set(found) - neutral_positions(straight, words, found)):
        return 0.0
    tokens = without_possessives(list(words.written))
    for i in found:
        if i not in scored:
            tokens[i] = MASKED
    return _vader().tone(straight, tokens, scored)


@lru_cache(maxsize=1)
def _vader() -> NewsVader:
    from analysis.sentiment.vader import NewsVader

    return NewsVader(valences())
