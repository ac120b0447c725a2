"""Where samples and the answers to them are kept.

In two append-only Delta tables beside the articles, `samples` and `answers`.
Nothing in them is ever changed: undoing an answer is another answer. The same
sample or answer kept twice is one.
"""

from __future__ import annotations

import json
import os
from dataclasses import fields
from datetime import date
from pathlib import Path

import pyarrow as pa

from analysis.curation.answers import Answer
from analysis.curation.samples import Found, Item, Sample
from analysis.errors import CorpusError
from analysis.store.appending import append_rows, rows_of
from analysis.store.converting import CONVERTER
from analysis.store.corrections.stored import PASSAGES
from analysis.store.rows import SPANS

_AT = pa.timestamp("us", tz="UTC")
_FOUND = {"content": SPANS, "source": SPANS, "cue": SPANS, "words": pa.int32()}
_ITEM = {
    "pieces": PASSAGES,
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
_ANSWER = {"place": pa.int32(), "which": pa.int32(), "missed": PASSAGES, "at": _AT}
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
    row = CONVERTER.unstructure(sample)
    row["selection"] = json.dumps(row["selection"], default=date.isoformat)
    append_rows(Path(path), "samples", pa.Table.from_pylist([row], schema=_SAMPLES))
    return sample


def keep_answers(path: str | os.PathLike[str], *answers: Answer) -> None:
    """Keep answers beside the articles.

    Raises:
        CorpusError: the folder cannot be written.
    """
    if answers:
        rows = pa.Table.from_pylist(CONVERTER.unstructure(answers), schema=_ANSWERS)
        append_rows(Path(path), "answers", rows)


def stored_samples(path: str | os.PathLike[str]) -> list[Sample]:
    """All samples of a corpus, the first drawn first; none where nobody has drawn one.

    Raises:
        CorpusError: the table is damaged.
    """
    rows = [row | {"selection": json.loads(row["selection"])} for row in rows_of(Path(path), "samples")]
    found = {sample.sample_id: sample for sample in CONVERTER.structure(rows, list[Sample])}
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
    known = CONVERTER.structure(rows_of(Path(path), "answers"), list[Answer])
    return sorted({answer.answer_id: answer for answer in known}.values(), key=lambda answer: answer.order)
