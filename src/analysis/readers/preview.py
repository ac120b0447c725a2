"""What would be read of a file, and which of its columns would be used?

The readers themselves read the beginning, so a preview shows what an addition
will do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from analysis.model import Article
from analysis.readers.formats import read_source
from analysis.readers.options import Reading, ReadOptions, Skipped
from analysis.readers.sources import bytes_source

TABLES = (".csv", ".tsv", ".xlsx", ".jsonl", ".parquet")
"""The endings of files that have columns."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file.

    ``columns`` are those of its first table, none for a file without columns;
    ``found`` maps our names to those of the table; ``articles`` are the first
    ones, and ``skipped`` what was left out up to them.
    """

    columns: tuple[str, ...]
    found: dict[str, str]
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


def preview(name: str, data: bytes, options: ReadOptions, most: int = 5) -> Preview:
    """Read the first articles of the bytes of a file, at most ``most``."""
    tables: list[tuple[tuple[str, ...], dict[str, str]]] = []
    skipped: list[Skipped] = []

    def note(names: Sequence[str], found: Mapping[str, str]) -> None:
        if not tables:
            tables.append((tuple(names), dict(found)))

    reading = Reading(options, skipped.append, note)
    articles = tuple(islice(read_source(bytes_source(name, data), reading), most))
    columns, found = tables[0] if tables else ((), {})
    return Preview(columns, found, articles, tuple(skipped))
