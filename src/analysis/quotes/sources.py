"""Which words beside a cue name the source?

Reads the noun phrase that ends before a verb (“a spokesman for the mayor |
said”, “Ana Silva, the mayor of Ghent, | said”) or begins after it (“…,” said |
Ana Silva, the mayor). No list of names: the small words of a sentence and its
commas decide. Who that source *is* is decided in `analysis.speakers`.
"""

from __future__ import annotations

from functools import cache

from analysis.quotes.appositions import apposition_after, skip_small, source_before_comma
from analysis.quotes.cues import cue_verbs
from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.resources import word_table
from analysis.text import is_word

_LONGEST = 24
_PRONOUNS = words_of("subject_pronoun")
_LINKS = frozenset(["of", "for", "at", "from", "in", "with", "to", "on", "by"])


def source_before(unit: Unit, verb: int, low: int) -> Range | None:
    """The noun phrase that ends right before token ``verb`` and begins at ``low`` or later."""
    last = verb - 1
    if last < low or unit.inside[last] != OUTSIDE:
        return None
    word = unit.tokens[last].lower
    if word in {",", ")", "–", "—"}:
        return source_before_comma(unit, last, low)
    joint = word == "others" and unit.tokens[last - 1].lower == "and" and last - 1 > low
    if word in _PRONOUNS or (
        not joint and (word in words_of("quantifier") and not _is_nominal(unit, last - 1, low))
    ):
        return (last, last) if word not in words_of("no_source") else None
    if not is_word(unit.tokens[last]) or word in words_of("conjunction") or word in words_of("preposition"):
        return None
    first = _walk_left(unit, last, low)
    if first - 3 >= low and unit.tokens[first - 2].lower == "who" and _is_auxiliary(unit, first - 1):
        # “friends who have seen him | say”
        first = _walk_left(unit, first - 3, low)
    if all(unit.tokens[at].lower in words_of("time") for at in range(first, last + 1)):
        return source_before(unit, first, low)
    return _trimmed(unit, first, last)


def can_speak(unit: Unit, source: Range) -> bool:
    """Whether a phrase can name somebody: neither “of them” nor “nobody” nor half a clause."""
    first, last = source
    word, opens = unit.tokens[last].lower, unit.tokens[first].lower
    before = unit.tokens[first - 1].lower if first else ""
    if word == "who" and before in words_of("no_source"):
        return False
    is_part = opens in words_of("quantifier") or word.endswith(("self", "selves"))
    if word in words_of("no_source") and not (first < last and is_part) and not _is_acronym(unit, last):
        return False
    if opens in words_of("no_source") - words_of("determiner") and not _is_acronym(unit, first):
        return False
    if unit.is_title(first) or opens in words_of("pronoun") or opens in words_of("determiner"):
        return True
    is_plural = word in _nouns() or (word.endswith("s") and not word.endswith("ss"))
    if before in {"to", "that", "which"}:
        return is_plural
    if before in words_of("auxiliary") or before in _PRONOUNS:
        return False
    return first < last or is_plural or word.isdigit()


def _is_acronym(unit: Unit, index: int) -> bool:
    """“US” is no “us”."""
    word = unit.covering(index, index).of(unit.text)
    return len(word) > 1 and word.isupper()


def _is_auxiliary(unit: Unit, index: int) -> bool:
    return unit.tokens[index].lower in words_of("auxiliary")


@cache
def _nouns() -> frozenset[str]:
    lists = ("group_nouns", "person_roles", "document_nouns", "organization_words")
    return frozenset(row[0] for name in lists for row in word_table(name))


def _is_nominal(unit: Unit, index: int, low: int) -> bool:
    return index >= low and unit.tokens[index].lower in words_of("determiner")


def _walk_left(unit: Unit, last: int, low: int) -> int:
    """The leftmost token that still belongs to the phrase ending at ``last``."""
    first = last
    while first - 1 >= max(low, last - _LONGEST) and _belongs(unit, first - 1, first, low):
        first -= 1
    return first


def _belongs(unit: Unit, index: int, right: int, low: int) -> bool:
    """Whether a token is part of the phrase that goes on at ``right``."""
    if unit.inside[index] != OUTSIDE:
        return False
    token = unit.tokens[index]
    word = token.lower
    if not is_word(token):
        if word == ".":
            return index > low and unit.is_title(index - 1) and token.start == unit.tokens[index - 1].end
        return word in {"&", "/", "'", "’", "%", "$"}
    if word in {"and", "or"}:
        return _is_joint(unit, index, right, low)
    if word == "who":
        return (
            index > low
            and is_word(unit.tokens[index - 1])
            and unit.tokens[index - 1].lower not in words_of("auxiliary")
        )
    if word in words_of("preposition"):
        return word in _LINKS and index > low and _may_head(unit, index - 1)
    if (
        word in words_of("subordinator")
        or word in words_of("auxiliary")
        or word in _PRONOUNS
        or word == "what"
    ):
        return False
    if _opens_phrase(unit, right) and word not in words_of("predeterminer") and not unit.is_title(index):
        return False
    verb = cue_verbs().get(word)
    if verb is not None and not unit.is_title(index) and verb.shape == "finite" and verb.can_follow:
        return index > low and unit.tokens[index - 1].lower in words_of("determiner")
    return True


def _opens_phrase(unit: Unit, index: int) -> bool:
    """Whether a noun phrase can only begin here: “released | a statement”."""
    return unit.tokens[index].lower in words_of("article") and not unit.is_title(index)


def _is_joint(unit: Unit, index: int, right: int, low: int) -> bool:
    """Whether “and” joins two names or two plain nouns into one source."""
    if index <= low or not is_word(unit.tokens[index - 1]):
        return False
    if unit.is_title(right) and unit.tokens[right].lower not in words_of("determiner"):
        return unit.is_title(index - 1)
    before = unit.tokens[index - 1].lower
    if unit.tokens[right].lower == "others" and _may_head(unit, index - 1):
        return True
    if unit.tokens[right].lower in {"a", "an", "the", "others"} and _is_whole_phrase(unit, index, low):
        return True
    return not unit.is_title(index - 1) and before.endswith("s") and before not in words_of("auxiliary")


def _is_whole_phrase(unit: Unit, stop: int, low: int) -> bool:
    """Whether all that stands before “and” is one noun phrase with its article."""
    start = skip_small(unit, low, stop)
    if stop - start > 8 or unit.tokens[start].lower not in words_of("determiner"):
        return False
    small = ("auxiliary", "subordinator", "pronoun")
    return not any(unit.tokens[at].lower in words_of(part) for at in range(start + 1, stop) for part in small)


def _may_head(unit: Unit, index: int) -> bool:
    """Whether a word can be the noun that a prepositional phrase hangs on."""
    token = unit.tokens[index]
    if not is_word(token) or unit.inside[index] != OUTSIDE:
        return False
    word = token.lower
    small = ("preposition", "auxiliary", "subordinator", "conjunction", "adverb", "determiner")
    if any(word in words_of(part) for part in small) or word in _PRONOUNS:
        return word in words_of("quantifier")
    return not (word.endswith(("ed", "ing")) and not unit.is_title(index))


def _trimmed(unit: Unit, first: int, last: int) -> Range | None:
    """The phrase without small words at its beginning."""
    led_by_preposition = False
    while first <= last:
        word = unit.tokens[first].lower
        if word in words_of("preposition") and not unit.is_title(last):
            return None if first == last else (first + 1, last)
        if word in words_of("preposition"):
            led_by_preposition = True
        elif not (
            word in words_of("conjunction")
            or (is_adverb(word) and not unit.is_title(first + 1 if first < last else first))
            or word in {"'", "’", ".", "/", "&", "%", "that"}
        ):
            break
        first += 1
    if first > last:
        return None
    if led_by_preposition:
        first = max(first, _capital_run(unit, last, first))
    if last == first and unit.tokens[first].lower in words_of("time"):
        return None
    return (first, last)


def _capital_run(unit: Unit, last: int, low: int) -> int:
    """Where the run of capitalized words that ends at ``last`` begins."""
    first = last
    while first > low and (unit.is_title(first - 1) or unit.tokens[first - 1].lower in {".", "&", "of"}):
        first -= 1
    return first


def source_after(unit: Unit, start: int) -> Range | None:
    """The noun phrase that begins at token ``start``: “said | Ana Silva, the mayor of Ghent”."""
    if start >= len(unit.tokens) or unit.inside[start] != OUTSIDE:
        return None
    word = unit.tokens[start].lower
    if word in _PRONOUNS:
        return (start, start)
    starts = (
        unit.is_title(start)
        or word in words_of("determiner")
        or word in words_of("quantifier")
        or word.endswith("s")
    )
    if (
        not starts
        or word in words_of("preposition")
        or word in words_of("time")
        or word in words_of("subordinator")
    ):
        return None
    last = start
    while last + 1 < len(unit.tokens) and last - start < _LONGEST and _goes_on(unit, last + 1):
        last += 1
    while last > start and unit.tokens[last].lower in (words_of("time") | words_of("preposition") | {"and"}):
        last -= 1
    return (start, apposition_after(unit, last))


def _goes_on(unit: Unit, index: int) -> bool:
    if unit.inside[index] != OUTSIDE:
        return False
    token = unit.tokens[index]
    word = token.lower
    if not is_word(token):
        if word == ".":
            return index + 1 < len(unit.tokens) and unit.is_title(index - 1)
        return word in {"&", "'", "’", "/"}
    if word in words_of("preposition"):
        return word in {"of", "for", "at", "from", "with"}
    if word in words_of("subordinator") or word in words_of("auxiliary") or word in _PRONOUNS:
        return False
    return word not in words_of("time") or (unit.is_title(index) and unit.is_title(index - 1))
