"""Which article stands in a plain text, and what do its first lines say about it?

A block of known keys (``Title:``, ``Outlet:``, ``Author:``, ``Date:``,
``URL:``) up to the first blank line is about the article and not part of it.
The date comes from there or from the file's name, never from the text: a day
named in an article is seldom the day it was published.

Markdown, with its front matter, is read in `analysis.readers.markdown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.dates import day_in_file_name
from analysis.readers.decoding import decode
from analysis.readers.drafts import Draft, article_of, finished
from analysis.readers.names import author_names
from analysis.readers.options import MAX_TEXT_CHARACTERS, Reading
from analysis.readers.sources import Source
from analysis.readers.unlikely import what_it_is_instead

HEADER_KEYS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "source": "outlet",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "id": "given_id",
}
_HEADER_LINE = re.compile(r"([A-Za-z]+)[ \t]*:(?:[ \t]+(.*)|)")
_LONGEST_BYTES = 4 * MAX_TEXT_CHARACTERS


def read_plain(source: Source, reading: Reading) -> Iterator[Article]:
    """The one article of a ``.txt`` file."""
    text = plain_text(source, reading)
    if text is None:
        return
    draft = draft_of(*split_header(text), source.file_name)
    if article := finished(draft, source.name, source.name, reading):
        yield article


def plain_text(source: Source, reading: Reading) -> str | None:
    """The characters of a text file; None, and told to ``reading``, where it is no text."""
    try:
        data = source.whole(_LONGEST_BYTES)
    except UnreadableInput as error:
        reading.skip(source.name, str(error))
        return None
    if instead := what_it_is_instead(data):
        reading.skip(source.name, f"{instead}, not text; rename it or leave it out")
        return None
    return decode(data).removeprefix("\ufeff")


def draft_of(header: dict[str, str], text: str, file_name: str) -> Draft:
    """A draft from a header and the text below it."""
    return Draft(
        text=text,
        title=header.get("title"),
        outlet=header.get("outlet"),
        authors=author_names(header.get("authors")),
        published=header.get("published") or day_in_file_name(file_name),
        url=header.get("url"),
        given_id=header.get("given_id"),
    )


def split_header(text: str) -> tuple[dict[str, str], str]:
    r"""Divide the header block from the text; all of it is text unless every line has a known key.

    >>> split_header("Title: Ferry sinks\nDate: 2026-03-04\n\nA ferry sank.")
    ({'title': 'Ferry sinks', 'published': '2026-03-04'}, 'A ferry sank.')
    >>> split_header("Title: Ferry sinks\nA ferry sank.")
    ({}, 'Title: Ferry sinks\nA ferry sank.')
    """
    block, blank, rest = _at_blank_line(text)
    header: dict[str, str] = {}
    for line in block.splitlines():
        match = _HEADER_LINE.fullmatch(line.strip())
        key = HEADER_KEYS.get(match[1].lower()) if match else None
        if match is None or key is None:
            return {}, text
        header.setdefault(key, (match[2] or "").strip())
    return (header, rest) if header and blank else ({}, text)


def _at_blank_line(text: str) -> tuple[str, str, str]:
    top = re.match(r"\s*", text)
    start = top.end() if top else 0
    blank = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*").search(text, start)
    if not blank:
        return text[start:], "", ""
    return text[start : blank.start()], blank[0], text[blank.end() :]


def article_from_paste(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
    url: str | None = None,
) -> Article:
    """The article that somebody pasted; what they say about it goes before its header block.

    Raises:
        UnreadableInput: nothing was pasted, or more than an article can be.
    """
    draft = draft_of(*split_header(text), "")
    told = Draft(
        text=draft.text,
        title=title or draft.title,
        outlet=outlet or draft.outlet,
        authors=draft.authors,
        published=published or draft.published,
        url=url or draft.url,
    )
    return article_of(told, None, Reading(), "pasted text")
