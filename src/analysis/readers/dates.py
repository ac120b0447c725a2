"""Find the day on which an article was published, as somebody wrote it down.

A date is read only where it can mean one day: 03/04/2026 is unclear until the
user says ``day_first``. The day is the one written, in the zone it was written
in; nothing is moved to another zone.

Where the metadata of a page give no date, only places made for it count: the
address, elements marked as dates. A date in a sentence is what the article is
about, and one in the footer the year of the site; htmldate takes both, so it
is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from analysis.resources import word_table

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIRST_YEAR, _LAST_YEAR = 1500, 2200
_LONGEST = 200
_SECONDS = (1e8, 1e11)
_THOUSANDTHS = (1e11, 1e14)

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=T?\d{6}|T|\D|$)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?!\d)")
_IN_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)")
_MARKED = re.compile(
    r"published|pubdate|publish-?_?date|entry-date|posted-on|date-?_?time|dateline|timestamp|(?:^|[\s_-])date(?:$|[\s_-])"
)
_ELSEWHERE = frozenset({"aside", "nav", "footer"})
_LONGEST_SHOWN = 80


class UnclearDateError(ValueError):
    """What is written names no day, or could name two; the message says which."""


def published_day(value: object, day_first: bool | None = None) -> date | None:
    """Read a day from what a table, a record or a page holds; None where it holds nothing.

    Raises:
        UnclearDateError: it holds something, but not one certain day.

    >>> published_day("Wed, 04 Mar 2026 23:14:00 -0500")
    datetime.date(2026, 3, 4)
    """
    if isinstance(value, datetime):
        return _checked(value.date(), value)
    if isinstance(value, date):
        return _checked(value, value)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return None if value != value else _from_number(value)
    text = str(value).strip()
    if text.lower() in {"", "nan", "nat", "none", "null", "n/a", "unknown", "-"}:
        return None
    return _from_text(text, day_first)


def day_in_file_name(name: str) -> date | None:
    """The day that a file is named after, such as ``2026-03-04-ferry.txt`` or ``20260304.txt``."""
    days = (_day(year, month, day) for year, _, month, day in _IN_FILE_NAME.findall(name))
    return next((day for day in days if day), None)


def visible_date(tree: HtmlElement, url: str | None) -> str | None:
    """A date as it is written on the page; None where no place made for it has one."""
    moments = list(_moments(tree))
    marked = [text for text, is_marked in moments if is_marked]
    times = [text for text, is_marked in moments if not is_marked]
    return next((written for written in (*marked, *_in_address(url), *times) if _is_certain(written)), None)


def _from_number(value: float) -> date:
    """A day as 20260304, or a moment in seconds or thousandths since 1970, in UTC."""
    if not 0 <= value < _THOUSANDTHS[1]:
        raise UnclearDateError("a number that is no date; write it as 2026-03-04")
    whole = str(int(value))
    if len(whole) == 8 and (match := _COMPACT.fullmatch(whole)) and (day := _day(*match.groups())):
        return day
    for (low, high), unit in ((_SECONDS, 1), (_THOUSANDTHS, 1000)):
        if low <= value < high:
            return datetime.fromtimestamp(value / unit, UTC).date()
    raise UnclearDateError(f"{value} is no date; write it as 2026-03-04")


def _from_text(text: str, day_first: bool | None) -> date:
    shown = text if len(text) <= 40 else text[:39] + "…"
    text = text[:_LONGEST]
    if re.fullmatch(r"\d{8,14}(?:\.\d+)?", text) and not _COMPACT.match(text):
        return _from_number(float(text))
    for day in _certain_days(text):
        return day
    if match := _YEAR_LAST.search(text):
        return _from_numbers(match, day_first, shown)
    raise UnclearDateError(f"“{shown}” is no date that can be read; write it as 2026-03-04")


def _certain_days(text: str) -> Iterator[date]:
    """The days written so that they can mean only one, first by form, then as they stand."""
    by_name, name_first = _with_month_names()
    for match in _YEAR_FIRST.finditer(text):
        yield from _valid(match[1], match[3], match[4])
    found = [(m.start(), m[3], m[2], m[1]) for m in by_name.finditer(text)]
    found += [(m.start(), m[3], m[1], m[2]) for m in name_first.finditer(text)]
    for _, year, month, day in sorted(found):
        yield from _valid(year, str(_months()[month.lower()]), day)
    for match in _COMPACT.finditer(text):
        yield from _valid(*match.groups())


def _valid(year: str, month: str, day: str) -> Iterator[date]:
    if found := _day(year, month, day):
        yield found


def _from_numbers(match: re.Match[str], day_first: bool | None, shown: str) -> date:
    first, second, year = match[1], match[3], match[4]
    if len(year) == 2:
        if day_first is None:
            raise UnclearDateError(f"“{shown}” does not say which number is the year; write it as 2026-03-04")
        year = ("20" if int(year) < 69 else "19") + year
    as_day_first, as_month_first = _day(year, second, first), _day(year, first, second)
    if as_day_first and as_month_first and as_day_first != as_month_first and day_first is None:
        raise UnclearDateError(
            f"“{shown}” could be {_in_words(as_day_first)} or {_in_words(as_month_first)}; "
            "say --day-first, or write it as 2026-03-04"
        )
    preferred, other = (as_day_first, as_month_first) if day_first else (as_month_first, as_day_first)
    if day := preferred or other:
        return day
    raise UnclearDateError(f"“{shown}” is not in the calendar; write it as 2026-03-04")


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _checked(day: date, value: object) -> date | None:
    if _FIRST_YEAR <= day.year <= _LAST_YEAR:
        # pandas' NaT is a datetime whose parts are NaN; it fails the comparison above.
        return date(day.year, day.month, day.day)
    if day.year != day.year:
        return None
    raise UnclearDateError(f"{value} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}")


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in word_table("months")}


@cache
def _with_month_names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """“4 March 2026” and “March 4, 2026”, with all that is written between."""
    month = "(" + "|".join(sorted(_months(), key=len, reverse=True)) + r")\b\.?"
    day = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?"
    by_name = re.compile(rf"{day}[\s./-]*(?:of\s+)?{month}[\s,/-]*(\d{{4}})(?!\d)", re.IGNORECASE)
    name_first = re.compile(rf"\b{month}[\s-]*{day}(?!\d)[\s,-]+(\d{{4}})(?!\d)", re.IGNORECASE)
    return by_name, name_first


def _moments(tree: HtmlElement) -> Iterator[tuple[str, bool]]:
    """What time elements, and others marked as dates, hold, in the order of the page."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        marks = " ".join(element.get(name) or "" for name in ("itemprop", "class", "id", "pubdate")).lower()
        is_marked = bool(_MARKED.search(marks))
        if (element.tag != "time" and not is_marked) or _is_elsewhere(element):
            continue
        if moment := element.get("datetime"):
            yield moment, is_marked
        text = " ".join(" ".join(element.itertext()).split())
        if 0 < len(text) <= _LONGEST_SHOWN:
            yield text, is_marked


def _is_elsewhere(element: HtmlElement) -> bool:
    return any(parent.tag in _ELSEWHERE for parent in element.iterancestors())


def _in_address(url: str | None) -> Iterator[str]:
    for year, month, day in _IN_ADDRESS.findall((url or "").lower()):
        yield f"{year}-{month:0>2}-{day:0>2}" if month.isdigit() else f"{day} {month} {year}"


def _is_certain(written: str) -> bool:
    try:
        return published_day(written) is not None
    except UnclearDateError:
        return False
