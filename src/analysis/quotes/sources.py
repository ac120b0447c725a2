"""Which words beside a cue name the source?

Reads the noun phrase that ends before a verb (“a spokesman for the mayor |
said”, “Ana Silva, the mayor of Ghent, | said”) or begins after it (“…,” said |
Ana Silva, the mayor). No list of names: the small words of a sentence and its
commas decide. Who that source *is* is decided in `analysis.speakers`.
"""

from __future__ import annotations

from analysis.quotes.cues import cue_verbs
from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.units import OUTSIDE, Unit
from analysis.text import is_word

Range = tuple[int, int]
"""First and last token of a phrase, both included."""

_LONGEST = 24
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who", "which"])
_LINKS = frozenset(["of", "for", "at", "from", "in", "with", "to", "on", "by"])


def source_before(unit: Unit, verb: int, low: int) -> Range | None:
    """The noun phrase that ends right before token ``verb`` and begins at ``low`` or later."""
    last = verb - 1
    if last < low or unit.inside[last] != OUTSIDE:
        return None
    word = unit.tokens[last].lower
    if word in {",", ")", "–", "—"}:
        return _before_comma(unit, last, low)
    joint = word == "others" and unit.tokens[last - 1].lower == "and" and last - 1 > low
    if word in _SUBJECT_PRONOUNS or (
        not joint and (word in words_of("quantifier") and not _is_nominal(unit, last - 1, low))
    ):
        return (last, last)
    if not is_word(unit.tokens[last]) or word in words_of("conjunction") or word in words_of("preposition"):
        return None
    return _trimmed(unit, _walk_left(unit, last, low), last)


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
    if word in words_of("subordinator") or word in words_of("auxiliary") or word in _SUBJECT_PRONOUNS:
        return False
    verb = cue_verbs().get(word)
    if verb is not None and not unit.is_title(index) and verb.shape == "finite" and verb.can_follow:
        return index > low and unit.tokens[index - 1].lower in words_of("determiner")
    return True


def _is_joint(unit: Unit, index: int, right: int, low: int) -> bool:
    """Whether “and” joins two names or two plain nouns into one source."""
    if index <= low or not is_word(unit.tokens[index - 1]):
        return False
    if unit.is_title(right) and unit.tokens[right].lower not in words_of("determiner"):
        return unit.is_title(index - 1)
    before = unit.tokens[index - 1].lower
    if unit.tokens[right].lower in {"a", "an", "the", "others"} and _is_whole_phrase(unit, index, low):
        return True
    return not unit.is_title(index - 1) and before.endswith("s") and before not in words_of("auxiliary")


def _is_whole_phrase(unit: Unit, stop: int, low: int) -> bool:
    """Whether all that stands before “and” is one noun phrase with its article."""
    start = _skip_small(unit, low, stop)
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
    if any(word in words_of(part) for part in small) or word in _SUBJECT_PRONOUNS:
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


def _before_comma(unit: Unit, comma: int, low: int) -> Range | None:
    """“Ana Silva, the mayor of Ghent, | said”: the segment that names, with its apposition."""
    commas = [
        index
        for index in range(max(low, comma - 40), comma)
        if unit.tokens[index].lower in {",", "(", "–", "—"} and unit.inside[index] == OUTSIDE
    ]
    bounds = [low, *[index + 1 for index in commas if index >= low]]
    for first, stop in zip(bounds, [*commas, comma], strict=False):
        if stop - first < 1 or stop - first > 16 or stop == comma:
            continue
        first = _skip_small(unit, first, stop)
        if first < stop and _names_somebody(unit, first, stop):
            return (first, _apposition_end(unit, stop, comma))
    return None


def _skip_small(unit: Unit, first: int, stop: int) -> int:
    while first < stop and unit.tokens[first].lower in (words_of("conjunction") | {",", "that"}):
        first += 1
    return first


def _names_somebody(unit: Unit, first: int, stop: int) -> bool:
    """Whether a segment between commas begins like a noun phrase and holds no verb."""
    word = unit.tokens[first].lower
    if stop - first == 1 and word in _SUBJECT_PRONOUNS:
        return True
    if unit.inside[first] != OUTSIDE or word in words_of("preposition") or word in words_of("subordinator"):
        return False
    if any(unit.tokens[index].lower in words_of("auxiliary") for index in range(first, stop)):
        return False
    return (
        (unit.is_title(first) and not is_adverb(word))
        or word in words_of("determiner")
        or word in words_of("quantifier")
    )


def _apposition_end(unit: Unit, stop: int, comma: int) -> int:
    """Last token of the source: the apposition belongs to it, an age or a relative clause does not."""
    after = unit.tokens[stop + 1].lower if stop + 1 < comma else ""
    belongs = after in {"a", "an", "the"} or (
        after and after not in {"who", "which", "whose", "where"} and after.isalpha()
    )
    if unit.tokens[stop].lower == "," and belongs and after not in words_of("preposition"):
        return comma - 1
    return stop - 1


def source_after(unit: Unit, start: int) -> Range | None:
    """The noun phrase that begins at token ``start``: “said | Ana Silva, the mayor of Ghent”."""
    if start >= len(unit.tokens) or unit.inside[start] != OUTSIDE:
        return None
    word = unit.tokens[start].lower
    if word in _SUBJECT_PRONOUNS:
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
    return (start, _apposition_after(unit, last))


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
    if word in words_of("subordinator") or word in words_of("auxiliary") or word in _SUBJECT_PRONOUNS:
        return False
    return word not in words_of("time") or (unit.is_title(index) and unit.is_title(index - 1))


def _apposition_after(unit: Unit, last: int) -> int:
    """Last token with “, the mayor of Ghent” behind a name, if that ends at a comma or stop."""
    if last + 2 >= len(unit.tokens) or unit.tokens[last + 1].lower != ",":
        return last
    if unit.tokens[last + 2].lower not in {"a", "an", "the"} or not unit.is_title(last):
        return last
    end = last + 2
    while end + 1 < len(unit.tokens) and end - last < 16:
        word = unit.tokens[end + 1].lower
        if unit.inside[end + 1] != OUTSIDE or word in {",", ".", ";"} or word in words_of("subordinator"):
            return end
        end += 1
    return last


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
    if word in _SUBJECT_PRONOUNS or word in words_of("quantifier"):
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
    if word in words_of("auxiliary") or word in words_of("subordinator") or word in _SUBJECT_PRONOUNS:
        return False
    if word in words_of("preposition"):
        return word in {"of", "for"}
    return not (word.endswith("ed") or word in cue_verbs() or is_adverb(word)) or unit.is_title(index)
