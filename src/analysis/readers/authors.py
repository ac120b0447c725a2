"""Find the authors’ names in a byline, such as “By Ana Silva and Tom Berg, Staff Writers”."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BY = re.compile(r"^\s*(?:(?:story|words|written|reporting|posted|published)\s+)?by\b[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[;|\n]|,\s*and\s|,|\band\s|\s&\s|\s/\s)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S*|\S+@\S+\.\w+|(?<!\w)@\w+")
_JOB = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|columnist|staff|contributor|producer|journalist|bureau chief|"
    r"photographer|fellow|anchor|critic|intern)s?\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq)\.?", re.IGNORECASE)
_AROUND = ' \t\r\n-–—·•,:()[]"“”'
_FINAL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")
_LONGEST = 60
_EMPTY = frozenset({"", "nan", "none", "null", "unknown", "n/a", "admin", "anonymous"})


def author_names(byline: str | Iterable[str] | None) -> tuple[str, ...]:
    """The names in a byline, each once, without “By”, jobs, addresses and handles.

    >>> author_names("By Ana Silva and Tom Berg Jr., Staff Writers")
    ('Ana Silva', 'Tom Berg Jr.')
    """
    if byline is None:
        return ()
    lines = [byline] if isinstance(byline, str) else list(byline)
    names: dict[str, str] = {}
    for line in lines:
        for name in _names_in(line[:2000]):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _names_in(line: str) -> list[str]:
    names: list[str] = []
    for part in _BETWEEN.split(_ADDRESS.sub("", _BY.sub("", line))):
        part = _BY.sub("", part).strip(_AROUND)
        if _SUFFIX.fullmatch(part) and names:
            names[-1] += f" {part}"
        elif part.casefold() not in _EMPTY and len(part) <= _LONGEST and not _JOB.search(part):
            names.append(_FINAL_STOP.sub("", part))
    return names
