"""Under which names do speakers stand once people have corrected them?

Corrections of names come after the names that are found across articles
(`analysis.store.speakers`), and speak of the names that readers see.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from analysis.model import content_hash
from analysis.store.corrections.facts import Correction

_FACTS = pa.schema([("speaker", pa.string()), ("kind", pa.string()), ("role", pa.string())])


def new_names(corrections: Iterable[Correction]) -> dict[str, str]:
    """Name → the name it stands for, for all names that corrections speak of.

    One after another in the order of time: whoever stood under the first name
    stands under the second from then on. So two names that are each said to be
    the other's end under the one that was said last.
    """
    names: dict[str, str] = {}
    for correction in sorted(corrections, key=lambda one: one.order):
        if correction.action == "name" and correction.name and correction.speaker:
            names.setdefault(correction.name, correction.name)
            old = correction.name
            names = {name: correction.speaker if now == old else now for name, now in names.items()}
            names[correction.speaker] = correction.speaker
    return names


def with_names_corrected(names: pa.Table, corrections: Iterable[Correction]) -> pa.Table:
    """The table of names of `analysis.store.speakers.speaker_names`, as people have corrected it.

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
    ordered = sorted(corrections, key=lambda one: one.order)
    names = new_names(ordered)
    facts: dict[str, dict[str, str | None]] = {}
    for correction in ordered:
        if correction.action in ("role", "kind") and correction.name:
            row = facts.setdefault(names.get(correction.name, correction.name), {"kind": None, "role": None})
            row[correction.action] = correction.role if correction.action == "role" else correction.kind
    return pa.Table.from_pylist([{"speaker": name, **row} for name, row in facts.items()], schema=_FACTS)
