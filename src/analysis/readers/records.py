"""How does one row or record, whatever it came from, become a draft?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from analysis.readers.drafts import Draft
from analysis.readers.names import author_names

_NOTHING = frozenset({"", "nan", "none", "null", "n/a", "#n/a", "<na>"})
"""How programs write that a cell is empty."""


def draft_of_record(record: Mapping[str, Any], columns: Mapping[str, str]) -> Draft:
    """Take the values of one record; ``columns`` is that of `found_columns`."""

    def value(ours: str) -> Any:
        return record.get(columns[ours]) if ours in columns else None

    published = value("published")
    if isinstance(published, Mapping):
        # MongoDB's exports write a moment as {"$date": …}.
        published = published.get("$date")
    return Draft(
        text=as_text(value("text")) or "",
        title=as_text(value("title")),
        outlet=as_text(value("outlet")),
        authors=author_names(_texts(value("authors"))),
        published=None if isinstance(published, list) else published,
        url=as_text(value("url")),
        given_id=as_text(value("id")),
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


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return [text for item in values if (text := as_text(item))]
