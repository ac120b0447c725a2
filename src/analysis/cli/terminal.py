"""What may a terminal be shown, and how wide is it there?

Titles, names and paths are hostile input: a control character in them could
move the cursor or rename the window.
"""

from __future__ import annotations

import shutil
import unicodedata

WIDTH = 110
"""Columns where nobody says how wide the terminal is."""


def plain(text: str) -> str:
    """The text on one line, without control characters and marks that turn the direction.

    >>> plain("a\\x1b[31mb\\n\\u202ec")
    'a[31mb c'
    """
    line = " ".join(text.split())
    return "".join(
        character for character in line if unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def width(text: str) -> int:
    """How many columns the text takes.

    >>> width("naïve"), width("東京"), width("e\\u0301")
    (5, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def cut(text: str, columns: int) -> str:
    """The text, shortened to so many columns.

    >>> cut("harbor bridge", 8)
    'harbor …'
    """
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += _columns(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def terminal_width() -> int:
    """The columns of the terminal, or `WIDTH`."""
    return max(40, shutil.get_terminal_size((WIDTH, 24)).columns)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
