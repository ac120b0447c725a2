"""Find the headline: the first fitting line of a plain text, or what the titles of a page agree on.

Whoever copies an article from a page takes its kickers, bylines and buttons
along: in a text the headline is the first line before the article's first
sentence that is none of these. On a page heading, metadata and browser title
vote. What stands there as its one heading weighs most, because it is what a
reader sees; the browser's title, often made for search engines, and the one
for short messages only break ties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.text.folding import folded_letters
from analysis.text.furniture import is_byline, is_furniture

_LINES_LOOKED_AT = 12
_LONGEST_LINE = 200
_WORDS_OF_A_HEADLINE = 4
"""Shorter lines may be kickers (“Ukraine crisis”), and count only where nothing longer follows."""

_ENDS_SENTENCE = re.compile(r"(?<![A-Z])[.…;,:][\"”’'»)]*$")
_DATELINE = re.compile(r"^[^\W\d_a-z][\w .,’'-]{1,40}(?:\([\w ./-]{2,40}\)\s*[-–—]|\s[–—])\s*\S")
_CLOCK = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b\d+\s+(?:min|minute|hour|day)s?\b|\bGMT\b|\b(?:19|20)\d\d$", re.IGNORECASE
)
_LABEL = re.compile(r"^[A-Z][A-Z .’'-]{1,30}:\s")
_ADDRESS = re.compile(r"https?://|www\.|@\w")
_SPEECH = re.compile(r"^[“\"«].*[”\"»]$")

_HEADING, _LINKED, _SHARED, _MESSAGE, _BROWSER = 1.1, 1.0, 1.0, 0.05, 0.05
_SEPARATOR = re.compile(r"\s+[|–—·•*«»:~/-]+\s+|\s*\|\s*")
_LONGEST_TITLE = 400


def headline_of(text: str) -> str | None:
    """The headline, or None where the text begins with its first sentence.

    >>> headline_of("Breaking News\\n\\nFerry sinks off Varden\\n\\nA ferry sank on Monday, police said.")
    'Ferry sinks off Varden'
    """
    short = None
    for line in _lines_above_the_article(text):
        if _is_no_headline(line):
            continue
        if len(line.split()) >= _WORDS_OF_A_HEADLINE:
            return line
        short = short or line
    return short


def page_title(
    *,
    headings: Sequence[str],
    linked: str | None,
    shared: str | None,
    message: str | None,
    browser: str | None,
    site_names: Iterable[str],
) -> str | None:
    """Choose among the candidates, all without the site's name behind them.

    Args:
        headings: The level-one headings of the page.
        linked: The headline in JSON-LD.
        shared: ``og:title``.
        message: ``twitter:title``.
        browser: The ``<title>``.
        site_names: What the site calls itself.
    """
    weighed: list[tuple[str | None, float]] = [(text, _HEADING / len(headings)) for text in headings]
    weighed += [(linked, _LINKED), (shared, _SHARED), (message, _MESSAGE), (browser, _BROWSER)]
    candidates = [
        (" ".join(text.split()), weight) for text, weight in weighed if text and len(text) < _LONGEST_TITLE
    ]
    whole = {folded_letters(text) for text, _ in candidates}
    sites = {folded_letters(name) for name in site_names}
    votes: dict[str, float] = {}
    shown: dict[str, str] = {}
    for text, weight in candidates:
        text = without_site(text, whole, sites)
        letters = folded_letters(text)
        if letters and letters not in sites:
            votes[letters] = votes.get(letters, 0) + weight
            shown.setdefault(letters, text)
    return shown[max(votes, key=lambda letters: votes[letters])] if votes else None


def without_site(title: str, others: Iterable[str] = (), sites: Iterable[str] = ()) -> str:
    """Cut what the site has put behind a title.

    A part is cut where another candidate ends there, or where it is the name
    of the site.

    >>> without_site("Ferry sinks | Varden Post", sites={"varden post"})
    'Ferry sinks'
    >>> without_site("Ferry sinks - an elegy", sites={"varden post"})
    'Ferry sinks - an elegy'
    """
    others, packed = set(others), {site.replace(" ", "") for site in sites}
    for match in _SEPARATOR.finditer(title):
        before = title[: match.start()]
        letters, after = folded_letters(before), folded_letters(title[match.end() :])
        if letters and (letters in others or after.replace(" ", "") in packed):
            return before
    return title


def title_parts(title: str) -> list[str]:
    """What stands between the separators of a title, without surrounding space."""
    return [part.strip() for part in _SEPARATOR.split(title) if part.strip()]


def _lines_above_the_article(text: str) -> Iterator[str]:
    """The short lines at the top; none where no longer text follows them."""
    above: list[str] = []
    start = 0
    for _ in range(_LINES_LOOKED_AT):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else None].strip()
        if line and _is_article(line):
            yield from above
            return
        if line:
            above.append(line)
        if end < 0:
            return
        start = end + 1


def _is_article(line: str) -> bool:
    if len(line) > _LONGEST_LINE or _DATELINE.match(line):
        return True
    if _LABEL.match(line) and not is_furniture(line.partition(":")[0]):
        return True
    return bool(_ENDS_SENTENCE.search(line) or _SPEECH.match(line)) and not _is_no_headline(line)


def _is_no_headline(line: str) -> bool:
    if is_furniture(line) or is_byline(line) or _ADDRESS.search(line):
        return True
    return len(line) < 60 and bool(_CLOCK.search(line))
