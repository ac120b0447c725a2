"""Take persons' names apart, and say which could be one person's.

Only the shape of a name is looked at: no list says that one first name is
short for another, so “Bo” and “Robert” are always two people. Who is who
across articles is decided in `analysis.speakers.across`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from analysis.resources import word_set, word_table
from analysis.text import folded

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_INITIALS = re.compile(r"[^\W\d_](?:[.-]+[^\W\d_])*\.?")
_FAMILY_FIRST = re.compile(r"([^\W\d_a-z][^\W\d_]+) (?!(?:Al|El)-)[^\W\d_a-z][^\W\d_]+-[a-z][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded parts; ``first`` is empty for a surname alone, one letter for an initial."""

    first: str
    middles: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether the first name is spelled out; else the name is short for another."""
        return len(self.first) > 1


def person_name(name: str) -> PersonName:
    """Take a name apart; titles such as “Dr.” are left out.

    >>> person_name("Mun Seo-jin")
    PersonName(first='seo-jin', middles=(), surname=('mun',), suffix='')
    >>> person_name("Dr. J. R. van Aalst Jr.")
    PersonName(first='j', middles=('r',), surname=('van', 'aalst'), suffix='jr')
    """
    if family := family_name_first(name):
        given = name.removeprefix(family).strip()
        return PersonName(folded(given), (), (folded(family),))
    words = [part for word in name.replace(",", " ").split() for part in _parts(word)] or [""]
    while len(words) > 1 and words[0] in _titles():
        del words[0]
    suffix = _SUFFIXES.get(words[-1], "") if len(words) > 1 else ""
    if suffix:
        del words[-1]
    start = len(words) - 1
    while start > 1 and words[start - 1] in particles():
        start -= 1
    first, *middles = words[:start] or [""]
    return PersonName(first, tuple(middles), tuple(words[start:]), suffix)


def family_name_first(name: str) -> str | None:
    """The family name where the shape shows that it stands first: “Mun” of “Mun Seo-jin”; else None."""
    found = _FAMILY_FIRST.fullmatch(name)
    return found[1] if found else None


def could_be_same(one: PersonName, other: PersonName) -> bool:
    """Whether nothing in two names speaks against one person.

    Surname and suffix must be equal: “Al Stone Jr.” is another than “Al Stone”.
    First names must be equal, or one the initial of the other, or missing;
    middle names as far as both have them, from the left, so that “A. W. Stone”
    is another than “A. H. W. Stone”.
    """
    if (one.surname, one.suffix) != (other.surname, other.suffix):
        return False
    if not one.first or not other.first:
        return True
    pairs = [(one.first, other.first), *zip(one.middles, other.middles, strict=False)]
    return all(_agree(ours, theirs) for ours, theirs in pairs)


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _parts(word: str) -> list[str]:
    """A word folded; several initials written as one word come apart."""
    if _INITIALS.fullmatch(word):
        return [folded(letter) for letter in re.findall(r"[^\W\d_]", word)]
    return [plain] if (plain := folded(word)) else []


@cache
def particles() -> frozenset[str]:
    """Words that begin a surname, folded: “van Aalst”, “Ní Dhálaigh”."""
    return word_set("surname_particles")


@cache
def _titles() -> frozenset[str]:
    """Titles that are written short: nobody's first name is “Dr.”."""
    return frozenset(folded(row[0]) for row in word_table("titles") if row[0].endswith("."))
