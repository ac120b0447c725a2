"""Is this line a button, a kicker or another piece of a page, and no part of an article?"""

from __future__ import annotations

from functools import cache

from analysis.readers.page_title import folded
from analysis.resources import word_list

_LONGEST = 160


def is_furniture(line: str) -> bool:
    """Whether the line stands in the list of page furniture, wholly or by its beginning.

    >>> is_furniture("BREAKING NEWS"), is_furniture("The news broke at noon.")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    return folded(line) in _whole_lines() or line.lower().startswith(_line_starts())


@cache
def _whole_lines() -> frozenset[str]:
    return frozenset({"", *(folded(entry) for entry in word_list("furniture") if not entry.endswith("…"))})


@cache
def _line_starts() -> tuple[str, ...]:
    return tuple(entry[:-1] for entry in word_list("furniture") if entry.endswith("…"))
