"""Read the articles of a file with one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.columns import found_columns, missing_text
from analysis.readers.decoding import LINE_TOO_LONG, numbered_lines, refuse_what_is_no_text
from analysis.readers.reading import Reading
from analysis.readers.rows import draft_of_record
from analysis.readers.sources import Source


def read_jsonl(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles of a ``.jsonl`` file, one line at a time; a bad line costs only itself."""
    refuse_what_is_no_text(source.head(), "JSON lines")
    with source.open() as stream:
        for number, line in numbered_lines(stream, newline=None):
            place = f"{source.name}, line {number}"
            if line is None:
                reading.skip(place, LINE_TOO_LONG)
            elif number == 1 and line.strip() in {"[", "{"}:
                raise UnreadableInput("one JSON document over many lines; write one object on each line")
            elif line.strip() and (article := _article(line, place, source.name, reading)):
                yield article


def _article(line: str, place: str, path: str, reading: Reading) -> Article | None:
    try:
        record = _record(line)
        columns = found_columns(list(record), reading.options.columns)
        reading.name_columns(list(record), columns)
        if "text" not in columns:
            raise UnreadableInput(missing_text("key", record))
        draft = draft_of_record(record, columns)
    except UnreadableInput as error:
        reading.skip(place, str(error))
        return None
    return reading.article(draft, place, path)


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = error.msg.lower() if isinstance(error, json.JSONDecodeError) else "it cannot be decoded"
        raise UnreadableInput(f"no valid JSON ({reason}); write one object on each line") from error
    if not isinstance(record, dict):
        raise UnreadableInput("JSON, but no object with keys; write one object on each line")
    return record
