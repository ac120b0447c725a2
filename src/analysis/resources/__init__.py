"""Word lists by language: data, never code.

A list is a text file, one entry a line; ``#`` starts a comment, and the first
comment says where the list comes from and under which licence. Columns are
separated by a tab.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of one list, in the order of the file, such as ``word_list("stop_words")``.

    Raises:
        FileNotFoundError: no such list in this language.
    """
    text = files("analysis.resources").joinpath(language, f"{name}.txt").read_text("utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(line for line in lines if line.strip())


@cache
def word_set(name: str, language: str = "en") -> frozenset[str]:
    """The same as a set of lower-case entries."""
    return frozenset(entry.lower() for entry in word_list(name, language))


@cache
def word_table(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """The entries of a list with several columns, one tuple a line."""
    return tuple(tuple(cell.strip() for cell in entry.split("\t")) for entry in word_list(name, language))
