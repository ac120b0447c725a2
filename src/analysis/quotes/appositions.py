"""Where does a source with an apposition begin and end?

“Ana Silva, the mayor of Ghent, | said” and “said | Ana Silva, the mayor”: the
apposition belongs to the source, an age or a relative clause does not.
"""

from __future__ import annotations

from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.units import OUTSIDE, Range, Unit

_PRONOUNS = words_of("subject_pronoun")


def source_before_comma(unit: Unit, comma: int, low: int) -> Range | None:
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
        first = skip_small(unit, first, stop)
        if first < stop and _names_somebody(unit, first, stop):
            return (first, _apposition_end(unit, stop, comma))
    return None


def _names_somebody(unit: Unit, first: int, stop: int) -> bool:
    """Whether a segment between commas begins like a noun phrase and holds no verb."""
    word = unit.tokens[first].lower
    if stop - first == 1 and word in _PRONOUNS:
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


def skip_small(unit: Unit, first: int, stop: int) -> int:
    """Past “and”, “that” and commas at the beginning of a phrase."""
    while first < stop and unit.tokens[first].lower in (words_of("conjunction") | {",", "that"}):
        first += 1
    return first


def apposition_after(unit: Unit, last: int) -> int:
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
