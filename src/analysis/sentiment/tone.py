"""Score the tone of a stretch of text, from -1 to 1.

VADER (Hutto & Gilbert 2014) by NLTK's own classes, mended for news: curly
marks are read as straight ones, words are cut free of all punctuation around
them, and names and the neutral words of news are passed over. NLTK takes a
second to import, so it is touched only when there is something to score.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from analysis.sentiment.lexicon import valences
from analysis.sentiment.neutral import neutral_positions
from analysis.text import Token, words_of

if TYPE_CHECKING:
    from analysis.sentiment.vader import NewsVader

_EMOTICON = re.compile(r"(?<!\S)(?:[:;=]-?[()DPp|/]|</?3)(?!\S)")
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
    words = _words(straight)
    known = valences()
    found = [i for i, word in enumerate(words) if word.lower in known]
    if not found or not (scored := set(found) - neutral_positions(straight, words, found)):
        return 0.0
    tokens = [straight[start:end] for start, end, _ in words]
    if "'s" in straight:
        tokens = list(map(_without_possessive, tokens))
    for i in found:
        if i not in scored:
            tokens[i] = MASKED
    return _vader().tone(straight, tokens, scored)


def _words(straight: str) -> list[Token]:
    """The words and emoticons of a text with straight marks.

    NLTK's own split takes one mark off one side of a word, so that the last
    word before a closing quotation mark would never be found.
    """
    words = words_of(straight)
    if "'s" in straight:
        words = [Token(start, end, _without_possessive(lower)) for start, end, lower in words]
    if emoticons := [Token(m.start(), m.end(), m.group().lower()) for m in _EMOTICON.finditer(straight)]:
        words = sorted(words + emoticons)
    return words


def _without_possessive(word: str) -> str:
    """The word without a final “'s”: VADER knows “winner”, not “winner's”."""
    return word[:-2] if word.endswith("'s") and len(word) > 2 else word


@cache
def _vader() -> NewsVader:
    from analysis.sentiment.vader import NewsVader

    return NewsVader(valences())
