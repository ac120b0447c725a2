"""Find the words beside a cue that name its source.

Reads the noun phrase that ends before a verb (“a spokesman for the mayor |
said”, “Ana Silva, the mayor of Ghent, | said”), begins after it (“…,” said |
Ana Silva, the mayor), or is the subject of its clause (“She smiled and |
said”). No list of names: the small words of a sentence and its commas decide.
An apposition belongs to a source, an age or a relative clause does not.
Who that source *is* is decided in `analysis.speakers`.
"""

from __future__ import annotations

from analysis.quotes.cues import cue_verbs
from analysis.quotes.grammar import is_adverb, nouns, words_of
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.resources import word_set
from analysis.text import is_word

_LONGEST = 24
_LONGEST_APPOSITION = 16
_LONGEST_JOINT = 8
_FARTHEST_COMMA = 40


def source_before(unit: Unit, verb: int, low: int) -> Range | None:
    """The noun phrase that ends right before token ``verb`` and begins at ``low`` or later."""
    last = verb - 1
    if last < low or unit.inside[last] != OUTSIDE:
        return None
    word, before = unit.word(last), unit.word(last - 1)
    if word in {",", ")", "–", "—"}:
        return _before_comma(unit, last, low)
    is_joint = word in words_of("others") and before == "and" and last - 1 > low
    is_amount = word in words_of("quantifier") and before not in words_of("determiner")
    if word in words_of("subject_pronoun") or (is_amount and not is_joint):
        return (last, last)
    if not is_word(unit.tokens[last]) or word in words_of("conjunction", "preposition"):
        return None
    first = _walk_left(unit, last, low)
    if first - 3 >= low and unit.word(first - 2) == "who" and unit.word(first - 1) in words_of("auxiliary"):
        # “friends who have seen him | say”
        first = _walk_left(unit, first - 3, low)
    if all(unit.word(at) in words_of("time") for at in range(first, last + 1)):
        return source_before(unit, first, low)
    return _trimmed(unit, first, last)


def source_after(unit: Unit, start: int) -> Range | None:
    """The noun phrase that begins at token ``start``: “said | Ana Silva, the mayor of Ghent”."""
    if start >= len(unit.tokens) or unit.inside[start] != OUTSIDE:
        return None
    word = unit.word(start)
    if word in words_of("subject_pronoun"):
        return (start, start)
    is_noun = unit.is_title(start) or word in words_of("determiner", "quantifier") or word.endswith("s")
    if not is_noun or word in words_of("preposition", "time", "subordinator"):
        return None
    last = start
    while last + 1 < len(unit.tokens) and last - start < _LONGEST and _goes_on(unit, last + 1):
        last += 1
    while last > start and (unit.word(last) == "and" or unit.word(last) in words_of("time", "preposition")):
        last -= 1
    return (start, _past_apposition(unit, last))


def first_subject(unit: Unit, low: int, high: int) -> Range | None:
    """The subject that a clause begins with, for verbs that share it: “She smiled and | said”."""
    index = low
    while index < high:
        word = unit.word(index)
        if (
            unit.inside[index] != OUTSIDE
            or not is_word(unit.tokens[index])
            or word in words_of("conjunction")
            or is_adverb(word)
        ):
            index += 1
        elif word in words_of("preposition", "subordinator") or word.endswith("ing"):
            commas = (at for at in range(index, high) if unit.word(at) == ",")
            index = next(commas, high) + 1
        else:
            break
    if index >= high:
        return None
    last = index
    if unit.word(index) not in words_of("subject_pronoun", "quantifier"):
        while last + 1 < high and _in_subject(unit, last + 1, index):
            last += 1
    return (index, last)


def can_speak(unit: Unit, source: Range) -> bool:
    """Whether a phrase can name somebody: neither “of them” nor “nobody” nor half a clause."""
    first, last = source
    word, opens, before = unit.word(last), unit.word(first), unit.word(first - 1)
    if word == "who" and before in words_of("no_source"):
        return False
    is_part = first < last and (opens in words_of("quantifier") or word.endswith(("self", "selves")))
    if word in words_of("no_source") and not is_part and not _is_acronym(unit, last):
        return False
    if opens in words_of("no_source") - words_of("determiner") and not _is_acronym(unit, first):
        return False
    if unit.is_title(first) or opens in words_of("pronoun", "determiner"):
        return True
    is_plural = word in nouns() or (word.endswith("s") and not word.endswith("ss"))
    if before in {"to", "that", "which"}:
        return is_plural
    if before in words_of("auxiliary", "subject_pronoun"):
        return False
    return first < last or is_plural or word.isdigit()


def _is_acronym(unit: Unit, index: int) -> bool:
    """“US” is no “us”."""
    return unit.covering(index, index).of(unit.text).isupper()


def _before_comma(unit: Unit, comma: int, low: int) -> Range | None:
    """“Ana Silva, the mayor of Ghent, | said”: the segment that names, with its apposition."""
    marks = {",", "(", "–", "—"}
    begin = max(low, comma - _FARTHEST_COMMA)
    commas = [at for at in range(begin, comma) if unit.word(at) in marks and unit.inside[at] == OUTSIDE]
    for first, stop in zip([low, *(at + 1 for at in commas)], commas, strict=False):
        if stop - first > _LONGEST_APPOSITION:
            continue
        first = _skip_small(unit, first, stop)
        if first < stop and _names_somebody(unit, first, stop):
            return (first, _apposition_end(unit, stop, comma))
    return None


def _names_somebody(unit: Unit, first: int, stop: int) -> bool:
    """Whether a segment between commas begins like a noun phrase and holds no verb."""
    word = unit.word(first)
    if stop - first == 1 and word in words_of("subject_pronoun"):
        return True
    if unit.inside[first] != OUTSIDE or word in words_of("preposition", "subordinator"):
        return False
    if any(unit.word(index) in words_of("auxiliary") for index in range(first, stop)):
        return False
    return (unit.is_title(first) and not is_adverb(word)) or word in words_of("determiner", "quantifier")


def _apposition_end(unit: Unit, stop: int, comma: int) -> int:
    """Last token of a source whose first segment ends at token ``stop``: before or behind an apposition."""
    after = unit.word(stop + 1) if stop + 1 < comma else ""
    is_apposed = after.isalpha() and after not in words_of("relative_place", "preposition")
    return comma - 1 if unit.word(stop) == "," and is_apposed else stop - 1


def _past_apposition(unit: Unit, last: int) -> int:
    """Last token with “, the mayor of Ghent” behind a name, if that ends at a comma or stop."""
    begins = unit.word(last + 1) == "," and unit.word(last + 2) in words_of("plain_article")
    if not begins or not unit.is_title(last):
        return last
    for end in range(last + 2, min(last + _LONGEST_APPOSITION, len(unit.tokens) - 1)):
        after = unit.word(end + 1)
        if unit.inside[end + 1] != OUTSIDE or after in {",", ".", ";"} or after in words_of("subordinator"):
            return end
    return last


def _skip_small(unit: Unit, first: int, stop: int) -> int:
    """Past “and”, “that” and commas at the beginning of a phrase."""
    while first < stop and (
        unit.word(first) == "," or unit.word(first) in words_of("conjunction", "phrase_opener")
    ):
        first += 1
    return first


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
    token, word, has_more = unit.tokens[index], unit.word(index), index > low
    if not is_word(token):
        if word == ".":
            return has_more and unit.is_title(index - 1) and token.start == unit.tokens[index - 1].end
        return word in {"&", "/", "'", "%", "$"}
    if word in words_of("joint"):
        return has_more and _is_joint(unit, index, right, low)
    if word == "who":
        before = unit.word(index - 1)
        return has_more and is_word(unit.tokens[index - 1]) and before not in words_of("auxiliary")
    if word in words_of("preposition"):
        return has_more and word in words_of("link_of_source") and _may_head(unit, index - 1)
    if word in words_of("subordinator", "auxiliary", "subject_pronoun") or word == "what":
        return False
    if unit.is_title(index):
        return True
    # A noun phrase can only begin with an article: “released | a statement”.
    if unit.word(right) in words_of("article") and not unit.is_title(right):
        return word in words_of("predeterminer")
    verb = cue_verbs().get(word)
    is_verb = verb is not None and verb.shape == "finite" and verb.can_follow
    return not is_verb or (has_more and unit.word(index - 1) in words_of("determiner"))


def _is_joint(unit: Unit, index: int, right: int, low: int) -> bool:
    """Whether “and” joins two names or two plain nouns into one source."""
    if not is_word(unit.tokens[index - 1]):
        return False
    before, after = unit.word(index - 1), unit.word(right)
    if unit.is_title(right) and after not in words_of("determiner"):
        return unit.is_title(index - 1)
    if after in words_of("others"):
        return True
    if after in words_of("plain_article") and _is_whole_phrase(unit, index, low):
        return True
    return not unit.is_title(index - 1) and before.endswith("s") and before not in words_of("auxiliary")


def _is_whole_phrase(unit: Unit, stop: int, low: int) -> bool:
    """Whether all that stands before “and” is one noun phrase with its article."""
    start = _skip_small(unit, low, stop)
    if stop - start > _LONGEST_JOINT or unit.word(start) not in words_of("determiner"):
        return False
    small = words_of("auxiliary", "subordinator", "pronoun")
    return not any(unit.word(at) in small for at in range(start + 1, stop))


def _may_head(unit: Unit, index: int) -> bool:
    """Whether a word can be the noun that a prepositional phrase hangs on."""
    if not is_word(unit.tokens[index]) or unit.inside[index] != OUTSIDE:
        return False
    word = unit.word(index)
    small = ("preposition", "auxiliary", "subordinator", "conjunction", "adverb", "determiner")
    if word in words_of(*small, "subject_pronoun"):
        return word in words_of("quantifier")
    return unit.is_title(index) or not word.endswith(("ed", "ing"))


def _trimmed(unit: Unit, first: int, last: int) -> Range | None:
    """The phrase without small words at its beginning."""
    led_by_preposition = False
    while first <= last:
        word = unit.word(first)
        if word in words_of("preposition"):
            if not unit.is_title(last):
                return None if first == last else (first + 1, last)
            led_by_preposition = True
        elif not (
            word == "'"
            or word in words_of("conjunction", "phrase_opener")
            or (is_adverb(word) and not unit.is_title(min(first + 1, last)))
        ):
            break
        first += 1
    if first > last:
        return None
    if led_by_preposition:
        begin = last
        while begin > first and unit.is_title(begin - 1):
            begin -= 1
        first = begin
    return None if first == last and unit.word(first) in words_of("time") else (first, last)


def _goes_on(unit: Unit, index: int) -> bool:
    """Whether a word still belongs to the phrase that began before it."""
    if unit.inside[index] != OUTSIDE:
        return False
    word = unit.word(index)
    if not is_word(unit.tokens[index]):
        is_point = word == "." and index + 1 < len(unit.tokens) and unit.is_title(index - 1)
        return is_point or word in {"&", "'", "/"}
    if word in words_of("preposition"):
        return word in words_of("link_after_name")
    if word in words_of("subordinator", "auxiliary", "subject_pronoun"):
        return False
    return word not in words_of("time") or (unit.is_title(index) and unit.is_title(index - 1))


def _in_subject(unit: Unit, index: int, first: int) -> bool:
    """Whether a word still belongs to the subject that began at ``first``."""
    if unit.inside[index] != OUTSIDE:
        return False
    word = unit.word(index)
    if not is_word(unit.tokens[index]):
        return word in {"&", "'"} or (word == "." and unit.is_title(index - 1))
    if unit.is_title(first) and unit.word(first) not in words_of("determiner"):
        links = words_of("name_link") | word_set("surname_particles") - words_of("auxiliary")
        return unit.is_title(index) or word in links
    if word in words_of("auxiliary", "subordinator", "subject_pronoun"):
        return False
    if word in words_of("preposition"):
        return word in words_of("link_of_subject")
    return unit.is_title(index) or not (word.endswith("ed") or word in cue_verbs() or is_adverb(word))
