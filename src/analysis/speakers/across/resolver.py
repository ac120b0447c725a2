"""Say who the names of different articles stand for.

In an article each speaker has the fullest name that it has there. Across
articles, the names of one speaker are put together, and nobody else's:

- spellings of one name: case, diacritics, points, “the”, “&” for “and”
- a first name with and without middle names, if these leave no doubt
- a short name (a surname alone, an initial for the first name) is joined to a
  full one if exactly one that fits is quoted within 60 days of the article
- an acronym is joined to the only body that any article calls by it
- different first names, “Jr.” and none, and different middle names are always
  different people; nothing is looked up, so “Bo” is never “Robert”

Nothing depends on the order of articles. Unnamed sources are never asked
about. Names within an article are decided in `analysis.speakers.resolving`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from analysis.model import content_hash
from analysis.speakers.across.voices import NO_DAY, NameSeen, Voice, bodies, is_name_shaped, people

LAST_DAY = 3_652_059
"""The ordinal of the last day that a date can have."""

Days = Mapping[str, Sequence[int]]
"""Name → the days on which it is quoted, ascending, as ordinals; `NO_DAY` for articles without date."""

_JOINT = " & "


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """Who a name stands for in the articles from ``first_day`` to ``last_day``, both included."""

    name: str
    first_day: int
    last_day: int
    speaker: str
    speaker_id: str


def names_across(seen: Iterable[NameSeen], days_of: Callable[[list[str]], Days]) -> list[SpeakerName]:
    """Say for each name who it stands for, and when.

    Args:
        seen: Every name once, without unnamed sources; the order does not matter.
        days_of: Asked once, for the days of those names that it depends on.

    Returns:
        Rows in order of name and day; every day lies in one row of each name. ``speaker_id``
        stays when articles are added, unless they show that one name was two people or two
        names were one.
    """
    return _Resolver(sorted(seen, key=lambda one: one.name)).rows(days_of)


class _Resolver:
    """All names of a corpus, put together."""

    def __init__(self, names: Sequence[NameSeen]) -> None:
        self._names = names
        self._joint = {one.name: parts for one in names if (parts := _joint_parts(one))}
        alone = [one for one in names if one.name not in self._joint]
        persons = [one for one in alone if one.kind == "person"]
        known = {one.name for one in persons}
        others = {part for parts in self._joint.values() for part in parts} - known
        persons += [NameSeen(part, "person", 0) for part in sorted(others)]
        voices, shorts = people(persons)
        voices += bodies([one for one in alone if one.kind != "person"])
        self._voices = {one.name: voice for voice in voices for one in voice.names}
        self._shorts = {one.name: short for short in shorts for one in short.voice.names}

    def rows(self, days_of: Callable[[list[str]], Days]) -> list[SpeakerName]:
        """See `names_across`."""
        days = self._give_days(days_of)
        return [row for one in self._names for row in self._rows_of(one.name, days.get(one.name, ()))]

    def _give_days(self, days_of: Callable[[list[str]], Days]) -> Days:
        """Tell every voice that a short name may stand for when it is quoted, alone or jointly."""
        open_shorts = [short for short in self._shorts.values() if short.candidates]
        asked = {id(v): v for short in open_shorts for v in (short.voice, *short.candidates)}
        names = {one.name for voice in asked.values() for one in voice.names}
        days = days_of(sorted(names | self._joint.keys()))
        quoted: dict[str, list[int]] = {name: list(days.get(name, ())) for name in names}
        for joint, parts in self._joint.items():
            for part in names.intersection(parts):
                quoted[part] += days.get(joint, ())
        for voice in asked.values():
            voice.days = sorted({day for one in voice.names for day in quoted[one.name]})
        return days

    def _rows_of(self, name: str, days: Sequence[int]) -> Iterator[SpeakerName]:
        if name in self._voices:
            yield _row(name, NO_DAY, LAST_DAY, (self._voices[name],))
            return
        parts = self._joint.get(name, (name,))
        shared = _shares_its_surname(parts)
        answers = [(day, tuple(self._on(part, day, shared) for part in parts)) for day in days or (NO_DAY,)]
        runs = [list(run) for _, run in groupby(answers, key=lambda answer: [id(v) for v in answer[1]])]
        first = NO_DAY
        for number, run in enumerate(runs, 1):
            last = LAST_DAY if number == len(runs) else run[-1][0]
            yield _row(name, first, last, run[0][1])
            first = last + 1

    def _on(self, name: str, day: int, shared: Collection[str]) -> Voice:
        short = self._shorts.get(name)
        if short is None:
            return self._voices[name]
        return short.voice if name in shared else short.on(day)


def _shares_its_surname(parts: Sequence[str]) -> set[str]:
    """Single words before a full name: in “Bea & Al Stone” the first is no surname."""
    return {part for part, after in pairwise(parts) if " " not in part and " " in after}


def _row(name: str, first: int, last: int, voices: Sequence[Voice]) -> SpeakerName:
    voices = list(dict.fromkeys(voices))
    ids = [voice.speaker_id for voice in voices]
    speaker_id = ids[0] if len(ids) == 1 else content_hash("speakers", *ids)
    return SpeakerName(name, first, last, _JOINT.join(voice.speaker for voice in voices), speaker_id)


def _joint_parts(one: NameSeen) -> tuple[str, ...]:
    """The persons of joint speakers; nothing for a body with “&” in its name."""
    parts = tuple(one.name.split(_JOINT))
    is_joint = len(set(parts)) == len(parts) > 1 and one.kind in ("person", "group")
    return parts if is_joint and all(part and is_name_shaped(part) for part in parts) else ()
