"""Where are samples and the answers to them kept?

In two append-only Delta tables beside the articles, `samples` and `answers`.
Nothing in them is ever changed: undoing an answer is another answer. The same
sample or answer kept twice is one.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from analysis.curation.samples import Answer, Found, Item, Sample
from analysis.errors import CorpusError
from analysis.model import Selection, Span
from analysis.store.appending import append_rows, rows_of
from analysis.store.corrections import Passage

_SPANS = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32())]))
_PASSAGES = pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())]))
_AT = pa.timestamp("us", tz="UTC")
_FOUND = {"content": _SPANS, "source": _SPANS, "cue": _SPANS, "words": pa.int32()}
_ITEM = {
    "pieces": _PASSAGES,
    "found": pa.list_(pa.struct([(one.name, _FOUND.get(one.name, pa.string())) for one in fields(Found)])),
}
_SAMPLE = {
    "seed": pa.int64(),
    "of": pa.int64(),
    "items": pa.list_(pa.struct([(one.name, _ITEM.get(one.name, pa.string())) for one in fields(Item)])),
    "corpus_version": pa.int64(),
    "corrections_version": pa.int64(),
    "at": _AT,
}
_ANSWER = {"place": pa.int32(), "which": pa.int32(), "missed": _PASSAGES, "at": _AT}
_SAMPLES = pa.schema([(one.name, _SAMPLE.get(one.name, pa.string())) for one in fields(Sample)])
_ANSWERS = pa.schema([(one.name, _ANSWER.get(one.name, pa.string())) for one in fields(Answer)])


def keep_sample(path: str | os.PathLike[str], sample: Sample) -> Sample:
    """Keep a sample beside the articles of its corpus; the one that is there already if it is the same.

    Raises:
        CorpusError: the folder cannot be written.
    """
    same = [one for one in stored_samples(path) if one.sample_id == sample.sample_id]
    if same:
        return same[0]
    row = asdict(sample) | {"selection": json.dumps(asdict(sample.selection), default=date.isoformat)}
    append_rows(Path(path), "samples", pa.Table.from_pylist([row], schema=_SAMPLES))
    return sample


def keep_answers(path: str | os.PathLike[str], *answers: Answer) -> None:
    """Keep answers beside the articles.

    Raises:
        CorpusError: the folder cannot be written.
    """
    if answers:
        rows = pa.Table.from_pylist([asdict(answer) for answer in answers], schema=_ANSWERS)
        append_rows(Path(path), "answers", rows)


def stored_samples(path: str | os.PathLike[str]) -> list[Sample]:
    """All samples of a corpus, the first drawn first; none where nobody has drawn one.

    Raises:
        CorpusError: the table is damaged.
    """
    found = {str(row["sample_id"]): _sample(row) for row in rows_of(Path(path), "samples")}
    return sorted(found.values(), key=lambda sample: (sample.at, sample.sample_id))


def stored_sample(path: str | os.PathLike[str], sample_id: str) -> Sample:
    """One sample, by its id or the beginning of it.

    Raises:
        CorpusError: no sample, or more than one, has such an id.
    """
    meant = [one for one in stored_samples(path) if one.sample_id.startswith(sample_id)]
    if len(meant) != 1:
        raise CorpusError(
            f"{path}: no sample {sample_id}; `newsvoices check list --corpus {path}` shows them"
        )
    return meant[0]


def stored_answers(path: str | os.PathLike[str]) -> list[Answer]:
    """All answers to samples of a corpus, each once, in the order of time.

    Raises:
        CorpusError: the table is damaged.
    """
    found = {str(row["answer_id"]): _answer(row) for row in rows_of(Path(path), "answers")}
    return sorted(found.values(), key=lambda answer: answer.order)


def _sample(row: dict[str, Any]) -> Sample:
    selection = json.loads(row["selection"])
    days = {
        name: selection[name] and date.fromisoformat(selection[name]) for name in ("date_from", "date_to")
    }
    lists = {name: tuple(value) for name, value in selection.items() if isinstance(value, list)}
    items = tuple(
        Item(item["article_id"], _passages(item["pieces"]), tuple(map(_found, item["found"])))
        for item in row["items"]
    )
    known = {"selection": Selection(**{**selection, **days, **lists}), "items": items, "at": _utc(row["at"])}
    return Sample(**{**row, **known})


def _found(row: dict[str, Any]) -> Found:
    spans = {name: tuple(Span(**span) for span in row[name]) for name in ("content", "source", "cue")}
    return Found(**{**row, **spans})


def _answer(row: dict[str, Any]) -> Answer:
    return Answer(**{**row, "missed": _passages(row["missed"]), "at": _utc(row["at"])})


def _passages(rows: list[dict[str, Any]]) -> tuple[Passage, ...]:
    return tuple(Passage(**row) for row in rows)


def _utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
