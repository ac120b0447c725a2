"""Put spellings of one name together, and list whom a short name may stand for.

What needs no date is decided here: a `Voice` is one speaker with all names
that are surely theirs, a `Short` a name that may stand for one of several.
Which of them it stands for on a day is decided in `analysis.speakers.across`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from analysis.model import content_hash
from analysis.speakers.across.person_names import PersonName, could_be_same, particles, person_name
from analysis.text import folded

NEAR_DAYS = 60
"""How far from an article a full name may be quoted for a short one to be joined to it."""

NO_DAY = 1
"""The ordinal of the first day of all; an article without a date counts as of that day."""

_ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,10}")
_NO_LETTER = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name as speakers bear it in articles; ``forms`` are the other forms of it there."""

    name: str
    kind: str
    articles: int
    forms: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Voice:
    """One speaker: all names that are surely theirs, and the days on which they are quoted.

    ``key`` is what the speaker is recognized by when articles are added.
    """

    names: list[NameSeen]
    key: str
    patterns: list[PersonName] = field(default_factory=list)
    days: list[int] = field(default_factory=list)

    @property
    def speaker(self) -> str:
        """The name to show: not in capitals if there is another, of most articles, the longest."""
        return min(self.names, key=lambda n: (n.name.isupper(), -n.articles, -len(n.name), n.name)).name

    @property
    def speaker_id(self) -> str:
        """16 hexadecimal digits, made of the name alone."""
        return content_hash("speaker", self.key)

    @property
    def suffix(self) -> str:
        """“jr”, “sr”, “iii” or nothing."""
        return self.patterns[0].suffix if self.patterns else ""

    def is_near(self, day: int) -> bool:
        """Whether one of the names is quoted near this day; what has no date is near to all."""
        if day == NO_DAY or self.days[:1] == [NO_DAY]:
            return True
        place = bisect_left(self.days, day - NEAR_DAYS)
        return place < len(self.days) and self.days[place] <= day + NEAR_DAYS

    def could_be(self, other: Voice) -> bool:
        """Whether nothing in any of the names speaks against one person."""
        return all(could_be_same(ours, theirs) for ours in self.patterns for theirs in other.patterns)


@dataclass(slots=True)
class Short:
    """A short name as a voice of its own, and the speakers that it may stand for."""

    voice: Voice
    candidates: list[Voice]

    def on(self, day: int) -> Voice:
        """The one speaker quoted near this day that it fits, else the short name itself.

        Names that are short themselves count only beside no full one that they could be.
        """
        fitting: list[Voice] = []
        # Full names come first; two are enough to know that it is nobody of them.
        for candidate in self.candidates:
            is_other = candidate.patterns[0].is_full or not any(map(candidate.could_be, fitting))
            if is_other and candidate.is_near(day):
                fitting.append(candidate)
                if len(fitting) > 1:
                    return self.voice
        return fitting[0] if fitting and fitting[0].suffix == self.voice.suffix else self.voice


def people(names: Sequence[NameSeen]) -> tuple[list[Voice], list[Short]]:
    """The persons among these names, and the surnames and initials that may stand for them."""
    by_surname: dict[str, list[tuple[NameSeen, PersonName]]] = defaultdict(list)
    for one in names:
        parsed = person_name(one.name)
        by_surname[parsed.surname[-1]].append((one, parsed))
    voices, shorts = [], []
    for namesakes in by_surname.values():
        known = {parsed.surname for _, parsed in namesakes if parsed.is_full}
        namesakes = [(one, _surname_alone(parsed, known)) for one, parsed in namesakes]
        full = _full_voices([entry for entry in namesakes if entry[1].is_full])
        brief = _spellings([entry for entry in namesakes if not entry[1].is_full])
        voices += full
        shorts += [Short(voice, _candidates(voice, full, brief)) for voice in brief]
    return voices, shorts


def bodies(names: Sequence[NameSeen]) -> list[Voice]:
    """Organizations, groups and documents by their names.

    An acronym joins the only body that an article calls by it; of two such
    bodies it is neither. Unlike people's, these short names do not wear off.
    """
    voices: dict[str, Voice] = {}
    called: dict[str, set[str]] = defaultdict(set)
    for one in names:
        key = _body_key(one.name)
        voices.setdefault(key, Voice([], f"body {key}")).names.append(one)
        for form in one.forms:
            if _is_acronym(form) and not _is_acronym(one.name):
                called[_letters(form)].add(key)
    for acronym, keys in called.items():
        brief = voices.get(_body_key(acronym))
        if brief is not None and len(keys) == 1 and all(_is_acronym(one.name) for one in brief.names):
            voices[next(iter(keys))].names += brief.names
            del voices[_body_key(acronym)]
    return list(voices.values())


def is_name_shaped(words: str) -> bool:
    """Whether every word begins with a capital or may begin a surname: “Gerrit van Aalst”."""
    return all(word[0].isupper() or folded(word) in particles() for word in words.split())


def _surname_alone(parsed: PersonName, known: set[tuple[str, ...]]) -> PersonName:
    """“Van Aalst” is a surname alone where somebody is called “Gerrit Van Aalst”."""
    whole = (parsed.first, *parsed.surname)
    if parsed.first in particles() and not parsed.middles and whole in known:
        return PersonName("", (), whole, parsed.suffix)
    return parsed


def _spellings(entries: Sequence[tuple[NameSeen, PersonName]]) -> list[Voice]:
    """One voice for each name, its spellings together."""
    voices: dict[PersonName, Voice] = {}
    for one, parsed in entries:
        voices.setdefault(parsed, Voice([], _person_key(parsed), [parsed])).names.append(one)
    return list(voices.values())


def _full_voices(entries: Sequence[tuple[NameSeen, PersonName]]) -> list[Voice]:
    """One voice for each first name and surname, or for each of its middle names where they differ."""
    cores: dict[PersonName, list[Voice]] = defaultdict(list)
    for voice in _spellings(entries):
        pattern = voice.patterns[0]
        cores[PersonName(pattern.first, (), pattern.surname, pattern.suffix)].append(voice)
    voices: list[Voice] = []
    for core, variants in cores.items():
        joined = _joined_variants(variants)
        if len(joined) == 1:
            joined[0].key = _person_key(core)
        voices += joined
    return voices


def _joined_variants(variants: list[Voice]) -> list[Voice]:
    """Join names that only differ in middle names, as far as that leaves no doubt.

    A name that could be either of two others that could not be each other is joined to neither.
    """
    if len(variants) == 1:
        return variants
    clear = []
    for voice in variants:
        possible = [other for other in variants if voice.could_be(other)]
        if all(one.could_be(other) for one, other in combinations(possible, 2)):
            clear.append(voice)
    joined = [voice for voice in variants if voice not in clear]
    for voice in clear:
        home = next((other for other in joined if other in clear and other.could_be(voice)), None)
        if home is None:
            joined.append(voice)
        else:
            home.names += voice.names
            home.patterns += voice.patterns
    return joined


def _candidates(short: Voice, full: Sequence[Voice], brief: Sequence[Voice]) -> list[Voice]:
    """Full names that fit; for a surname alone also initials, and namesakes of another suffix as rivals."""
    pattern = short.patterns[0]
    if pattern.first:
        return [voice for voice in full if short.could_be(voice)]
    namesakes = [v for v in full if v.patterns[0].surname == pattern.surname]
    if pattern.suffix:
        namesakes = [v for v in namesakes if v.suffix == pattern.suffix]
    return namesakes + [v for v in brief if v.patterns[0].first and short.could_be(v)]


def _person_key(name: PersonName) -> str:
    return " ".join(("person", name.first, *name.middles, *name.surname, name.suffix))


def _body_key(name: str) -> str:
    key = " ".join(_NO_LETTER.sub(" ", folded(name.replace("&", " and ").replace("’s", "s"))).split())
    return key.removeprefix("the ") or name


def _is_acronym(form: str) -> bool:
    return bool(_ACRONYM.fullmatch(form))


def _letters(acronym: str) -> str:
    return acronym.replace(".", "").replace("&", "")
