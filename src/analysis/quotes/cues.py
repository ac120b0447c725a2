"""Which words introduce what somebody says or thinks?

The verbs and their frames are data (`resources/en/cue_verbs.txt`); here they
are inflected once and looked up by form. What stands around a cue is read in
`analysis.quotes.clauses`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.model import Act
from analysis.quotes.units import Range
from analysis.resources import word_table

Shape = Literal["finite", "base", "gerund"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb.

    ``can_follow`` verbs may stand behind their content (“…,” she said);
    ``has_hearer`` verbs name the hearer first (told reporters that …);
    ``is_only_participle`` forms need “has” or “had” (known, written).
    ``is_weak`` verbs count only before “that” or a quotation mark, and verbs
    that ``wants_of`` only before “of” or “about”, that ``wants_to`` only before
    “to”, “on” or “that”. ``is_third`` forms end
    in -s (“claims”) and may be nouns.
    """

    lemma: str
    shape: Shape
    act: Act
    can_follow: bool
    has_hearer: bool
    is_weak: bool
    is_participle: bool
    is_only_participle: bool
    is_third: bool
    wants_to: bool
    wants_of: bool


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """A cue and its source, as token numbers of one unit; ``verb`` is None for “according to”.

    ``low`` is where the cue's own clause may begin. ``source`` stands before
    the cue, or after it where ``is_inverted``. ``shares_subject`` where the
    subject is that of an earlier verb. ``subject`` is what is said of a
    passive cue: “the plan | was criticized by”.
    """

    first: int
    last: int
    verb: Verb | None
    act: Act
    source: Range | None
    is_inverted: bool = False
    shares_subject: bool = False
    subject: Range | None = None


@cache
def cue_verbs() -> dict[str, Verb]:
    """Every form of every cue verb, lower case."""
    forms: dict[str, Verb] = {}
    for lemma, frames, act, *irregular in word_table("cue_verbs"):
        kinds = frames.split(",")
        for form, shape, participle in _inflect(lemma, irregular[0].split() if irregular else []):
            forms.setdefault(
                form,
                Verb(
                    lemma,
                    shape,
                    "statement" if act == "statement" else "thought",
                    "say" in kinds or "tell" in kinds,
                    "tell" in kinds,
                    "weak" in kinds,
                    participle,
                    participle and form != _past_of(lemma, irregular),
                    form.endswith("s") and form != lemma,
                    "to" in kinds,
                    "of" in kinds,
                ),
            )
    return forms


def _past_of(lemma: str, irregular: list[str]) -> str:
    """The simple past, which may differ from the participle (knew, known)."""
    forms = [form for cell in irregular for form in cell.split() if not form.endswith("ing")]
    return forms[0] if forms else lemma + ("d" if lemma.endswith("e") else "ed")


def _inflect(lemma: str, irregular: list[str]) -> list[tuple[str, Shape, bool]]:
    """All forms of a verb: form, shape, and whether it can be a past participle."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    gerund = next((form for form in irregular if form.endswith("ing")), stem + "ing")
    past = [form for form in irregular if not form.endswith("ing")] or [
        lemma + "d" if lemma.endswith("e") else lemma + "ed"
    ]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    forms: list[tuple[str, Shape, bool]] = [(lemma, "base", False), (third, "finite", False)]
    forms.append((gerund, "gerund", False))
    forms += [(form, "finite", index == len(past) - 1) for index, form in enumerate(past)]
    return forms
