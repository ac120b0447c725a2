"""The table of names: under which name each speaker stands across the articles of a corpus.

The table is derived from the articles alone and lies beside them, in a file
that is named after the version it was made of and the rules it was made by.
A reader that finds none for its version makes it; where nothing can be
written it makes it again each time.

Which names stand for one speaker is decided in `analysis.speakers.across`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from analysis.speakers.across.resolver import Days, names_across
from analysis.speakers.across.voices import NameSeen
from analysis.store.table import derived_table, keep_derived

RULES = 2
"""Raised whenever the same articles may give another table, so that old files are not used."""

NAMES_SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("first_day", pa.date32()),
        ("last_day", pa.date32()),
        ("speaker", pa.string()),
        ("speaker_id", pa.string()),
    ]
)

Ask = Callable[[str, dict[str, Any]], pa.Table]
"""Runs a query with its parameters over the view `stored` of one version."""

_SEEN = """
select s.name as name, s.kind as kind, count(*) as articles,
  list_distinct(flatten(list(list_filter(s.aliases, lambda form: length(form) between 2 and 14
    and form = upper(form))))) as forms
from (select unnest(speakers) as s from stored) where s.kind <> 'unnamed' group by all
"""

_DAYS = """
select s.name as name, list_sort(list(distinct day)) as days
from (select unnest(speakers) as s, coalesce(published, date '0001-01-01') as day from stored)
where s.name in (select unnest($names)) group by all
"""


def speaker_names(corpus: Path, version: str, ask: Ask) -> pa.Table:
    """The table of names of one version, read or made.

    Args:
        corpus: The folder of the corpus.
        version: What names the version for all time; a newer one comes after it in the alphabet.
        ask: Reads the articles of that version.

    Returns:
        Columns as in `NAMES_SCHEMA`: ``name`` stands for ``speaker`` in the articles of the days
        from ``first_day`` to ``last_day``. Articles without a date belong to the first day of all.
    """
    path = corpus / "speakers" / f"{version}-r{RULES}.parquet"
    names = derived_table(path, NAMES_SCHEMA)
    if names is None:
        names = _made(ask)
        keep_derived(path, names)
    return names


def _made(ask: Ask) -> pa.Table:
    rows = names_across(_seen(ask), lambda names: _days(ask, names))
    days = {ordinal: date.fromordinal(ordinal) for row in rows for ordinal in (row.first_day, row.last_day)}
    return pa.table(
        [
            [row.name for row in rows],
            [days[row.first_day] for row in rows],
            [days[row.last_day] for row in rows],
            [row.speaker for row in rows],
            [row.speaker_id for row in rows],
        ],
        schema=NAMES_SCHEMA,
    )


def _seen(ask: Ask) -> list[NameSeen]:
    """Every name once, as what it mostly is."""
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask(_SEEN, {}).to_pylist():
        kinds[row["name"]].append(row)
    return [
        NameSeen(
            name,
            min(rows, key=lambda row: (-row["articles"], row["kind"]))["kind"],
            sum(row["articles"] for row in rows),
            frozenset(form for row in rows for form in row["forms"] or ()),
        )
        for name, rows in kinds.items()
    ]


def _days(ask: Ask, names: list[str]) -> Days:
    if not names:
        return {}
    rows = ask(_DAYS, {"names": names}).to_pylist()
    return {row["name"]: [day.toordinal() for day in row["days"]] for row in rows}
