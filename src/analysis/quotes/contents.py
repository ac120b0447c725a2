"""Which words belong to a cue?

The content stands behind the cue (said that …; said, “…”), or before it
(“…,” she said; …, she said), or on both sides (“…,” she said. “…”). It begins
with “that” and the opening mark and ends before the sentence's full stop.
"""

from __future__ import annotations

from analysis.quotes.circumstances import past_circumstances, past_hearer
from analysis.quotes.cues import CuePhrase
from analysis.quotes.grammar import words_of
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.text import is_word

_OBJECT_LINKS = frozenset(["for", "of", "on", "about", "against", "to", "with", "out"])
_STOPS = frozenset({".", "!", "?", "…", ";"})
_SUBJECTS = words_of("clause_subject")
_TURNS = frozenset(["but", "while", "although", "though"])
_DASHES = frozenset({"—", "–", "-"})


def content_after(unit: Unit, cue: CuePhrase, limit: int) -> list[Range]:
    """The content behind a cue, up to token ``limit`` (not included); empty where there is none."""
    start = _start(unit, cue, limit)
    if start is None:
        return []
    if unit.inside[start] != OUTSIDE:
        return _from_quotation(unit, start, limit)
    end = trim_end(unit, start, _quotation_end(unit, start, limit))
    return [(start, end)] if end >= start and _has_words(unit, start, end) else []


def _quotation_end(unit: Unit, start: int, limit: int) -> int:
    """Where a quotation that a comma or stop closes ends a clause: it was “a failure,” referring to …"""
    for index in range(start, limit - 1):
        number = unit.inside[index]
        if number != OUTSIDE and unit.inside[index + 1] != number:
            inner = unit.marked[number].inner.of(unit.text).rstrip()
            if inner[-1:] in {",", ".", "?", "!"} and unit.inside[index + 1] == OUTSIDE:
                return index + 1
        elif (
            number == OUTSIDE
            and index > start + 2
            and (_turns(unit, index) or _closes_dash(unit, index, start))
        ):
            return index
    return limit


def _closes_dash(unit: Unit, index: int, start: int) -> bool:
    """Whether a dash ends the insertion that holds the cue: “the answers – officials said … – were long”."""
    if unit.word(index) not in _DASHES:
        return False
    dashes = sum(unit.word(at) in _DASHES and unit.word(at - 1) not in _DASHES for at in range(1, start))
    return dashes % 2 == 1


def _turns(unit: Unit, index: int) -> bool:
    """Whether the reporter's own clause begins here: said it failed | , but the council …"""
    word, after = unit.word(index), unit.word(index + 1)
    if word in _DASHES and unit.tokens[index].start > unit.tokens[index - 1].end:
        after = unit.word(index + 2) if after in _DASHES else after
        return after in {"and", "but"} or after in words_of("determiner")
    if word == "as":
        return after in _SUBJECTS
    if word != "," or index + 2 >= len(unit.tokens):
        return False
    if after in {"which", "who"}:
        return True
    subject = unit.word(index + 2)
    return (
        after in _TURNS
        and subject != "that"
        and (subject in words_of("determiner") or subject in _SUBJECTS or unit.is_title(index + 2))
    )


def _has_words(unit: Unit, first: int, last: int) -> bool:
    return any(is_word(unit.tokens[index]) for index in range(first, last + 1))


def _start(unit: Unit, cue: CuePhrase, limit: int) -> int | None:
    """First token of the content behind the cue, or None where the cue has none there."""
    index = cue.last + 1
    if cue.verb is None:
        return _after_according(unit, cue, limit)
    if index >= limit:
        return None
    if cue.is_inverted and cue.source is not None:
        index = cue.source[1] + 1
        return index + 1 if unit.word(index) in {":", ","} and unit.is_quoted(index + 1) else None
    verb = cue.verb
    if "weak" in verb.frames:
        return index if unit.word(index) == "that" or unit.is_quoted(index) else None
    if verb.has_hearer and unit.word(index) not in {"that", ",", ":", "if", "whether"}:
        after = past_hearer(unit, index, limit)
        if after is not None:
            index = after
        elif verb.lemma == "tell":
            return None
    index = past_circumstances(unit, index, limit, verb.can_follow, verb.lemma)
    if index >= limit:
        return None
    word = unit.word(index)
    if word in {",", ":", "—", "–", "-"}:
        return index + 1 if unit.is_quoted(index + 1) else _after_colon(unit, index, limit)
    if not is_word(unit.tokens[index]) and unit.inside[index] == OUTSIDE:
        return None
    if word in {"and", "but", "or"}:
        return None
    if not verb.can_follow or verb.lemma in {"warn", "complain", "boast", "ask", "continue"}:
        return (
            index + 1
            if word in _OBJECT_LINKS and unit.word(index + 1) not in {"", "."} and word != "to"
            else index
        )
    return index


def _after_according(unit: Unit, cue: CuePhrase, limit: int) -> int | None:
    """“According to the mayor, | the plan failed”: behind the comma that ends the source."""
    if cue.source is None or any(is_word(token) for token in unit.tokens[max(0, cue.first - 1) : cue.first]):
        return None
    if cue.first > 0 and unit.tokens[cue.first - 1].lower in {",", "”", '"', "''"}:
        return None
    index = cue.source[1] + 1
    while index < min(limit, cue.source[1] + 12) and unit.word(index) != ",":
        index += 1
    return index + 1 if unit.word(index) == "," and index + 1 < limit else None


def _after_colon(unit: Unit, index: int, limit: int) -> int | None:
    if unit.word(index) == ":" and index + 2 < limit:
        return index + 1
    if unit.word(index) != ",":
        return None
    for at in range(index + 1, min(limit, index + 8)):
        if unit.word(at) == "that" and unit.word(at - 1) == ",":
            return at
        if unit.inside[at] != OUTSIDE:
            break
    return None


def _from_quotation(unit: Unit, start: int, limit: int) -> list[Range]:
    """A content that begins with a quotation: it ends with its mark, unless the sentence runs on."""
    number = unit.inside[start]
    last = start
    while last + 1 < limit and unit.inside[last + 1] == number:
        last += 1
    inner = unit.marked[number].inner.of(unit.text).rstrip()
    if (
        inner[-1:] in {",", ".", "?", "!", "…"}
        or last + 1 >= limit
        or unit.word(last + 1) in _STOPS | {",", "—", "–"}
    ):
        return [(start, last)]
    return [(start, max(last, trim_end(unit, start, limit)))]


def trim_end(unit: Unit, start: int, limit: int) -> int:
    """Last token of a content that may go on to ``limit``: without the full stop and loose ends."""
    end = limit - 1
    while (
        end > start
        and unit.inside[end] == OUTSIDE
        and (
            (not is_word(unit.tokens[end]) and unit.word(end) not in {")", "%", "]"})
            or unit.word(end) in {"and", "but", "while", "as", "because"}
        )
    ):
        if unit.word(end) == "." and _is_abbreviation(unit, end):
            break
        end -= 1
    return end


def _is_abbreviation(unit: Unit, stop: int) -> bool:
    """Whether a point belongs to the word before it, inside the sentence."""
    return stop + 1 < len(unit.tokens) and unit.tokens[stop].start == unit.tokens[stop - 1].end


def content_before(unit: Unit, cue: CuePhrase, low: int) -> list[Range]:
    """The content before a cue that may follow it; empty where there is none.

    ``low`` is the first token that no earlier cue has taken.
    """
    first = cue.source[0] if cue.source and not cue.is_inverted and not cue.shares_subject else cue.first
    before = first - 1
    if before < low:
        return []
    if unit.inside[before] != OUTSIDE:
        return _quotation_before(unit, before, low)
    if unit.word(before) in {",", "—", "–"} and before > low:
        if unit.inside[before - 1] != OUTSIDE:
            return _quotation_before(unit, before - 1, low)
        start = _skip_lead(unit, low)
        return [(start, before - 1)] if before - 1 > start and _has_words(unit, start, before - 1) else []
    return []


def _skip_lead(unit: Unit, low: int) -> int:
    """Past commas and “But” at the beginning of a clause."""
    while (
        low < len(unit.tokens)
        and unit.inside[low] == OUTSIDE
        and (not is_word(unit.tokens[low]) or unit.tokens[low].lower in {"but", "and"})
    ):
        low += 1
    return low


def _quotation_before(unit: Unit, last: int, low: int) -> list[Range]:
    """The quotation that ends at token ``last``, with the words of its clause before it."""
    number = unit.inside[last]
    first = last
    while first > low and unit.inside[first - 1] == number:
        first -= 1
    if first > low and unit.word(first - 1) not in {":", ","} and unit.inside[first - 1] == OUTSIDE:
        start = _skip_lead(unit, low)
        if start < first:
            return [(start, last)]
    return [(first, last)]
