"""Make articles of the rows of a table and of records, whatever file they come from."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from analysis.model import Article
from analysis.readers.authors import author_names
from analysis.readers.columns import found_columns, missing_choice, missing_text
from analysis.readers.reading import Draft, Reading

Row = tuple[str, Sequence[Any]]
"""Where a row stands, such as ``letters.csv, line 17``, and its values."""

Item = TypeVar("Item")

_NOTHING = frozenset({"", "nan", "none", "null", "n/a", "#n/a", "<na>"})
"""How programs write that a cell is empty."""


def articles_of_table(
    header: Sequence[Any], rows: Iterable[Row], place: str, path: str, reading: Reading
) -> Iterator[Article]:
    """The articles of the rows below a header; empty cells at the header's end name no column."""
    names = _without_empty_end(["" if cell is None else str(cell).strip() for cell in header])
    columns = usable_columns(names, place, reading)
    if columns is not None:
        yield from articles_of_rows(names, columns, rows, path, reading)


def usable_columns(names: list[str], place: str, reading: Reading) -> dict[str, str] | None:
    """Our name → their column; None, and told to ``reading``, where the table cannot be used."""
    chosen = reading.options.columns
    found = found_columns(names, chosen)
    reading.name_columns(names, found)
    problem = missing_choice(names, chosen, found)
    if "text" not in found:
        problem = problem or missing_text("column", names)
    if problem:
        reading.skip(place, problem)
        return None
    for column in sorted(set(found.values())):
        if (count := names.count(column)) > 1:
            reading.skip(place, f"{count} columns are named “{column}”; the first was read", kept=True)
    return found


def articles_of_rows(
    names: list[str], columns: dict[str, str], rows: Iterable[Row], path: str, reading: Reading
) -> Iterator[Article]:
    """One article a row; empty rows are passed over, bad ones told to ``reading``."""
    for place, values in rows:
        cells = _without_empty_end(values)
        if len(cells) > len(names):
            reading.skip(
                place,
                f"{len(cells)} cells, but {len(names)} columns; put cells with separators in quotation marks",
            )
        elif cells:
            # Read from the right, so that of columns of one name the first is taken.
            record = dict(reversed(list(zip(names, cells, strict=False))))
            if article := reading.article(draft_of_record(record, columns), place, path):
                yield article


def draft_of_record(record: Mapping[str, Any], columns: Mapping[str, str]) -> Draft:
    """Take the values of one record; ``columns`` is that of `found_columns`."""
    values = {ours: record.get(theirs) for ours, theirs in columns.items()}
    published, authors = values.get("published"), values.get("authors")
    if isinstance(published, Mapping):
        # MongoDB's exports write a moment as {"$date": …}.
        published = published.get("$date")
    names = authors if isinstance(authors, list | tuple) else [authors]
    return Draft(
        text=as_text(values.get("text")) or "",
        title=as_text(values.get("title")),
        outlet=as_text(values.get("outlet")),
        authors=author_names(text for name in names if (text := as_text(name))),
        published=None if isinstance(published, list) else published,
        url=as_text(values.get("url")),
        given_id=as_text(values.get("id")),
    )


def as_text(value: Any) -> str | None:
    """A value as text; None where it holds nothing. Paragraphs in a list become lines.

    >>> as_text(17.0), as_text(float("nan")), as_text(["One.", "Two."])
    ('17', None, 'One.\\n\\nTwo.')
    """
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return None if value.strip().lower() in _NOTHING else value
    if isinstance(value, float):
        return None if math.isnan(value) else str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return as_text(next((value[key] for key in ("name", "text", "title", "$oid") if key in value), None))
    if isinstance(value, list | tuple):
        return "\n\n".join(text for item in value if (text := as_text(item))) or None
    return str(value)


def until_broken(items: Iterator[Item], place: str, reading: Reading) -> Iterator[Item]:
    """Pass items on until the library that makes them raises; then tell ``reading`` and end."""
    while True:
        try:
            item = next(items)
        except StopIteration:
            return
        except Exception as error:  # damaged files raise whatever the library met first
            reason = " ".join(str(error).split())[:120] or type(error).__name__
            reading.skip(place, f"damaged from here on ({reason}); save it anew")
            return
        yield item


def _without_empty_end(values: Sequence[Any]) -> list[Any]:
    cells = list(values)
    while cells and (cells[-1] is None or cells[-1] == ""):
        cells.pop()
    return cells
