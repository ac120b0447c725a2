"""Word lists by language, and the files that come with newsvoices.

A list is a text file, one entry a line; ``#`` starts a comment, and the first
comment says where the list comes from and under which licence. Columns are
separated by a tab.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path


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


@cache
def word_pattern(name: str, part: str, language: str = "en") -> str:
    """The entries of one row of a list, parted by “|”, as alternatives of a regular expression."""
    entries = next(row[1] for row in word_table(name, language) if row[0] == part)
    return "|".join(map(re.escape, entries.split("|")))


def shipped(*parts: str) -> Path:
    """A file or folder of the repository that the wheel holds too, such as ``shipped("data", "sample")``.

    What is held is listed in pyproject.toml. The place need not exist.
    """
    package = Path(__file__).parents[1]
    packed = package / "shipped"
    return (packed if packed.is_dir() else package.parents[1]).joinpath(*parts)
