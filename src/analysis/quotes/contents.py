"""Which words belong to a cue?

The content stands behind the cue (said that …; said, “…”), or before it
(“…,” she said; …, she said), or on both sides (“…,” she said. “…”). It begins
with “that” and the opening mark and ends before the sentence's full stop.
"""

from __future__ import annotations

from analysis.quotes.cue_phrases import CuePhrase
from analysis.quotes.grammar import words_of
from analysis.quotes.sources import Range
from analysis.quotes.units import OUTSIDE, Unit
from analysis.text import is_word

_OBJECT_LINKS = frozenset(["for", "of", "on", "about", "against", "to", "with", "out"])
_PLACES = frozenset(
    ["in", "at", "during", "on", "to", "before", "after", "from", "via", "through", "by", "under"]
)
_STOPS = frozenset({".", "!", "?", "…", ";"})
_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i", "you", "there"])
_TURNS = frozenset(["but", "while", "although", "though"])
_DASHES = frozenset({"—", "–", "-"})
_FARTHEST_THAT = 14


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
    if _word(unit, index) not in _DASHES:
        return False
    dashes = sum(_word(unit, at) in _DASHES and _word(unit, at - 1) not in _DASHES for at in range(1, start))
    return dashes % 2 == 1


def _turns(unit: Unit, comma: int) -> bool:
    """Whether the reporter's own clause begins behind a comma: said it failed | , but the council …"""
    if _word(unit, comma) != "," or _word(unit, comma + 1) not in _TURNS or comma + 2 >= len(unit.tokens):
        return False
    after = _word(unit, comma + 2)
    return after != "that" and (
        after in words_of("determiner") or after in _SUBJECTS or unit.is_title(comma + 2)
    )


def _word(unit: Unit, index: int) -> str:
    return unit.tokens[index].lower if index < len(unit.tokens) else ""


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
        return index + 1 if _word(unit, index) in {":", ","} and _is_quoted(unit, index + 1, limit) else None
    verb = cue.verb
    if verb.is_weak:
        return index if _word(unit, index) == "that" or _is_quoted(unit, index, limit) else None
    if verb.has_hearer and _word(unit, index) not in {"that", ",", ":", "if", "whether"}:
        after = _past_hearer(unit, index, limit)
        if after is not None:
            index = after
        elif verb.lemma == "tell":
            return None
    index = _past_circumstances(unit, index, limit, verb.can_follow, verb.lemma)
    if index >= limit:
        return None
    word = _word(unit, index)
    if word in {",", ":", "—", "–", "-"}:
        return index + 1 if _is_quoted(unit, index + 1, limit) else _after_colon(unit, index, limit)
    if not is_word(unit.tokens[index]) and unit.inside[index] == OUTSIDE:
        return None
    if word in {"and", "but", "or"}:
        return None
    if not verb.can_follow or verb.lemma in {"warn", "complain", "boast", "ask", "continue"}:
        return (
            index + 1
            if word in _OBJECT_LINKS and _word(unit, index + 1) not in {"", "."} and word != "to"
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
    while index < min(limit, cue.source[1] + 12) and _word(unit, index) != ",":
        index += 1
    return index + 1 if _word(unit, index) == "," and index + 1 < limit else None


def _after_colon(unit: Unit, index: int, limit: int) -> int | None:
    if _word(unit, index) == ":" and index + 2 < limit:
        return index + 1
    if _word(unit, index) != ",":
        return None
    for at in range(index + 1, min(limit, index + 8)):
        if _word(unit, at) == "that" and _word(unit, at - 1) == ",":
            return at
        if unit.inside[at] != OUTSIDE:
            break
    return None


def _is_quoted(unit: Unit, index: int, limit: int) -> bool:
    return index < limit and unit.inside[index] != OUTSIDE


def _past_hearer(unit: Unit, index: int, limit: int) -> int | None:
    """First token behind “told | reporters in Ghent |”, or None where nobody is told."""
    for at in range(index + 1, min(limit, index + _FARTHEST_THAT)):
        word = _word(unit, at)
        if word in {"that", "whether", "if", "how", "why", "what"}:
            return at
        if word == "to" and at - index < 6:
            return at
        if unit.inside[at] != OUTSIDE:
            return at
        if word in {",", ":"}:
            return at if _is_quoted(unit, at + 1, limit) else _comma_that(unit, at, limit)
    word = _word(unit, index)
    if not word or not is_word(unit.tokens[index]):
        return None
    if word in {"him", "her", "me", "us", "them", "you", "reporters", "people", "voters", "supporters"}:
        return index + 1
    if word in words_of("determiner"):
        subjects = (at for at in range(index + 1, min(limit, index + 10)) if _word(unit, at) in _SUBJECTS)
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
        if _word(unit, at) == "that" and _word(unit, at - 1) == ",":
            return at
    return comma


def _past_circumstances(unit: Unit, index: int, limit: int, may_skip: bool, lemma: str) -> int:
    """First token behind “on Monday”, “in a statement”, “of the plan,” between cue and content."""
    if not may_skip or unit.inside[index] != OUTSIDE if index < limit else True:
        return index
    word = _word(unit, index)
    if (word == "to" and lemma not in words_of("said_to")) or _word(unit, index + 1) in {"least", "most"}:
        return index
    if word in _PLACES | words_of("time") | {"of", "about", "with", "as", "when"} or word.endswith("ly"):
        for at in range(index, min(limit, index + _FARTHEST_THAT)):
            if _word(unit, at) == "that" and at > index + 1 - (word in words_of("time")):
                return at
            if unit.inside[at] not in {OUTSIDE, unit.inside[at - 1]} and _word(unit, at - 1) in {",", ":"}:
                return at
        index = _past_time(unit, index, limit)
        if (
            word in {"in", "at", "on", "during", "to", "of", "after", "when", "as", "with"}
            and index < limit
            and _word(unit, index) == word
        ):
            return limit
    return index


def _past_time(unit: Unit, index: int, limit: int) -> int:
    at = index
    if _word(unit, at) == "on":
        at += 1
    began = at
    while at < limit and (_word(unit, at) in words_of("time") or (at > began and _word(unit, at).isdigit())):
        at += 1
    return at if at > began else index


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
        or _word(unit, last + 1) in _STOPS | {",", "—", "–"}
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
            (not is_word(unit.tokens[end]) and _word(unit, end) not in {")", "%", "]"})
            or _word(unit, end) in {"and", "but", "while", "as", "because"}
        )
    ):
        if _word(unit, end) == "." and _is_abbreviation(unit, end):
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
    if _word(unit, before) in {",", "—", "–"} and before > low:
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
    if first > low and _word(unit, first - 1) not in {":", ","} and unit.inside[first - 1] == OUTSIDE:
        start = _skip_lead(unit, low)
        if start < first:
            return [(start, last)]
    return [(first, last)]
