"""Write a text in capitals as if it were in small letters.

Capitals tell names from words, so an article in nothing but capitals is read
as if it were written in small letters, with capitals where a sentence begins
and in the words that its own sentences show to be names: those before and
after a cue (“SILVA SAID”), behind a title (“MAYOR ANA SILVA”) and behind
“according to”. No list of names is used; names found nowhere so stay small.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, takewhile

from analysis.quotes.cues import cue_verbs
from analysis.quotes.grammar import nouns, words_of
from analysis.resources import word_list, word_set, word_table

_FEWEST_LETTERS, _MOSTLY = 30, 0.9
_LONGEST_NAME = 4
_CLOSING = frozenset(",”\"'’»")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[“”\"'‘«(\s]*")
_HYPHEN = re.compile(r"[-’'](?=\w\w)")
_POSSESSIVE = re.compile(r"[’']s$")

Word = tuple[str, int, int]
"""A word in lower case, where it begins and where it ends."""


def in_small_letters(text: str) -> str:
    """The same text with as many characters; one that is not in capitals is returned as it is.

    >>> in_small_letters("THE FERRY WILL STOP IN JUNE, MAYOR ANA SILVA SAID ON FRIDAY.")
    'The ferry will stop in June, Mayor Ana Silva said on Friday.'
    """
    letters, small = sum(map(str.isalpha, text)), sum(map(str.islower, text))
    if letters < _FEWEST_LETTERS or small > (1 - _MOSTLY) * letters:
        return text
    words: list[Word] = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    names = _names(text, words)
    written = [_lower(character) for character in text]
    raised = {match.end() for match in _OPENS.finditer(text)}
    for number, (word, start, end) in enumerate(words):
        following = words[number + 1][0] if number + 1 < len(words) else ""
        is_title = word in _titles() and _POSSESSIVE.sub("", following) in names
        if (
            is_title
            or _POSSESSIVE.sub("", word) in names | _known_capitals()
            or word == "i"
            or word.startswith("i’")
        ):
            raised.add(start)
            raised.update(start + match.end() for match in _HYPHEN.finditer(text[start:end]))
        elif word == "us" and number and words[number - 1][0] == "the":
            raised.update((start, start + 1))
    for place in _long_places().finditer("".join(written)):
        raised.update(place.start() + word.start() for word in _WORD.finditer(place.group()))
    for start in raised:
        if start < len(text):
            written[start] = text[start]
    return "".join(written)


def _names(text: str, words: Sequence[Word]) -> frozenset[str]:
    """The words that are names somewhere in the text."""
    found: set[str] = set()
    for number, (word, _, _) in enumerate(words):
        is_cue = word in cue_verbs()
        if is_cue:
            before = _run(text, words[max(0, number - _LONGEST_NAME) : number + 1][::-1])
            stop = words[number - len(before) - 1][0] if number > len(before) else ""
            found.update(before if stop not in words_of("determiner") else ())
        is_inverted = (
            is_cue and text[max(0, words[number][1] - 3) : words[number][1]].rstrip()[-1:] in _CLOSING
        )
        is_behind = word == "to" and number and words[number - 1][0] == "according"
        if is_inverted or is_behind or word in _titles():
            found.update(_run(text, words[number : number + 1 + _LONGEST_NAME]))
    return frozenset(found)


def _run(text: str, words: Sequence[Word]) -> list[str]:
    """The words beside the first one that may be names, with only a space between them."""
    gaps = [text[min(a[2], b[2]) : max(a[1], b[1])] for a, b in pairwise(words)]
    beside = takewhile(lambda pair: pair[0] == " ", zip(gaps, words[1:], strict=True))
    names = (_POSSESSIVE.sub("", word) for _, (word, _, _) in beside)
    return list(takewhile(lambda word: word not in _plain_words() and not word.endswith("ly"), names))


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def _titles() -> frozenset[str]:
    return frozenset(row[0].lower().rstrip(".") for row in word_table("titles"))


@cache
def _known_capitals() -> frozenset[str]:
    """Days, months, peoples and places of one word, except those that are words too."""
    entries = [entry for name in ("no_names", "places") for line in word_list(name) for entry in _parts(line)]
    return frozenset(entry.lower() for entry in entries) - words_of("name_or_word")


def _parts(line: str) -> list[str]:
    return [] if "|" in line else line.split()


@cache
def _long_places() -> re.Pattern[str]:
    """Places of several words: “New York”."""
    places = [place for line in word_list("places") if "|" in line for place in line.lower().split("|")]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, places))})\b")


@cache
def _plain_words() -> frozenset[str]:
    """Words that are no names: small words, cues, and nouns for people, bodies and documents."""
    small = words_of("determiner", "preposition", "conjunction", "auxiliary", "time", "adverb", "pronoun")
    lists = word_set("stop_words") | word_set("common_capitals")
    return nouns() | small | lists | cue_verbs().keys() | _titles()
