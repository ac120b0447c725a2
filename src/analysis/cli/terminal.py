"""Text and tables for a terminal.

Titles, names and paths are hostile input: a control character in them could
move the cursor or rename the window.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Sequence

import wcwidth

_WIDTH = 110
"""Columns where nobody says how wide the terminal is."""

_GAP = 2
_NARROWEST_LAST, _WIDEST = 20, 40


def plain(text: str) -> str:
    """The text on one line, without control characters and marks that turn the direction.

    >>> plain("a\\x1b[31mb\\n\\u202ec")
    'a[31mb c'
    """
    line = " ".join(text.split())
    return "".join(
        character for character in line if unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def cut(text: str, columns: int) -> str:
    """The text, shortened to so many columns.

    >>> cut("harbor bridge", 8), cut("東京都庁", 5)
    ('harbor …', '東京…')
    """
    return text if wcwidth.width(text) <= columns else wcwidth.clip(text, 0, columns - 1) + "…"


def terminal_width() -> int:
    """The columns of the terminal, or 110 where nobody says."""
    return max(40, shutil.get_terminal_size((_WIDTH, 24)).columns)


def table_lines(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[bool]) -> list[str]:
    """A table as lines of text, its heads above a rule.

    Columns are as wide as their longest cell; what is too wide for the terminal
    is taken from the last column, which may hold whole sentences. ``right``
    says for each column whether it stands at the right, as numbers do.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = _widths(heads, cells)
    rule = (" " * _GAP).join("─" * columns for columns in widths)
    lines = [_line(heads, widths, right), rule, *(_line(row, widths, right) for row in cells)]
    return [line.rstrip() for line in lines]


def _widths(heads: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    columns = zip(heads, *cells, strict=True)
    widths = [max(map(wcwidth.width, column)) for column in columns]
    widths[:-1] = [min(columns, _WIDEST) for columns in widths[:-1]]
    room = terminal_width() - sum(widths[:-1]) - _GAP * (len(widths) - 1)
    widths[-1] = min(widths[-1], max(room, _NARROWEST_LAST))
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for cell, columns, is_right in zip(cells, widths, right, strict=True):
        shown = cut(cell, columns)
        space = " " * (columns - wcwidth.width(shown))
        padded.append(space + shown if is_right else shown + space)
    return (" " * _GAP).join(padded)
