"""How does a table look in a terminal?

Columns are as wide as their longest cell; what is too wide for the terminal is
taken from the last column, which may hold whole sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.cli.terminal import cut, plain, terminal_width, width

_GAP = 2
_NARROWEST_LAST, _WIDEST = 20, 40


def table_lines(
    heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[bool], indent: int = 0
) -> list[str]:
    """A table as lines of text, its heads above a rule.

    ``right`` says for each column whether it stands at the right, as numbers do.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = _widths(heads, cells, terminal_width() - indent)
    space = " " * indent
    rule = (" " * _GAP).join("─" * columns for columns in widths)
    lines = [_line(heads, widths, right), rule, *(_line(row, widths, right) for row in cells)]
    return [(space + line).rstrip() for line in lines]


def _widths(heads: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    widths = [
        max(width(head), *(width(row[place]) for row in cells)) if cells else width(head)
        for place, head in enumerate(heads)
    ]
    widths[:-1] = [min(columns, _WIDEST) for columns in widths[:-1]]
    used = sum(widths[:-1]) + _GAP * (len(widths) - 1)
    widths[-1] = min(widths[-1], max(room - used, _NARROWEST_LAST))
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = []
    for cell, columns, is_right in zip(cells, widths, right, strict=True):
        shown = cut(cell, columns)
        space = " " * (columns - width(shown))
        padded.append(space + shown if is_right else shown + space)
    return (" " * _GAP).join(padded)
