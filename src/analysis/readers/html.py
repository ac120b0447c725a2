"""Read the article of a saved web page.

trafilatura decides which paragraphs are the article; around it stand three
general rules. What others wrote (embedded posts) and what is printed twice
(pull quotes) goes first. Where the page's own JSON-LD holds much more text
than was found, that is taken, with the page's paragraphs. The title and the
buttons of the page are no paragraphs.

What the page says about itself is read in `analysis.readers.page_facts`.
Nothing is fetched. The file's name gives no date: pages are named after the
day they were saved.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.decoding import decode, refuse_what_is_no_text
from analysis.readers.page_facts import page_facts
from analysis.readers.reading import Draft, Reading
from analysis.readers.sources import Source
from analysis.text.folding import folded_letters
from analysis.text.furniture import is_furniture

_LARGEST_BYTES = 20_000_000
_MOST_ELEMENTS = 100_000
"""Real pages have up to some 20,000; far more are made to keep a reader busy."""

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_NO_TEXT = ("script", "style", "svg", "template", "iframe")
_PARAGRAPHS = ("p", "h2", "h3", "li", "blockquote")
_EMBEDDED = re.compile(r"(?:^|\s)(?:twitter-|instagram-media|tiktok-embed|bluesky-embed)")
_PRINTED_TWICE = re.compile(r"pull-?_?quote|wp-caption-text", re.IGNORECASE)
_ENOUGH_WORDS = 120
_FOUND_SHARE = 0.75
_END_OF_ARTICLE = re.compile(
    r"(?:more (?:from|on|stories|news|coverage|in)|read (?:more|next|also)|most (?:read|popular)|up next|"
    r"related|recommended|trending|you (?:may|might) (?:also|like)|about the authors?|(?:\d+ )?comments?)"
    r"\b[^.!?”\"]{0,60}$",
    re.IGNORECASE,
)
_LONGEST_PULL_QUOTE = 600

_ONE_AT_A_TIME = threading.Lock()


def read_html(source: Source, reading: Reading) -> Iterator[Article]:
    """The one article of an ``.html`` or ``.htm`` page."""
    if article := reading.article(_draft(source.whole(_LARGEST_BYTES)), source.name, source.name):
        yield article


def _draft(data: bytes) -> Draft:
    refuse_what_is_no_text(data, "a web page")
    tree = _tree(decode(data, _declared_encoding(data)))
    try:
        with _quiet():
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


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep trafilatura from reporting what it does not find: the user is told by `Reading.skip`."""
    logger = logging.getLogger("trafilatura")
    with _ONE_AT_A_TIME:
        level = logger.level
        logger.setLevel(logging.CRITICAL)
        try:
            yield
        finally:
            logger.setLevel(level)


def page_text(tree: HtmlElement, title: str | None, body: str | None) -> str:
    """The article's paragraphs, one a line with a blank line between; empty where there are none.

    Args:
        tree: The page; embedded posts, pull quotes and captions are taken out of it.
        title: Its headline, which is left out where it stands at the top.
        body: The article's text as JSON-LD has it.
    """
    _prune(tree)
    found = bare_extraction(tree, include_comments=False, with_metadata=False)
    lines = _with_their_neighbors(tree, _lines(getattr(found, "text", None)))
    if body and _share_found(body, lines) < _FOUND_SHARE:
        lines = _with_paragraphs(tree, body)
    return "\n\n".join(_without_furniture(lines, title))


def _prune(tree: HtmlElement) -> None:
    for element in [*tree.iter(*_NO_TEXT, "figcaption"), *tree.xpath(".//body//*[@class]")]:
        if element.getparent() is not None and _is_none_of_it(element):
            element.drop_tree()


def _is_none_of_it(element: HtmlElement) -> bool:
    if element.tag in _NO_TEXT or element.tag == "figcaption":
        return True
    names = element.get("class") or ""
    if element.tag == "blockquote" and _EMBEDDED.search(names):
        return True
    return bool(_PRINTED_TWICE.search(names)) and len(" ".join(element.itertext())) < _LONGEST_PULL_QUOTE


def _lines(text: str | None) -> list[str]:
    return [line for line in (" ".join(raw.split()) for raw in (text or "").splitlines()) if line]


def _share_found(body: str, lines: list[str]) -> float:
    """How many of the words in ``body`` stand in ``lines``; 1 where it is only a teaser."""
    wanted = folded_letters(body).split()
    if len(wanted) < _ENOUGH_WORDS:
        return 1.0
    found = set(folded_letters(" ".join(lines)).split())
    long = [word for word in wanted if len(word) > 4]
    return sum(word in found for word in long) / max(1, len(long))


def _with_their_neighbors(tree: HtmlElement, lines: list[str]) -> list[str]:
    """All paragraphs that stand in the same kind of place as those found, if that makes far more text.

    Some sites break an article into several boxes, of which only the first is found.
    """
    known = {folded_letters(line) for line in lines}
    places: dict[tuple[str, ...], list[str]] = {}
    found: dict[tuple[str, ...], int] = {}
    for element, text in _paragraphs(tree):
        place = _place(element)
        places.setdefault(place, []).append(text)
        if folded_letters(text) in known:
            found[place] = found.get(place, 0) + len(text)
    total = sum(map(len, lines))
    best = max(found, key=lambda place: found[place], default=None)
    if best is None or not any(best) or found[best] < 0.6 * total:
        return lines
    together = list(dict.fromkeys(text for text in places[best] if text))
    return together if sum(map(len, together)) > 1.25 * total else lines


def _place(element: HtmlElement) -> tuple[str, ...]:
    """The classes of the two elements around it."""
    above = [*element.iterancestors()][:2]
    return tuple(parent.get("class") or "" for parent in above)


def _paragraphs(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The elements that hold a paragraph and no further one, with its text on one line."""
    for element in tree.iter(*_PARAGRAPHS):
        if element.tag == "p" or element.find(".//p") is None:
            yield element, " ".join("".join(element.itertext()).split())


def _with_paragraphs(tree: HtmlElement, body: str) -> list[str]:
    """The paragraphs of the page that stand in ``body``; its own lines where the page has other ones."""
    whole = f" {folded_letters(body)} "
    paragraphs: dict[str, str] = {}
    for _, text in _paragraphs(tree):
        if folded_letters(text) and f" {folded_letters(text)} " in whole:
            paragraphs.setdefault(folded_letters(text), text)
    words = sum(len(name.split()) for name in paragraphs)
    return list(paragraphs.values()) if words > 0.9 * len(whole.split()) else _lines(body)


def _without_furniture(lines: list[str], title: str | None) -> list[str]:
    name = folded_letters(title or "")
    while lines and name and folded_letters(lines[0]) == name:
        lines = lines[1:]
    return [line for line in lines[: _end(lines)] if not is_furniture(line)]


def _end(lines: list[str]) -> int:
    """Where a list of other articles begins, in the last part of the text."""
    lengths = [len(line) for line in lines]
    for i, line in enumerate(lines):
        if i and len(line) < 80 and _END_OF_ARTICLE.match(line) and sum(lengths[i:]) < 0.4 * sum(lengths):
            return i
    return len(lines)
