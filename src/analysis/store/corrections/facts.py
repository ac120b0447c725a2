"""What have people corrected, who, when and why?

An append-only Delta table beside the articles, one row a correction. Nothing
is ever changed or taken away: undoing is another correction. Two processes may
write at once, and the same correction written twice is one.

Which of them hold is decided in `analysis.store.corrections.standing`, what they change
in `analysis.store.corrections.applying`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

import pyarrow as pa
from deltalake import DeltaTable

from analysis.errors import UnreadableInput
from analysis.model import ACTS, KINDS, Act, Kind, Span, content_hash
from analysis.store.appending import append_rows, rows_of
from analysis.store.table import readable

Action = Literal[
    "speaker",
    "no_quotation",
    "quotation",
    "tone",
    "name",
    "apart",
    "split",
    "role",
    "kind",
    "join_story",
    "leave_story",
    "undo",
]
ACTIONS: tuple[Action, ...] = get_args(Action)

_NEEDED: dict[Action, tuple[str, ...]] = {
    "speaker": ("article_id", "pieces", "act"),
    "no_quotation": ("article_id", "pieces"),
    "quotation": ("article_id", "pieces", "act"),
    "tone": ("article_id", "pieces", "tone"),
    "name": ("name", "speaker"),
    "apart": ("name", "speaker"),
    "split": ("name", "article_id", "speaker"),
    "role": ("name",),
    "kind": ("name", "kind"),
    "join_story": ("article_id", "other_id"),
    "leave_story": ("article_id",),
    "undo": ("other_id",),
}
_TABLE = "corrections"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article as it was when somebody corrected it: where it stood, and its words."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where it stood."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that somebody has corrected.

    ``action`` says what: ``speaker`` (a quotation is said by somebody else, or
    by nobody that could be named), ``no_quotation``, ``quotation`` (one that
    was missed), ``tone`` (of a sentence), ``name`` (everything that ``name``
    says is said by ``speaker``: two speakers are one, or the name is another),
    ``apart`` (``name`` and ``speaker`` are two, however alike), ``split`` (in
    this article ``name`` is somebody else), ``role`` and ``kind`` (of ``name``),
    ``join_story`` (with the story of ``other_id``), ``leave_story``, ``undo``
    (of the correction ``other_id``).

    A passage is bound to the text: it is found again where it has moved.
    """

    action: Action
    by: str
    why: str = ""
    article_id: str | None = None
    pieces: tuple[Passage, ...] = ()
    name: str | None = None
    speaker: str | None = None
    kind: Kind | None = None
    role: str | None = None
    act: Act | None = None
    tone: float | None = None
    other_id: str | None = None
    at: datetime | None = None
    correction_id: str = ""

    def __post_init__(self) -> None:
        if self.action not in ACTIONS:
            raise ValueError(f"no action {self.action!r}; there are: {', '.join(ACTIONS)}")
        missing = [name for name in _NEEDED[self.action] if getattr(self, name) in (None, (), "")]
        if missing:
            raise ValueError(f"a correction of {self.action} needs {', '.join(missing)}")
        if self.action in ("speaker", "quotation") and (self.speaker is None) != (self.kind is None):
            raise ValueError(f"speaker {self.speaker!r} and kind {self.kind!r} must be known together")
        for value, known in ((self.kind, KINDS), (self.act, ACTS)):
            if value is not None and value not in known:
                raise ValueError(f"{value!r} is none of {', '.join(known)}")
        if self.tone is not None and not -1 <= self.tone <= 1:
            raise ValueError(f"tone outside -1 to 1: {self.tone}")
        if self.at is None:
            object.__setattr__(self, "at", datetime.now(UTC))
        if not self.correction_id:
            given = {key: value for key, value in _as_row(self).items() if key != "correction_id"}
            object.__setattr__(
                self, "correction_id", content_hash(json.dumps(given, sort_keys=True, default=str))
            )

    @property
    def order(self) -> tuple[datetime, str]:
        """By this, later corrections come after earlier ones, and all machines agree."""
        assert self.at is not None
        return self.at, self.correction_id


_PASSAGE = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
_OTHER_TYPES = {"pieces": pa.list_(_PASSAGE), "tone": pa.float64(), "at": pa.timestamp("us", tz="UTC")}
_SCHEMA = pa.schema([(field.name, _OTHER_TYPES.get(field.name, pa.string())) for field in fields(Correction)])


def add_corrections(path: str | os.PathLike[str], corrections: Iterable[Correction]) -> int:
    """Keep corrections beside the articles of a corpus; gives how many were not there yet.

    Raises:
        CorpusError: the folder cannot be written.
    """
    known = {correction.correction_id for correction in stored_corrections(path)}
    fresh = {one.correction_id: one for one in corrections if one.correction_id not in known}
    if not fresh:
        return 0
    rows = pa.Table.from_pylist([_as_row(one) for one in fresh.values()], schema=_SCHEMA)
    append_rows(Path(path), _TABLE, rows)
    return len(fresh)


def stored_corrections(path: str | os.PathLike[str], version: int | None = None) -> list[Correction]:
    """All corrections of a corpus, each once, in the order of time; none where nobody corrected anything.

    ``version`` names an older state of them, as `corrections_version` counts; 0 is none.

    Raises:
        CorpusError: the table is damaged.
    """
    rows = [] if version == 0 else rows_of(Path(path), _TABLE, version)
    found = {row["correction_id"]: _of_row(row) for row in rows}
    return sorted(found.values(), key=lambda correction: correction.order)


def corrections_version(path: str | os.PathLike[str]) -> int:
    """A number that grows with every correction; 0 where there are none."""
    folder = _folder(Path(path))
    with readable(Path(path)):
        return DeltaTable(str(folder)).version() if DeltaTable.is_deltatable(str(folder)) else 0


def as_line(correction: Correction) -> str:
    """A correction as one line of JSON; what is not known is left out."""
    row = {key: value for key, value in _as_row(correction).items() if value not in (None, [], "")}
    row["at"] = row["at"].isoformat()
    return json.dumps(row, ensure_ascii=False)


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
            row = json.loads(line)
            read = _of_row({**row, "at": datetime.fromisoformat(row["at"])})
            pa.Table.from_pylist([_as_row(read)], schema=_SCHEMA)  # refuses what could not be stored
            found.append(read)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise UnreadableInput(
                f"{place}, line {number}: no correction ({error}); "
                "files come from `newsvoices corrections export`"
            ) from error
    return found


def undo_of(correction: Correction, by: str, why: str = "") -> Correction:
    """The correction that takes another one back."""
    return Correction("undo", by, why, other_id=correction.correction_id)


def _as_row(correction: Correction) -> dict[str, Any]:
    return {**asdict(correction), "pieces": [asdict(piece) for piece in correction.pieces]}


def _of_row(row: dict[str, Any]) -> Correction:
    known = {field.name: row[field.name] for field in fields(Correction) if row.get(field.name) is not None}
    pieces = tuple(Passage(int(p["start"]), int(p["end"]), str(p["text"])) for p in known.pop("pieces", ()))
    at = known.pop("at")
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return Correction(**{**known, "pieces": pieces, "at": at})


def _folder(path: Path) -> Path:
    return (path / _TABLE).resolve()
