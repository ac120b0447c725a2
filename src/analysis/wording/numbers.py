"""Numbers, intervals and dates in words.

Spaces inside a figure are no-break spaces, minus is the true minus, ranges
have an en dash. Used by charts, pages and the command line alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import isnan

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"


def share(value: float | None) -> str:
    """A part of a whole, in percent; nothing for an unknown one.

    >>> [share(part) for part in (0.174, 0.004, 0.0001, 0.0)] == [
    ...     f"17{NBSP}%", f"0.4{NBSP}%", f"<{NBSP}0.1{NBSP}%", f"0{NBSP}%"]
    True
    """
    if value is None or isnan(value):
        return ""
    percent = value * 100
    if 0 < percent < 0.05:
        return f"<{NBSP}0.1{NBSP}%"
    return f"{_percent(percent)}{NBSP}%"


def interval(low: float | None, high: float | None) -> str:
    """A 95 % interval of a share, in percent without the sign.

    >>> interval(0.138, 0.204), interval(0.004, 0.02), interval(0.0, 0.009)
    ('14–20', '0.4–2', '0–0.9')
    """
    if low is None or high is None or isnan(low) or isnan(high):
        return ""
    return f"{_percent(low * 100)}{DASH}{_percent(high * 100)}"


def points(difference: float, digits: int = 0) -> str:
    """A difference of two shares, in percentage points with its sign.

    >>> points(0.051), points(-0.012, 1), points(0.004)
    ('+5', '−1.2', '0')
    """
    return signed(difference * 100, digits)


def change(now: float, before: float, write: Callable[[float], str]) -> str:
    """A number against an earlier one: which way, how far, from what.

    >>> change(212, 194, count), change(3, 3, count), change(61, 64, count)
    ('▲ 18 from 194', 'as before', '▼ 3 from 64')
    """
    if write(now) == write(before):
        return "as before"
    return f"{'▲' if now > before else '▼'} {write(abs(now - before))} from {write(before)}"


def change_in_points(now: float, before: float) -> str:
    """The same of two shares, in percentage points.

    >>> change_in_points(0.47, 0.46) == f"▲ 1 point from 46{NBSP}%"
    True
    """
    first, _, difference = shares_and_points(before, now)
    size = difference.lstrip(f"+{MINUS}")
    if size.strip("0.") == "":
        return "as before"
    return f"{'▲' if now > before else '▼'} {size} {'point' if size == '1' else 'points'} from {first}"


def shares_and_points(before: float, after: float) -> tuple[str, str, str]:
    """Two shares and their difference, with one decimal where whole numbers would contradict.

    >>> shares_and_points(0.07, 0.12) == (f"7{NBSP}%", f"12{NBSP}%", "+5")
    True
    >>> shares_and_points(0.074, 0.126) == (f"7.4{NBSP}%", f"12.6{NBSP}%", "+5.2")
    True
    """
    whole = [_rounded(value * 100, 0) for value in (before, after, after - before)]
    if whole[1] - whole[0] == whole[2] and not any(0 < value < 0.01 for value in (before, after)):
        return share(before), share(after), points(after - before)
    first, second = (f"{_rounded(value * 100, 1):.1f}{NBSP}%" for value in (before, after))
    return first, second, points(after - before, 1)


def tone(value: float | None, digits: int = 2) -> str:
    """A tone with its sign; nothing for an unknown one.

    >>> tone(-0.344), tone(0.18), tone(0.001), tone(-0.55, 1)
    ('−0.34', '+0.18', '0.00', '−0.6')
    """
    return "" if value is None or isnan(value) else signed(value, digits)


def signed(value: float, digits: int) -> str:
    """A number with its sign, none for zero."""
    rounded = _rounded(value, digits)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,.{digits}f}"


def count(value: float) -> str:
    """A whole number, with commas; millions with one decimal.

    >>> count(12480), count(1_230_000) == f"1.2{NBSP}M"
    ('12,480', True)
    """
    if value >= 1_000_000:
        return f"{value / 1_000_000:,.1f}{NBSP}M"
    return f"{int(value):,}"


def counted(value: int, singular: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "quotation"), counted(3, "story", "stories")
    ('1 quotation', '3 stories')
    """
    return f"{count(value)} {singular if value == 1 else plural or singular + 's'}"


def ratio(value: float) -> str:
    """How many times as often.

    >>> ratio(9.24)
    '9.2×'
    """
    return f"{value:,.1f}×"


def day(value: date) -> str:
    """A date in full.

    >>> day(date(2026, 5, 7))
    '7 May 2026'
    """
    return f"{value.day} {value:%B %Y}"


def axis_day(value: date, *, year: bool = False) -> str:
    """A date as short as an axis wants it.

    >>> axis_day(date(2026, 4, 13)), axis_day(date(2026, 4, 13), year=True)
    ('13 Apr', '13 Apr 2026')
    """
    return f"{value.day} {value:%b %Y}" if year else f"{value.day} {value:%b}"


def day_range(first: date, last: date) -> str:
    """A range of dates, saying month and year only once where they are the same.

    >>> day_range(date(2026, 3, 2), date(2026, 5, 10))
    '2 March – 10 May 2026'
    >>> day_range(date(2026, 5, 2), date(2026, 5, 10))
    '2 – 10 May 2026'
    >>> day_range(date(2025, 12, 22), date(2026, 3, 1))
    '22 December 2025 – 1 March 2026'
    """
    if first == last:
        return day(last)
    if first.year != last.year:
        begin = day(first)
    else:
        begin = str(first.day) if first.month == last.month else f"{first.day} {first:%B}"
    return f"{begin} {DASH} {day(last)}"


def _percent(percent: float) -> str:
    """Percent without its sign: whole, or one decimal under 1 %."""
    tenths = _rounded(percent, 1)
    return f"{tenths:.1f}" if 0 < tenths < 1 else f"{_rounded(percent, 0):.0f}"


def _rounded(value: float, digits: int) -> float:
    """Rounded half away from zero, as readers round; never minus zero."""
    factor: float = 10.0**digits
    scaled = int(abs(value) * factor + 0.5 + 1e-9) / factor
    return -scaled if value < 0 and scaled else scaled
