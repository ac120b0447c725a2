"""Corrections as facts of their own: what somebody has corrected, who, when and why.

Each kind of correction is a small class that knows what it is about, how it is
put into words and what it changes: those of an article stand in
`analysis.store.corrections.articles`, those of a speaker in
`analysis.store.corrections.speakers`, those of a story in
`analysis.store.corrections.stories`.
"""

from __future__ import annotations

import json
from abc import ABC
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any, ClassVar, Self

from analysis.model import ACTS, KINDS, Span, content_hash

COLUMNS = (
    "action",
    "by",
    "why",
    "article_id",
    "pieces",
    "name",
    "speaker",
    "kind",
    "role",
    "act",
    "tone",
    "other_id",
    "at",
    "correction_id",
)
"""What a stored correction may hold, in the order of the table; each kind has some of these."""

_LONGEST = 40
_MARKS = '“”„«»" '

Subject = tuple[str, ...]


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


def passages(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """These stretches of a text with their words."""
    return tuple(Passage(span.start, span.end, span.of(text)) for span in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(ABC):
    """One thing that somebody has corrected.

    ``action`` is the name of its kind in tables and files, ``says`` what it says, with its fields.
    Without an ``at`` it is made now; the id is computed when left empty: the same correction has
    the same one everywhere.
    """

    action: ClassVar[str]
    says: ClassVar[str]

    by: str
    why: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    correction_id: str = ""

    def __post_init__(self) -> None:
        given = {one.name: getattr(self, one.name) for one in fields(self)}
        self.refuse_missing(given)
        for value, known in ((given.get("kind"), KINDS), (given.get("act"), ACTS)):
            if value is not None and value not in known:
                raise ValueError(f"{value!r} is none of {', '.join(known)}")
        if not self.correction_id:
            row = {name: value for name, value in self.as_row().items() if name != "correction_id"}
            text = json.dumps(row, sort_keys=True, default=str)
            object.__setattr__(self, "correction_id", content_hash(text))

    @classmethod
    def refuse_missing(cls, row: Mapping[str, Any]) -> None:
        """Raise a ValueError that names what this kind of correction needs and a row does not have."""
        needed = [one.name for one in fields(cls) if one.default is one.default_factory is MISSING]
        missing = [name for name in needed if name != "by" and row.get(name) in (None, (), [], "")]
        if missing:
            raise ValueError(f"a correction of {cls.action} needs {', '.join(missing)}")

    def as_row(self) -> dict[str, Any]:
        """All `COLUMNS`, None (or no pieces) where this kind has none."""
        row = dict.fromkeys(COLUMNS) | {one.name: getattr(self, one.name) for one in fields(self)}
        return row | {"action": self.action, "pieces": [asdict(piece) for piece in row["pieces"] or ()]}

    def signed(self, by: str, why: str) -> Self:
        """The same, made now by somebody."""
        return replace(self, by=by, why=why, at=datetime.now(UTC), correction_id="")

    @property
    def order(self) -> tuple[datetime, str]:
        """By this, later corrections come after earlier ones, and all machines agree."""
        return self.at, self.correction_id

    @property
    def subject(self) -> Subject:
        """What it is about: of several about the same thing the latest holds."""
        return (self.action, getattr(self, "name", ""), getattr(self, "article_id", ""))

    def overridden(self, known: Iterable[Subject]) -> list[Subject]:
        """The subjects of earlier corrections that hold no longer; ``known`` are all that hold."""
        return [self.subject]

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that it speaks of; the first is the one that it is about."""
        return ()

    @property
    def words(self) -> str:
        """What it says, in a few words."""
        row = self.as_row()
        text = " … ".join(piece["text"].strip(_MARKS) for piece in row["pieces"])
        excerpt = f" “{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”" if text else ""
        names = {"speaker": row["speaker"] or "nobody", "role": row["role"] or "none"}
        return self.says.format_map(row | names | {"passage": excerpt})

    def described(self) -> str:
        """What it says, with the id of its article."""
        return f"{self.words} in {self.article_ids[0]}" if self.article_ids else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfArticle(Correction):
    """Something about one article."""

    article_id: str

    @property
    def article_ids(self) -> tuple[str, ...]:
        return (self.article_id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Correction):
    """The correction ``other_id`` is taken back."""

    action = "undo"
    says = "undo {other_id}"

    other_id: str


def undo_of(correction: Correction, by: str, why: str = "") -> Undo:
    """The correction that takes another one back."""
    return Undo(by=by, why=why, other_id=correction.correction_id)


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Corrections in the order of time."""
    return sorted(corrections, key=lambda correction: correction.order)
