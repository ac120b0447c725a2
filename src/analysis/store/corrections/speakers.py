"""Corrections of speakers in the whole corpus: names, kinds and roles.

They come after the names that are found across articles
(`analysis.store.names`), and speak of the names that readers see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from analysis.model import Kind, content_hash
from analysis.store.corrections.facts import Correction, Subject, in_order

_FACTS = pa.schema([("speaker", pa.string()), ("kind", pa.string()), ("role", pa.string())])


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSpeaker(Correction):
    """All that ``name`` says is said by ``speaker``: two speakers are one, or the name is another."""

    action = "name"
    says = "{name} is {speaker}"

    name: str
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoSpeakers(Correction):
    """``name`` and ``speaker`` are two, however alike."""

    action = "apart"
    says = "{name} and {speaker} are two"

    name: str
    speaker: str

    @property
    def subject(self) -> Subject:
        return (self.action, *sorted((self.name, self.speaker)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRole(Correction):
    """``name`` has another role, or none."""

    action = "role"
    says = "role of {name}: {role}"

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherKind(Correction):
    """``name`` is of another kind."""

    action = "kind"
    says = "kind of {name}: {kind}"

    name: str
    kind: Kind


def new_names(corrections: Iterable[Correction]) -> dict[str, str]:
    """Name → the name it stands for, for all names that corrections speak of.

    One after another in the order of time: whoever stood under the first name
    stands under the second from then on. So two names that are each said to be
    the other's end under the one that was said last.
    """
    names: dict[str, str] = {}
    for correction in in_order(corrections):
        if isinstance(correction, SameSpeaker):
            old, new = correction.name, correction.speaker
            names.setdefault(old, old)
            names = {name: new if now == old else now for name, now in names.items()} | {new: new}
    return names


def with_names_corrected(names: pa.Table, corrections: Iterable[Correction]) -> pa.Table:
    """The table of names of `analysis.store.names.speaker_names`, as people have corrected it.

    Names that stand in no article of their own, such as those that a
    correction has brought in, get a row for all days.
    """
    changed = new_names(corrections)
    if not changed:
        return names
    rows = names.to_pylist()
    seen = {row["name"] for row in rows}
    for row in rows:
        row["speaker"] = changed.get(row["speaker"], row["speaker"])
    rows += [
        {
            "name": name,
            "first_day": date.min,
            "last_day": date.max,
            "speaker": now,
            "speaker_id": content_hash("speaker", now),
        }
        for name, now in changed.items()
        if name not in seen
    ]
    return pa.Table.from_pylist(rows, schema=names.schema)


def facts_of(corrections: Iterable[Correction]) -> pa.Table:
    """What people have said of speakers: ``speaker``, and ``kind`` and ``role`` where they said it."""
    ordered = in_order(corrections)
    names = new_names(ordered)
    facts: dict[str, dict[str, str | None]] = {}
    for correction in ordered:
        if isinstance(correction, OtherRole | OtherKind):
            row = facts.setdefault(names.get(correction.name, correction.name), {})
            row[correction.action] = correction.as_row()[correction.action]
    return pa.Table.from_pylist([{"speaker": name, **row} for name, row in facts.items()], schema=_FACTS)
