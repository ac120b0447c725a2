"""How does an analysis lie in a row of the table, and how does it come back?

Coming back gives what went in, to the last digit. The one exception are lone
surrogates, which no file can hold: each becomes one replacement character, so
that positions still hold.

The columns are listed in `analysis.store.schema`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from analysis.model import Analysis, Article, Keyword, Quotation, Sentence, Span, Speaker
from analysis.store.schema import SCHEMA

Row = dict[str, Any]

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
    return Article(
        text=row["text"],
        title=row["title"],
        outlet=row["outlet"],
        authors=tuple(row["authors"]),
        published=row["published"],
        url=row["url"],
        path=row["path"],
        given_id=row["given_id"],
        article_id=row["article_id"],
    )


def analysis_of(row: Mapping[str, Any]) -> Analysis:
    """Everything that was stored of one article."""
    return Analysis(
        article=article_of(row),
        analyzer=row["analyzer"],
        words=row["words"],
        sentences=tuple(
            Sentence(Span(s["start"], s["end"]), s["tone"], s["is_speech"]) for s in row["sentences"]
        ),
        quotations=tuple(map(_quotation_of, row["quotations"], row["passages"])),
        speakers=tuple(
            Speaker(s["name"], s["kind"], s["role"], tuple(s["aliases"])) for s in row["speakers"]
        ),
        keywords=tuple(Keyword(k["term"], k["count"], k["is_name"]) for k in row["keywords"]),
        article_tone=row["article_tone"],
        speech_tone=row["speech_tone"],
    )


def _row_of(analysis: Analysis) -> Row:
    article = analysis.article
    return {
        "article_id": article.article_id,
        # Which stories articles belong to is derived from all of them: `analysis.store.stories.finding`.
        "story_id": article.article_id,
        "analyzer": analysis.analyzer,
        "published": article.published,
        "outlet": article.outlet,
        "title": article.title,
        "authors": article.authors,
        "url": article.url,
        "path": article.path,
        "given_id": article.given_id,
        "edited": (),
        "words": analysis.words,
        "article_tone": analysis.article_tone,
        "speech_tone": analysis.speech_tone,
        "text": article.text,
        "sentences": [
            {"start": s.span.start, "end": s.span.end, "tone": s.tone, "is_speech": s.is_speech}
            for s in analysis.sentences
        ],
        "quotations": [_measured(quotation) for quotation in analysis.quotations],
        "passages": [_passage(quotation, article.text) for quotation in analysis.quotations],
        "speakers": [
            {"name": s.name, "kind": s.kind, "role": s.role, "aliases": s.aliases} for s in analysis.speakers
        ],
        "keywords": [{"term": k.term, "count": k.count, "is_name": k.is_name} for k in analysis.keywords],
    }


def _measured(quotation: Quotation) -> Row:
    return {
        "speaker": quotation.speaker,
        "kind": quotation.kind,
        "role": quotation.role,
        "form": quotation.form,
        "act": quotation.act,
        "words": quotation.words,
        "tone": quotation.tone,
        "confidence": quotation.confidence,
    }


def _passage(quotation: Quotation, text: str) -> Row:
    return {
        "quotation_id": quotation.quotation_id,
        "text": quotation.text_in(text),
        "start": quotation.content[0].start,
        "end": quotation.content[-1].end,
        "content": _places(quotation.content),
        "source": _places(quotation.source),
        "cue": _places(quotation.cue),
        "terms": quotation.terms,
    }


def _places(spans: Iterable[Span]) -> list[Row]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _spans(places: Sequence[Row]) -> tuple[Span, ...]:
    return tuple(Span(place["start"], place["end"]) for place in places)


def _quotation_of(measured: Row, passage: Row) -> Quotation:
    return Quotation(
        quotation_id=passage["quotation_id"],
        content=_spans(passage["content"]),
        source=_spans(passage["source"]),
        cue=_spans(passage["cue"]),
        terms=tuple(passage["terms"]),
        **measured,
    )


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {key: _encodable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(part) for part in value]
    return value
