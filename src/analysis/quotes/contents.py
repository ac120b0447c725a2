"""Find the words that belong to a cue.

The content stands behind the cue (said that …; said, “…”), or before it
(“…,” she said; …, she said), or on both sides (“…,” she said. “…”). It begins
with “that” and the opening mark and ends before the sentence's full stop.
Between a cue and its content may stand the hearer (“told | reporters in Ghent
| that …”), the time and the place (“said | on Monday, in a statement, | that”).
"""

from __future__ import annotations

from analysis.quotes.cues import CuePhrase
from analysis.quotes.grammar import words_of
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.text import is_word

_STOPS = frozenset({".", "!", "?", "…", ";"})
_DASHES = frozenset({"—", "–", "-"})
_FARTHEST_THAT = 14


def content_after(unit: Unit, cue: CuePhrase, limit: int) -> list[Range]:
    """The content behind a cue, up to token ``limit`` (not included); empty where there is none."""
    start = _start(unit, cue, limit)
    if start is None:
        return []
    if unit.inside[start] != OUTSIDE:
        return [(start, _end_of_quotation(unit, start, limit))]
    end = trim_end(unit, start, _end_of_clause(unit, start, limit))
    return [(start, end)] if end >= start and _has_words(unit, start, end) else []


def content_before(unit: Unit, cue: CuePhrase, low: int) -> list[Range]:
    """The content before a cue that may follow it; empty where there is none.

    ``low`` is the first token that no earlier cue has taken.
    """
    first = cue.source[0] if cue.source and not cue.is_inverted else cue.first
    before = first - 1
    if before < low:
        return []
    if unit.inside[before] != OUTSIDE:
        return [_quotation_before(unit, before, low)]
    if before == low or unit.word(before) not in {",", "—", "–"}:
        return []
    if unit.inside[before - 1] != OUTSIDE:
        return [_quotation_before(unit, before - 1, low)]
    start = _skip_lead(unit, low)
    return [(start, before - 1)] if before - 1 > start and _has_words(unit, start, before - 1) else []


def trim_end(unit: Unit, start: int, limit: int) -> int:
    """Last token of a content that may go on to ``limit``: without the full stop and loose ends."""
    end = limit - 1
    while end > start and unit.inside[end] == OUTSIDE:
        word = unit.word(end)
        is_mark = not is_word(unit.tokens[end]) and word not in {")", "%", "]"}
        is_inner_point = word == "." and end + 1 < len(unit.tokens)  # it belongs to an abbreviation
        if is_inner_point or not (is_mark or word in words_of("loose_end")):
            break
        end -= 1
    return end


def _has_words(unit: Unit, first: int, last: int) -> bool:
    return any(map(is_word, unit.tokens[first : last + 1]))


def _start(unit: Unit, cue: CuePhrase, limit: int) -> int | None:
    """First token of the content behind the cue, or None where the cue has none there."""
    index, verb = cue.last + 1, cue.verb
    if verb is None:
        return _after_according(unit, cue, limit)
    if index >= limit:
        return None
    if cue.is_inverted and cue.source is not None:
        index = cue.source[1] + 1
        return index + 1 if unit.word(index) in {":", ","} and unit.is_quoted(index + 1) else None
    if "weak" in verb.frames:
        return index if unit.word(index) == "that" or unit.is_quoted(index) else None
    if verb.has_hearer and unit.word(index) not in {",", ":", *words_of("content_question")}:
        index = _past_hearer(unit, index, limit)
    if verb.can_follow:
        index = _past_circumstances(unit, index, limit, verb.lemma)
    return _begin(unit, index, limit, verb.lemma, takes_object=not verb.can_follow)


def _begin(unit: Unit, index: int, limit: int, lemma: str, *, takes_object: bool) -> int | None:
    """First token of a content that stands at ``index``, behind the marks and links before it."""
    if index >= limit:
        return None
    word, after = unit.word(index), unit.word(index + 1)
    if word in {",", ":"} or word in _DASHES:
        return index + 1 if unit.is_quoted(index + 1) else _after_mark(unit, index, limit)
    is_mark = not is_word(unit.tokens[index]) and unit.inside[index] == OUTSIDE
    if is_mark or word in words_of("no_content"):
        return None
    is_link = takes_object or lemma in words_of("object_verb")
    return index + 1 if is_link and word in words_of("object_link") and after not in {"", "."} else index


def _after_according(unit: Unit, cue: CuePhrase, limit: int) -> int | None:
    """“According to the mayor, | the plan failed”: behind the comma that ends the source."""
    before = unit.word(cue.first - 1)
    if cue.source is None or before[:1].isalnum() or before in {",", "”", '"', "''"}:
        return None
    last = cue.source[1]
    commas = (at for at in range(last + 1, min(limit, last + 12) + 1) if unit.word(at) == ",")
    comma = next(commas, limit)
    return comma + 1 if comma + 1 < limit else None


def _after_mark(unit: Unit, index: int, limit: int) -> int | None:
    """Behind a colon, or at the “that” behind a second comma: “said, on Monday, | that …”."""
    if unit.word(index) == ":" and index + 2 < limit:
        return index + 1
    return _that_behind_comma(unit, index, min(limit, index + 8))


def _that_behind_comma(unit: Unit, comma: int, limit: int) -> int | None:
    found = (at for at in range(comma + 1, limit) if unit.word(at) == "that" and unit.word(at - 1) == ",")
    return next(found, None)


def _past_hearer(unit: Unit, index: int, limit: int) -> int:
    """First token behind “told | reporters in Ghent |”; the first of all where nobody is told."""
    for at in range(index + 1, min(limit, index + _FARTHEST_THAT)):
        word = unit.word(at)
        if (
            word in words_of("content_opener")
            or (word == "to" and at - index < 6)
            or unit.inside[at] != OUTSIDE
        ):
            return at
        if word in {",", ":"}:
            # “told reporters after the session, in which …, | that”
            that = _that_behind_comma(unit, at, min(limit, at + 3 * _FARTHEST_THAT))
            return at if that is None else that
    word = unit.word(index)
    if not is_word(unit.tokens[index]):
        return index
    if word in words_of("hearer"):
        return index + 1
    if word in words_of("determiner"):
        end = min(limit, index + 10)
        subjects = (at for at in range(index + 1, end) if unit.word(at) in words_of("clause_subject"))
        return next(subjects, min(limit, index + 2))
    last = index
    while last + 1 < limit and unit.is_title(last + 1) and unit.is_title(index):
        last += 1
    return last + 1


def _past_circumstances(unit: Unit, index: int, limit: int, lemma: str) -> int:
    """First token behind “on Monday”, “in a statement”, “of the plan,” between cue and content."""
    if index >= limit or unit.inside[index] != OUTSIDE:
        return index
    word, is_time = unit.word(index), unit.word(index) in words_of("time")
    if (word == "to" and lemma not in words_of("said_to")) or unit.word(index + 1) in words_of("amount"):
        return index
    if not (is_time or word in words_of("circumstance") or word.endswith("ly")):
        return index
    for at in range(index, min(limit, index + _FARTHEST_THAT)):
        if unit.word(at) == "that" and at > index + 1 - is_time:
            return at
        if unit.inside[at] not in {OUTSIDE, unit.inside[at - 1]} and unit.word(at - 1) in {",", ":"}:
            return at
    after = _past_time(unit, index, limit)
    return limit if after == index and word in words_of("circumstance_needs_that") else after


def _past_time(unit: Unit, index: int, limit: int) -> int:
    """First token behind “on Monday” or “March 3”."""
    began = at = index + (unit.word(index) == "on")
    while at < limit and (unit.word(at) in words_of("time") or (at > began and unit.word(at).isdigit())):
        at += 1
    return at if at > began else index


def _end_of_clause(unit: Unit, start: int, limit: int) -> int:
    """Where a content ends before ``limit``: behind a quotation that a comma or stop closes, or at a turn."""
    for index in range(start, limit - 1):
        number = unit.inside[index]
        if number == OUTSIDE:
            if index > start + 2 and (_turns(unit, index) or _closes_dash(unit, index, start)):
                return index
        elif unit.inside[index + 1] == OUTSIDE and unit.quotation_end(index) in {",", ".", "?", "!"}:
            # it was “a failure,” | referring to …
            return index + 1
    return limit


def _turns(unit: Unit, index: int) -> bool:
    """Whether the reporter's own clause begins here: said it failed | , but the council …"""
    word, after = unit.word(index), unit.word(index + 1)
    if word in _DASHES and unit.tokens[index].start > unit.tokens[index - 1].end:
        after = unit.word(index + 2) if after in _DASHES else after
        return after in words_of("clause_joint", "determiner")
    if word == "as":
        return after in words_of("clause_subject")
    if word != "," or index + 2 >= len(unit.tokens):
        return False
    if after in words_of("relative"):
        return True
    subject = unit.word(index + 2)
    opens = subject in words_of("determiner", "clause_subject") or unit.is_title(index + 2)
    return after in words_of("turn_of_clause") and subject != "that" and opens


def _closes_dash(unit: Unit, index: int, start: int) -> bool:
    """Whether a dash ends the insertion that holds the cue: “the answers – officials said … – were long”."""
    if unit.word(index) not in _DASHES:
        return False
    dashes = sum(unit.word(at) in _DASHES and unit.word(at - 1) not in _DASHES for at in range(1, start))
    return dashes % 2 == 1


def _end_of_quotation(unit: Unit, start: int, limit: int) -> int:
    """Last token of a content that begins with a quotation: its mark, unless the sentence runs on."""
    number, last = unit.inside[start], start
    while last + 1 < limit and unit.inside[last + 1] == number:
        last += 1
    after = unit.word(last + 1)
    is_closed = last + 1 >= limit or after in _STOPS or after in {",", "—", "–"}
    if is_closed or unit.quotation_end(start) in {",", ".", "?", "!", "…"}:
        return last
    return max(last, trim_end(unit, start, limit))


def _skip_lead(unit: Unit, low: int) -> int:
    """Past commas and “But” at the beginning of a clause."""
    while (
        low < len(unit.tokens)
        and unit.inside[low] == OUTSIDE
        and (not is_word(unit.tokens[low]) or unit.word(low) in words_of("clause_joint"))
    ):
        low += 1
    return low


def _quotation_before(unit: Unit, last: int, low: int) -> Range:
    """The quotation that ends at token ``last``, with the words of its clause before it."""
    first = last
    while first > low and unit.inside[first - 1] == unit.inside[last]:
        first -= 1
    if first > low and unit.word(first - 1) not in {":", ","} and unit.inside[first - 1] == OUTSIDE:
        return (min(first, _skip_lead(unit, low)), last)
    return (first, last)
