"""What goes to stdout: data, and nothing else.

Always UTF-8, whatever the locale says, so that a pipe gets the same bytes
everywhere. Who stops reading early (`| head`) ends the command quietly.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

import click
import pandas as pd

from analysis.wording.cells import defused, plain_value


def write_lines(lines: Iterable[str]) -> None:
    """Write lines of text."""
    for line in lines:
        _write(line + "\n")


def write_json_line(value: object) -> None:
    """Write a value as one line of JSON."""
    _write(as_json_line(value) + "\n")


def write_json(frame: pd.DataFrame) -> None:
    """Write a frame as a JSON array with one object a row, one row a line."""
    rows = [as_json_line(row) for row in records(frame)]
    _write("[" + ",".join(f"\n{row}" for row in rows) + ("\n]\n" if rows else "]\n"))


def write_csv(frame: pd.DataFrame) -> None:
    """Write a frame as CSV, without a byte order mark, formulas defused."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([defused(value) for value in row.values()] for row in records(frame))
    _write(buffer.getvalue())


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame with values that JSON has; unknown is None, a day ``YYYY-MM-DD``."""
    rows = frame.to_dict("records")
    return [{str(name): plain_value(value) for name, value in row.items()} for row in rows]


def as_json_line(value: object) -> str:
    """A value as JSON in one line, without its end."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _write(text: str) -> None:
    stream = sys.stdout.buffer
    try:
        # What is no character (half a surrogate pair in the name of a file) cannot be UTF-8.
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()
    except BrokenPipeError:
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
