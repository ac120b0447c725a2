"""Read the one article of a plain text or Markdown file, and of a text that was pasted.

A block of known keys (``Title:``, ``Outlet:``, ``Author:``, ``Date:``,
``URL:``) up to the first blank line, or front matter between ``---`` lines, is
about the article and not part of it. The date comes from there or from the
file's name, never from the text: a day named in an article is seldom the day
it was published. Of Markdown only the markup goes: words, order and
paragraphs stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

from analysis.model import Article
from analysis.readers.authors import author_names
from analysis.readers.dates import day_in_file_name
from analysis.readers.decoding import decode, refuse_what_is_no_text
from analysis.readers.reading import MAX_TEXT_CHARACTERS, Draft, Reading, article_of
from analysis.readers.sources import Source

_HEADER_KEYS = {
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
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_LARGEST_BYTES = 4 * MAX_TEXT_CHARACTERS

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
# Every repetition has a bound: without one, a line of 100,000 brackets takes minutes.
_REPLACED = (
    (r"<!--[^<>]{0,5000}-->", ""),
    (r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,500}\)", ""),
    (r"\[([^\[\]\n]{1,500})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,500}\)", r"\1"),
    (r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]", r"\1"),
    (r"^ {0,3}\[[^\[\]\n]{1,100}\]:[ \t]+\S.*$", ""),
    (r"<(https?://[^<>\s]{1,500})>", r"\1"),
    (r"</?[A-Za-z][^<>\n]{0,300}>", ""),
    (r"^ {0,3}([-*_])(?:[ \t]{0,3}\1){2,100}[ \t]*$", ""),
    (r"^ {0,3}(?:=+|-{2,})[ \t]*$", ""),
    (r"^ {0,3}(?:```|~~~).*$", ""),
    (r"^ {0,3}#{1,6}[ \t]+", ""),
    (r"(?<=\S)[ \t]{1,3}#{1,6}[ \t]{0,3}$", ""),
    (r"^ {0,3}>(?:[ \t]?>){0,10}[ \t]?", ""),
    (r"^[ \t]{0,12}[-*+][ \t]+(?=\S)", ""),
    (r"`([^`\n]{1,500})`", r"\1"),
    (r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,500})(?<=\S)\1(?![\w*])", r"\2"),
    (r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{1,500})(?<=\S)\1(?!\w)", r"\2"),
    (r"~~(?=\S)([^~\n]{1,500})~~", r"\1"),
    (r"\\([\\`*_{}\[\]()#+.!>~|\"'-])", r"\1"),
)
_MARKUP = tuple((re.compile(pattern, re.MULTILINE), replacement) for pattern, replacement in _REPLACED)


def read_plain(source: Source, reading: Reading) -> Iterator[Article]:
    """The one article of a ``.txt`` file."""
    draft = _draft(*split_header(_characters(source)), source.file_name)
    if article := reading.article(draft, source.name, source.name):
        yield article


def read_markdown(source: Source, reading: Reading) -> Iterator[Article]:
    """The one article of an ``.md`` file."""
    header, text = _split_front_matter(_characters(source).replace("\r\n", "\n"))
    draft = _draft(header, without_markup(text), source.file_name)
    if article := reading.article(draft, source.name, source.name):
        yield article


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
    draft = _draft(*split_header(text), "")
    told = replace(
        draft,
        title=title or draft.title,
        outlet=outlet or draft.outlet,
        published=published or draft.published,
        url=url or draft.url,
        given_id=None,
    )
    return article_of(told, "pasted text", None, Reading())


def split_header(text: str) -> tuple[dict[str, str], str]:
    r"""Divide the header block from the text; all of it is text unless every line has a known key.

    >>> split_header("Title: Ferry sinks\nDate: 2026-03-04\n\nA ferry sank.")
    ({'title': 'Ferry sinks', 'published': '2026-03-04'}, 'A ferry sank.')
    >>> split_header("Title: Ferry sinks\nA ferry sank.")
    ({}, 'Title: Ferry sinks\nA ferry sank.')
    """
    start = len(text) - len(text.lstrip())
    blank = _BLANK_LINE.search(text, start)
    if not blank:
        return {}, text
    header: dict[str, str] = {}
    for line in text[start : blank.start()].splitlines():
        match = _HEADER_LINE.fullmatch(line.strip())
        key = _HEADER_KEYS.get(match[1].lower()) if match else None
        if match is None or key is None:
            return {}, text
        header.setdefault(key, (match[2] or "").strip())
    return header, text[blank.end() :]


def without_markup(text: str) -> str:
    """The words of a Markdown text.

    >>> without_markup("# Ferry *sinks*\\n\\nSee [the report](https://example.org).")
    'Ferry sinks\\n\\nSee the report.'
    """
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return re.sub(r"\n{3,}", "\n\n", unescape(text)).strip("\n")


def _characters(source: Source) -> str:
    data = source.whole(_LARGEST_BYTES)
    refuse_what_is_no_text(data, "text")
    return decode(data).removeprefix("\ufeff")


def _draft(header: dict[str, str], text: str, file_name: str) -> Draft:
    return Draft(
        text=text,
        title=header.get("title"),
        outlet=header.get("outlet"),
        authors=author_names(header.get("authors")),
        published=header.get("published") or day_in_file_name(file_name),
        url=header.get("url"),
        given_id=header.get("given_id"),
    )


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return split_header(text)
    header: dict[str, str] = {}
    last = None
    for line in match[1].split("\n"):
        item = _ITEM.fullmatch(line)
        found = _KEY.fullmatch(line)
        if item and last:
            header[last] = "; ".join(filter(None, (header.get(last), _unquoted(item[1]))))
        elif found:
            last = _HEADER_KEYS.get(found[1].lower())
            if last and _unquoted(found[2]):
                header.setdefault(last, _unquoted(found[2]))
    return header, text[match.end() :]


def _unquoted(value: str) -> str:
    """A value of front matter without quotation marks, list brackets and comments."""
    value = value.strip().strip("[]")
    if value[:1] in {'"', "'"} and value[-1:] == value[:1]:
        return value[1:-1].strip()
    return re.sub(r"\s+#.*$", "", value).strip()
