"""How an analysis lies in a row of the table `articles`, and how it comes back.

One row is one article. What is measured of its quotations lies in
``quotations``; their words and places lie in ``passages``, in the same order:
Parquet readers load all fields of a nested list or none, and most questions
need no words (sharing out a million quotations takes a third of the time).

Coming back gives what went in, to the last digit. The one exception are lone
surrogates, which no file can hold: each becomes one replacement character, so
that positions still hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pyarrow as pa

from analysis.model import Analysis, Article
from analysis.store.converting import CONVERTER

Row = dict[str, Any]


def _rows_of(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct(list(fields.items())))


_TEXT, _COUNT, _NUMBER, _TRUTH = pa.string(), pa.int32(), pa.float64(), pa.bool_()
_TEXTS = pa.list_(_TEXT)
SPANS = _rows_of(start=_COUNT, end=_COUNT)
_MEASURED = {
    "speaker": _TEXT,
    "kind": _TEXT,
    "role": _TEXT,
    "form": _TEXT,
    "act": _TEXT,
    "words": _COUNT,
    "tone": _NUMBER,
    "confidence": _NUMBER,
}
_PASSAGE = {
    "quotation_id": _TEXT,
    "text": _TEXT,
    "start": _COUNT,
    "end": _COUNT,
    "content": SPANS,
    "source": SPANS,
    "cue": SPANS,
    "terms": _TEXTS,
}

SCHEMA = pa.schema(
    {
        "article_id": _TEXT,
        "story_id": _TEXT,
        "analyzer": _TEXT,
        "published": pa.date32(),
        "outlet": _TEXT,
        "title": _TEXT,
        "authors": _TEXTS,
        "url": _TEXT,
        "path": _TEXT,
        "given_id": _TEXT,
        "edited": _TEXTS,
        "words": _COUNT,
        "article_tone": _NUMBER,
        "speech_tone": _NUMBER,
        "text": _TEXT,
        "sentences": _rows_of(start=_COUNT, end=_COUNT, tone=_NUMBER, is_speech=_TRUTH),
        "quotations": _rows_of(**_MEASURED),
        "passages": _rows_of(**_PASSAGE),
        "speakers": _rows_of(name=_TEXT, kind=_TEXT, role=_TEXT, aliases=_TEXTS),
        "keywords": _rows_of(term=_TEXT, count=_COUNT, is_name=_TRUTH),
    }
)

METADATA = ("published", "outlet", "title")
"""The columns that a person may edit; an edited one is kept when its article is analyzed again."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def table_of(analyses: Iterable[Analysis]) -> pa.Table:
    """One row per analysis, with all columns of the schema."""
    rows = [_row_of(analysis) for analysis in analyses]
    try:
        return pa.Table.from_pylist(rows, schema=SCHEMA)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_encodable(row) for row in rows], schema=SCHEMA)


def with_rows_changed(table: pa.Table, change: Callable[[Analysis], Analysis]) -> pa.Table:
    """The rows with each analysis changed; what is no part of an analysis stays as it is."""
    rows = table.to_pylist()
    changed = table_of(change(analysis_of(row)) for row in rows)
    edited = pa.array([row["edited"] for row in rows], SCHEMA.field("edited").type)
    return changed.set_column(SCHEMA.get_field_index("edited"), SCHEMA.field("edited"), edited)


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row, with the id that it was stored under."""
    return CONVERTER.structure(row, Article)


def analysis_of(row: Mapping[str, Any]) -> Analysis:
    """Everything that was stored of one article."""
    pairs = zip(row["quotations"], row["passages"], strict=True)
    quotations = [measured | passage for measured, passage in pairs]
    return CONVERTER.structure({**row, "article": row, "quotations": quotations}, Analysis)


def _row_of(analysis: Analysis) -> Row:
    text = analysis.article.text
    row: Row = CONVERTER.unstructure(analysis)
    quotations = row["quotations"]
    passages = [
        quotation
        | {"text": found.text_in(text), "start": found.content[0].start, "end": found.content[-1].end}
        for quotation, found in zip(quotations, analysis.quotations, strict=True)
    ]
    # Which stories articles belong to is derived from all of them: `analysis.store.stories.finding`.
    row |= row.pop("article") | {"edited": (), "passages": passages}
    return row | {"story_id": row["article_id"]}


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {key: _encodable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(part) for part in value]
    return value
