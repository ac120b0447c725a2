"""Which columns the table `articles` has.

One row is one article. What is measured of its quotations lies in
``quotations``; their words and places lie in ``passages``, in the same order:
Parquet readers load all fields of a nested list or none, and most questions
need no words (sharing out a million quotations takes a third of the time).

How an `Analysis` becomes a row is decided in `analysis.store.rows`.
"""

from __future__ import annotations

import pyarrow as pa

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])

_SENTENCE = pa.struct(
    [("start", pa.int32()), ("end", pa.int32()), ("tone", pa.float64()), ("is_speech", pa.bool_())]
)

_QUOTATION = pa.struct(
    [
        ("speaker", pa.string()),
        ("kind", pa.string()),
        ("role", pa.string()),
        ("form", pa.string()),
        ("act", pa.string()),
        ("words", pa.int32()),
        ("tone", pa.float64()),
        ("confidence", pa.float64()),
    ]
)

_PASSAGE = pa.struct(
    [
        ("quotation_id", pa.string()),
        ("text", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("content", pa.list_(_SPAN)),
        ("source", pa.list_(_SPAN)),
        ("cue", pa.list_(_SPAN)),
        ("terms", pa.list_(pa.string())),
    ]
)

_SPEAKER = pa.struct(
    [("name", pa.string()), ("kind", pa.string()), ("role", pa.string()), ("aliases", pa.list_(pa.string()))]
)

_KEYWORD = pa.struct([("term", pa.string()), ("count", pa.int32()), ("is_name", pa.bool_())])

METADATA = ("published", "outlet", "title")
"""The columns that a person may edit; an edited one is kept when its article is analyzed again."""

SCHEMA = pa.schema(
    [
        ("article_id", pa.string()),
        ("story_id", pa.string()),
        ("analyzer", pa.string()),
        ("published", pa.date32()),
        ("outlet", pa.string()),
        ("title", pa.string()),
        ("authors", pa.list_(pa.string())),
        ("url", pa.string()),
        ("path", pa.string()),
        ("given_id", pa.string()),
        ("edited", pa.list_(pa.string())),
        ("words", pa.int32()),
        ("article_tone", pa.float64()),
        ("speech_tone", pa.float64()),
        ("text", pa.string()),
        ("sentences", pa.list_(_SENTENCE)),
        ("quotations", pa.list_(_QUOTATION)),
        ("passages", pa.list_(_PASSAGE)),
        ("speakers", pa.list_(_SPEAKER)),
        ("keywords", pa.list_(_KEYWORD)),
    ]
)
