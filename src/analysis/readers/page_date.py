"""Which date does a page show for its article, where no metadata says it?

Only places made for it count: the address, elements marked as dates. A date
in a sentence is what the article is about, and one in the footer the year of
the site; htmldate takes both, so it is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from analysis.readers.dates import UnclearDateError, published_day

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)")
_MARKED = re.compile(
    r"published|pubdate|publish-?_?date|entry-date|posted-on|date-?_?time|dateline|timestamp|(?:^|[\s_-])date(?:$|[\s_-])"
)
_ELSEWHERE = frozenset({"aside", "nav", "footer"})
_LONGEST = 80


def visible_date(tree: HtmlElement, url: str | None) -> str | None:
    """A date as it is written on the page; None where no place made for it has one."""
    moments = list(_moments(tree))
    marked = [text for text, is_marked in moments if is_marked]
    times = [text for text, is_marked in moments if not is_marked]
    for written in (*marked, *_in_address(url), *times):
        if _is_certain(written):
            return written
    return None


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
        if 0 < len(text) <= _LONGEST:
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
