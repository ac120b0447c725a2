"""Where corrections are kept: in a table beside the articles, and in files.

The table is append-only, one row a correction. Nothing is ever changed or taken
away: undoing is another correction. Two processes may write at once, and the
same correction written twice is one.

Which of them hold is decided in `analysis.store.corrections.standing`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import DeltaTable

from analysis.errors import UnreadableInput
from analysis.store.appending import append_rows, rows_of
from analysis.store.converting import CONVERTER
from analysis.store.corrections.articles import (
    MissedQuotation,
    NoQuotation,
    OtherSpeaker,
    OtherTone,
    SplitSpeaker,
)
from analysis.store.corrections.facts import COLUMNS, Correction, Undo, in_order
from analysis.store.corrections.speakers import OtherKind, OtherRole, SameSpeaker, TwoSpeakers
from analysis.store.corrections.stories import JoinStory, LeaveStory
from analysis.store.table import readable

_ALL: tuple[type[Correction], ...] = (
    OtherSpeaker,
    NoQuotation,
    MissedQuotation,
    OtherTone,
    SameSpeaker,
    TwoSpeakers,
    SplitSpeaker,
    OtherRole,
    OtherKind,
    JoinStory,
    LeaveStory,
    Undo,
)
_BY_ACTION = {kind.action: kind for kind in _ALL}

_TABLE = "corrections"
PASSAGES = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())]))
_OTHER_TYPES = {"pieces": PASSAGES, "tone": pa.float64(), "at": pa.timestamp("us", tz="UTC")}
_SCHEMA = pa.schema([(name, _OTHER_TYPES.get(name, pa.string())) for name in COLUMNS])


def add_corrections(path: str | os.PathLike[str], corrections: Iterable[Correction]) -> int:
    """Keep corrections beside the articles of a corpus; gives how many were not there yet.

    Raises:
        CorpusError: the folder cannot be written.
    """
    known = {correction.correction_id for correction in stored_corrections(path)}
    fresh = {one.correction_id: one for one in corrections if one.correction_id not in known}
    if fresh:
        append_rows(Path(path), _TABLE, _rows(fresh.values()))
    return len(fresh)


def stored_corrections(path: str | os.PathLike[str], version: int | None = None) -> list[Correction]:
    """All corrections of a corpus, each once, in the order of time; none where nobody corrected anything.

    ``version`` names an older state of them, as `corrections_version` counts; 0 is none.

    Raises:
        CorpusError: the table is damaged.
    """
    rows = [] if version == 0 else rows_of(Path(path), _TABLE, version)
    return in_order({row["correction_id"]: _of_row(row) for row in rows}.values())


def corrections_version(path: str | os.PathLike[str]) -> int:
    """A number that grows with every correction; 0 where there are none."""
    folder = str((Path(path) / _TABLE).resolve())
    with readable(Path(path)):
        return DeltaTable(folder).version() if DeltaTable.is_deltatable(folder) else 0


def as_line(correction: Correction) -> str:
    """A correction as one line of JSON; what is not known is left out."""
    row = correction.as_row() | {"at": correction.at.isoformat()}
    return json.dumps(
        {key: row[key] for key in COLUMNS if row[key] not in (None, (), [], "")}, ensure_ascii=False
    )


def read_lines(place: str, lines: Sequence[str]) -> list[Correction]:
    """Corrections as `as_line` writes them, whoever wrote them.

    Raises:
        UnreadableInput: a line holds no correction; the message names it.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            read = _of_row(json.loads(line))
            _rows([read])  # refuses what could not be stored
            found.append(read)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise UnreadableInput(
                f"{place}, line {number}: no correction ({error}); "
                "files come from `newsvoices corrections export`"
            ) from error
    return found


def _rows(corrections: Iterable[Correction]) -> pa.Table:
    return pa.Table.from_pylist([correction.as_row() for correction in corrections], schema=_SCHEMA)


def _of_row(row: Mapping[str, Any]) -> Correction:
    known = {name: value for name, value in row.items() if value is not None}
    action, _ = known["action"], known["at"]
    if action not in _BY_ACTION:
        raise ValueError(f"no action {action!r}; there are: {', '.join(_BY_ACTION)}")
    kind = _BY_ACTION[action]
    kind.refuse_missing(known)
    return CONVERTER.structure(known, kind)
