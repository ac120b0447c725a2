"""Read articles from files, folders and archives, from uploads and from what is pasted.

Bad input never ends a run: it is named by file and line, told to ``on_skip``,
and the next article is read. Only a path that does not exist raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from analysis.model import Article
from analysis.readers.formats import ENDINGS, TABLES, read_source
from analysis.readers.reading import MAX_TEXT_CHARACTERS, Reading, ReadOptions, Skipped
from analysis.readers.sources import bytes_source, checked_paths, sources_at
from analysis.readers.texts import article_from_paste

__all__ = [
    "ENDINGS",
    "MAX_TEXT_CHARACTERS",
    "TABLES",
    "Preview",
    "ReadOptions",
    "Skipped",
    "article_from_paste",
    "preview",
    "read",
    "read_bytes",
]


def read(
    *paths: str | Path,
    options: ReadOptions = ReadOptions(),  # noqa: B008 - frozen, so one can stand for all
    on_skip: Callable[[Skipped], None] | None = None,
) -> Iterator[Article]:
    """Read the articles in files, folders and zip archives, one after the other.

    Files are read in the order given, those of a folder sorted by name; nothing
    is held but the article at hand. What cannot be read goes to ``on_skip``.

    Args:
        paths: Files and folders, looked up at once.
        options: Columns, order of day and month, repair.
        on_skip: Told of everything left out, and of details left out of articles that were kept.

    Raises:
        UnreadableInput: at once, if there is no path or one that does not exist.
    """
    given = checked_paths(paths)
    reading = Reading(options, on_skip)
    return (
        article
        for path in given
        for source in sources_at(path, reading)
        for article in read_source(source, reading)
    )


def read_bytes(
    name: str,
    data: bytes,
    *,
    options: ReadOptions = ReadOptions(),  # noqa: B008 - frozen, so one can stand for all
    on_skip: Callable[[Skipped], None] | None = None,
) -> Iterator[Article]:
    """Read the articles in the bytes of a file, such as an upload; its name says what it is."""
    return read_source(bytes_source(name, data), Reading(options, on_skip))


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a file, as the readers read it.

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
