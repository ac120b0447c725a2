"""Cut paragraphs into sentences, and say where a capital may be due to a sentence's beginning.

NLTK's Punkt with our own abbreviations instead of its trained model (which
would have to be downloaded), plus merge rules for what Punkt cannot know: a
sentence does not begin in lower case, and “Is it over?” she asked. is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from analysis.model import Span
from analysis.resources import word_pattern, word_set

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_CLOSERS = "”’\"')]»"
# Most news paragraphs are one sentence and need no Punkt.
_MAY_END = re.compile(r"[.!?…][”’\"')\]»]*\s+\S")
# What Punkt always cuts, unless the word is an abbreviation.
_PLAIN_END = regex.compile(r"[“\"‘(]?([^\W\d_]{2,})[.!?](?:[ \xa0]+[“\"‘']{0,2}\p{Lu}|['”\"]$)")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:['’&.-][^\W_]+)*\Z")
_INITIALS_BEFORE = re.compile(r"(?<![\w'’&.-])(?:[^\W\d_]\.){2,}\Z")
BEGINNING = re.compile(r"[.!?…:\n\"“”‘«([•–—-]")
"""Marks with which a sentence, a quotation, a line or an item of a list may begin."""


@cache
def _speech_tag() -> regex.Pattern[str]:
    return regex.compile(rf"(?:\p{{Lu}}[\w.’'-]*\s+){{1,4}}(?:{_any('speech_tag')})\b")


@cache
def _missed_end() -> re.Pattern[str]:
    """Behind abbreviations that end a sentence, which Punkt never does."""
    return re.compile(
        rf"(?:{_any('ending_abbreviation')})\.[”\"’]?\s+(?=[“\"‘]?(?:{_any('opener')})\b)",
    )


@cache
def _no_end() -> re.Pattern[str]:
    """Abbreviations that are words of their own in lower case (“fell ill.”, “said no.”)."""
    return re.compile(rf"(?:,\s(?:{_any('state_abbreviation')})|\b(?:{_any('capital_abbreviation')}))\.,?$")


@cache
def _enumerator() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('enumerator')})\.$")


def _any(part: str) -> str:
    return word_pattern("sentence_words", part)


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    abbreviations = _abbreviations()

    class Punkt(PunktSentenceTokenizer):  # type: ignore[misc]  # NLTK ships no types.
        def text_contains_sentbreak(self, text: str) -> bool:
            plain = _PLAIN_END.match(text)
            if plain and plain[1].lower() not in abbreviations:
                return True
            return bool(super().text_contains_sentbreak(text))

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations)
    return Punkt(parameters)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(entry.rstrip(".") for entry in word_set("abbreviations"))


def begins_sentence(
    text: str, position: int, marks: re.Pattern[str] = BEGINNING, *, is_first: bool = False
) -> bool:
    """Whether the word at a position may owe its capital to what begins with it.

    So it is behind ``marks``, but not behind an abbreviation's point, unless
    the word ``is_first`` in a sentence that was cut there.

    >>> text = "Gov. Silva left. She smiled."
    >>> [word for word in ("Gov", "Silva", "She") if begins_sentence(text, text.index(word))]
    ['Gov', 'She']
    """
    if is_first:
        return not position or bool(marks.search(text, max(0, position - 2), position))
    end = position
    while end and not text[end - 1].isalnum():
        end -= 1
    if text[end - 2 : end + 1 : 2] == ".." and _INITIALS_BEFORE.search(text, max(0, end - 12), end + 1):
        end += 1
    gap = text[end:position]
    if not end or gap == " " or not marks.search(gap):
        return not end
    if gap.strip() != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, end - 32), end)
    return before is None or (len(before[0]) > 1 and before[0].lower() not in _abbreviations())


def sentence_spans(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph, in text order, without the white space between them.

    >>> [span.of("Gov. Silva left. “Is it over?” she asked.") for span in
    ...  sentence_spans("Gov. Silva left. “Is it over?” she asked.", Span(0, 41))]
    ['Gov. Silva left.', '“Is it over?” she asked.']
    """
    part = paragraph.of(text)
    merged: list[tuple[int, int]] = []
    for start, end in _pieces(part):
        if merged and _goes_on(part[merged[-1][0] : merged[-1][1]], part[start:end]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return [Span(paragraph.start + start, paragraph.start + end) for start, end in merged]


def _pieces(part: str) -> Iterator[tuple[int, int]]:
    """What Punkt cuts, cut once more after abbreviations that end a sentence."""
    if not _MAY_END.search(part):
        yield 0, len(part)
        return
    for start, end in _punkt().span_tokenize(part):
        for missed in _missed_end().finditer(part, start, end):
            yield start, missed.start() + len(missed.group().rstrip())
            start = missed.end()
        if part[start:end].strip():
            yield start, end


def _goes_on(before: str, after: str) -> bool:
    """Whether two pieces that Punkt cut apart are one sentence."""
    first = after.lstrip("“‘\"'([")[:1]
    if first.islower() or after[0] in ")]”’»,;":
        return True
    if (
        before[-1] in _CLOSERS
        and before.rstrip(_CLOSERS)[-1:] in {"?", "!", "…"}
        and _speech_tag().match(after)
    ):
        return True
    if first.isdigit() and _enumerator().search(before):
        return True
    return bool(_no_end().search(before))
