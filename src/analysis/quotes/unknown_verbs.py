"""Which verb introduces a quotation though no list knows it?"""

from __future__ import annotations

from analysis.quotes.cues import CuePhrase, cue_verbs
from analysis.quotes.grammar import words_of
from analysis.quotes.units import OUTSIDE, Unit
from analysis.text import is_word


def unknown_verb(unit: Unit) -> list[CuePhrase]:
    """“…,” Silva went on: any verb between a quotation's comma and a full stop introduces it."""
    for number, marked in enumerate(unit.marked):
        if marked.inner.of(unit.text).rstrip()[-1:] not in {",", "?", "!", "—"} or number not in unit.inside:
            continue
        first = len(unit.inside) - unit.inside[::-1].index(number)
        last = first
        while last + 1 < len(unit.tokens) and unit.is_title(last + 1) and unit.inside[last + 1] == OUTSIDE:
            last += 1
        if last + 1 >= len(unit.tokens) or unit.inside[first] != OUTSIDE or not is_word(unit.tokens[first]):
            continue
        verb = unit.word(last + 1)
        if unit.word(first) in {"the", "a", "an"} and not verb.endswith("ed"):
            last, verb = last + 1, unit.word(last + 2)
        opens = unit.is_title(first) or unit.word(first) in words_of("verb_subject") | {"the", "a", "an"}
        if opens and (verb.endswith("ed") or verb in {"went", "began"}):
            return [CuePhrase(last + 1, last + 1, cue_verbs()["said"], "statement", (first, last))]
    return []
