"""Know the verbs that introduce what somebody says or thinks.

The verbs and their frames are data (`resources/en/cue_verbs.txt`); here they
are inflected once and looked up by form. Where a unit holds a cue is found in
`analysis.quotes.cue_phrases`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from analysis.model import Act
from analysis.quotes.units import Range
from analysis.resources import word_table

Shape = Literal["finite", "base", "gerund"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb; ``frames`` say what it takes, as in the list of verbs.

    ``is_third`` forms end in -s (“claims”) and may be nouns;
    ``is_only_participle`` forms need “has” or “had” (known, written).
    """

    lemma: str
    act: Act
    frames: frozenset[str]
    shape: Shape
    is_third: bool = False
    is_participle: bool = False
    is_only_participle: bool = False

    @property
    def can_follow(self) -> bool:
        """Whether it may stand behind its content: “…,” she said."""
        return not self.frames.isdisjoint(("say", "tell"))

    @property
    def has_hearer(self) -> bool:
        """Whether it names the hearer first: told reporters that …"""
        return "tell" in self.frames


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """A cue and its source, as token numbers of one unit; ``verb`` is None for “according to”.

    ``source`` stands before the cue, or after it where ``is_inverted``.
    ``shares_subject`` where the subject is that of an earlier verb.
    ``subject`` is what is said of a passive cue: “the plan | was criticized by”.
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
        base = Verb(
            lemma, "statement" if act == "statement" else "thought", frozenset(frames.split(",")), "base"
        )
        for form, verb in _inflected(base, irregular[0].split() if irregular else []):
            forms.setdefault(form, verb)
    return forms


def _inflected(base: Verb, irregular: Sequence[str]) -> Iterator[tuple[str, Verb]]:
    """All forms of a verb; irregular ones are its past, its participle if that differs, its gerund."""
    lemma = base.lemma
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third = lemma[:-1] + "ies"
    gerund = next((form for form in irregular if form.endswith("ing")), f"{stem}ing")
    yield lemma, base
    yield third, replace(base, shape="finite", is_third=True)
    yield gerund, replace(base, shape="gerund")
    past = [form for form in irregular if not form.endswith("ing")]
    past = past or [lemma + ("d" if lemma.endswith("e") else "ed")]
    for form in past[:-1]:
        yield form, replace(base, shape="finite")
    is_only = past[-1] != past[0]
    yield past[-1], replace(base, shape="finite", is_participle=True, is_only_participle=is_only)
