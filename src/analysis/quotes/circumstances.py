"""What stands between a cue and its content?

The hearer (“told | reporters in Ghent | that …”), the time and the place
(“said | on Monday, in a statement, | that …”).
"""

from __future__ import annotations

from analysis.quotes.grammar import words_of
from analysis.quotes.units import OUTSIDE, Unit
from analysis.text import is_word

_PLACES = frozenset(
    ["in", "at", "during", "on", "to", "before", "after", "from", "via", "through", "by", "under"]
)
_SUBJECTS = words_of("clause_subject")
_FARTHEST_THAT = 14


def past_hearer(unit: Unit, index: int, limit: int) -> int | None:
    """First token behind “told | reporters in Ghent |”, or None where nobody is told."""
    for at in range(index + 1, min(limit, index + _FARTHEST_THAT)):
        word = unit.word(at)
        if word in {"that", "whether", "if", "how", "why", "what"}:
            return at
        if word == "to" and at - index < 6:
            return at
        if unit.inside[at] != OUTSIDE:
            return at
        if word in {",", ":"}:
            return at if unit.is_quoted(at + 1) else _comma_that(unit, at, limit)
    word = unit.word(index)
    if not word or not is_word(unit.tokens[index]):
        return None
    if word in {"him", "her", "me", "us", "them", "you", "reporters", "people", "voters", "supporters"}:
        return index + 1
    if word in words_of("determiner"):
        subjects = (at for at in range(index + 1, min(limit, index + 10)) if unit.word(at) in _SUBJECTS)
        return next(subjects, min(limit, index + 2))
    last = index
    while last + 1 < limit and unit.is_title(last + 1) and unit.is_title(index):
        last += 1
    return last + 1


def _comma_that(unit: Unit, comma: int, limit: int) -> int:
    """“told reporters after the session, in which …, | that”; else the comma itself."""
    for at in range(comma + 1, min(limit, comma + _FARTHEST_THAT * 3)):
        if unit.inside[at] != OUTSIDE:
            break
        if unit.word(at) == "that" and unit.word(at - 1) == ",":
            return at
    return comma


def past_circumstances(unit: Unit, index: int, limit: int, may_skip: bool, lemma: str) -> int:
    """First token behind “on Monday”, “in a statement”, “of the plan,” between cue and content."""
    if not may_skip or unit.inside[index] != OUTSIDE if index < limit else True:
        return index
    word = unit.word(index)
    if (word == "to" and lemma not in words_of("said_to")) or unit.word(index + 1) in {"least", "most"}:
        return index
    if word in _PLACES | words_of("time") | {"of", "about", "with", "as", "when"} or word.endswith("ly"):
        for at in range(index, min(limit, index + _FARTHEST_THAT)):
            if unit.word(at) == "that" and at > index + 1 - (word in words_of("time")):
                return at
            if unit.inside[at] not in {OUTSIDE, unit.inside[at - 1]} and unit.word(at - 1) in {",", ":"}:
                return at
        index = _past_time(unit, index, limit)
        if (
            word in {"in", "at", "on", "during", "to", "of", "after", "when", "as", "with"}
            and index < limit
            and unit.word(index) == word
        ):
            return limit
    return index


def _past_time(unit: Unit, index: int, limit: int) -> int:
    at = index
    if unit.word(at) == "on":
        at += 1
    began = at
    while at < limit and (unit.word(at) in words_of("time") or (at > began and unit.word(at).isdigit())):
        at += 1
    return at if at > began else index
