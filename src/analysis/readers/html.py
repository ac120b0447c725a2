"""Which article stands on a saved web page?

What the page says about itself is read in `analysis.readers.page_facts`, its
paragraphs in `analysis.readers.page_text`. Nothing is fetched. The file's name
gives no date: pages are named after the day they were saved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.decoding import decode
from analysis.readers.drafts import Draft, finished
from analysis.readers.options import Reading
from analysis.readers.page_facts import page_facts
from analysis.readers.page_text import page_text
from analysis.readers.sources import Source
from analysis.readers.unlikely import what_it_is_instead

_LARGEST_BYTES = 20_000_000
_MOST_ELEMENTS = 100_000
"""Real pages have up to some 20,000; far more are made to keep a reader busy."""

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def read_html(source: Source, reading: Reading) -> Iterator[Article]:
    """The one article of an ``.html`` or ``.htm`` page."""
    try:
        draft = _draft(source.whole(_LARGEST_BYTES))
    except UnreadableInput as error:
        reading.skip(source.name, str(error))
        return
    if article := finished(draft, source.name, source.name, reading):
        yield article


def _draft(data: bytes) -> Draft:
    if instead := what_it_is_instead(data):
        raise UnreadableInput(f"{instead}, not a web page; rename it or leave it out")
    tree = _tree(decode(data, _declared_encoding(data)))
    try:
        facts = page_facts(tree)
        text = page_text(tree, facts.title, facts.body)
    except Exception as error:  # a page can break lxml and trafilatura in ways that nobody has listed
        raise UnreadableInput(
            f"this page cannot be taken apart ({type(error).__name__}); save it anew"
        ) from error
    if not text:
        raise UnreadableInput("no article on this page; save the page of one article, or paste its text")
    return Draft(text, facts.title, facts.outlet, facts.authors, facts.published, facts.url)


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return match[1].decode("ascii", "ignore") if match else None


def _tree(text: str) -> HtmlElement:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # NUL would end the page for the parser, and lone surrogates have no UTF-8.
    page = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        tree = document_fromstring(page, parser=parser)
    except (ParserError, ValueError) as error:
        raise UnreadableInput("an empty page; save it anew") from error
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise UnreadableInput(
            f"a page of more than {_MOST_ELEMENTS:,} elements; paste the article's text instead"
        )
    return tree
