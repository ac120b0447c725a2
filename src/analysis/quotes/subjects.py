"""What is the subject of a clause?

For verbs that share it: “She smiled and | said”, “The mayor, saying that”.
"""

from __future__ import annotations

from analysis.quotes.cues import cue_verbs
from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.text import is_word

_PRONOUNS = words_of("subject_pronoun")


def first_subject(unit: Unit, low: int, high: int) -> Range | None:
    """The subject that a clause begins with, for verbs that share it (“She smiled and | said”)."""
    index = low
    while index < high:
        word = unit.tokens[index].lower
        if (
            unit.inside[index] != OUTSIDE
            or not is_word(unit.tokens[index])
            or word in words_of("conjunction")
            or is_adverb(word)
        ):
            index += 1
        elif word in words_of("preposition") or word in words_of("subordinator") or word.endswith("ing"):
            index = _past_comma(unit, index, high)
        else:
            break
    if index >= high:
        return None
    word = unit.tokens[index].lower
    if word in _PRONOUNS or word in words_of("quantifier"):
        return (index, index)
    last = index
    while last + 1 < high and _in_subject(unit, last + 1, index):
        last += 1
    return (index, last)


def _past_comma(unit: Unit, index: int, high: int) -> int:
    while index < high and unit.tokens[index].lower != ",":
        index += 1
    return index + 1


def _in_subject(unit: Unit, index: int, first: int) -> bool:
    """Whether a word still belongs to the subject that began at ``first``."""
    if unit.inside[index] != OUTSIDE:
        return False
    token = unit.tokens[index]
    word = token.lower
    if not is_word(token):
        return word in {"&", "'", "’"} or (word == "." and unit.is_title(index - 1))
    if unit.is_title(first) and unit.tokens[first].lower not in words_of("determiner"):
        return unit.is_title(index) or word in words_of("particle")
    if word in words_of("auxiliary") or word in words_of("subordinator") or word in _PRONOUNS:
        return False
    if word in words_of("preposition"):
        return word in {"of", "for"}
    return not (word.endswith("ed") or word in cue_verbs() or is_adverb(word)) or unit.is_title(index)
