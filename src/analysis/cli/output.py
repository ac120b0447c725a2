"""What goes to stdout: data, and nothing else.

Always UTF-8, whatever the locale says, so that a pipe gets the same bytes
everywhere. Who stops reading early (`| head`) ends the command quietly.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import pandas as pd

from analysis.cli.terminal import table_lines
from analysis.errors import AnalysisError
from analysis.files import whole_file
from analysis.wording.cells import csv_text, plain_value


def write_lines(lines: Iterable[str]) -> None:
    """Write lines of text."""
    for line in lines:
        _write(line + "\n")


def write_json_line(value: object) -> None:
    """Write a value as one line of JSON."""
    _write(as_json_line(value) + "\n")


def write_csv(frame: pd.DataFrame) -> None:
    """Write a frame as CSV, without a byte order mark, formulas defused."""
    _write(csv_text(frame))


def write_frame(
    frame: pd.DataFrame,
    format_: str,
    heads: Sequence[str],
    cells: Callable[[dict[Any, Any]], Sequence[str]],
    *,
    right: Sequence[bool],
) -> None:
    """Write a frame as what ``--format`` says: a JSON array with a row a line, CSV, or a table.

    ``cells`` gives the cells of a row of the table, ``right`` says which of them are numbers.
    """
    rows = frame.to_dict("records")
    if format_ == "json":
        plain = (as_json_line({str(name): plain_value(value) for name, value in row.items()}) for row in rows)
        _write("[" + ",".join(f"\n{row}" for row in plain) + ("\n]\n" if rows else "]\n"))
    elif format_ == "csv":
        write_csv(frame)
    else:
        write_lines(table_lines(heads, [cells(row) for row in rows], right=right))


def write_file(file: str, data: str | bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        AnalysisError: the folder is missing or may not be written, or the disk is full.
    """
    with file_to_write(file) as part:
        # What is no character (half a surrogate pair in the name of a file) cannot be UTF-8.
        part.write_bytes(data.encode("utf-8", "replace") if isinstance(data, str) else data)


def as_json_line(value: object) -> str:
    """A value as JSON in one line, without its end."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


@contextmanager
def file_to_write(file: str) -> Iterator[Path]:
    """`whole_file` for a file that the user named.

    Raises:
        AnalysisError: the folder is missing or may not be written, or the disk is full.
    """
    try:
        with whole_file(Path(file)) as part:
            yield part
    except OSError as error:
        reason = error.strerror or str(error)
        raise AnalysisError(
            f"{file}: cannot be written ({reason}); choose another place with --to"
        ) from error


def _write(text: str) -> None:
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()
    except BrokenPipeError:
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None
