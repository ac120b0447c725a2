"""Which paragraphs of a page are its article?

trafilatura decides; around it stand three general rules. What others wrote
(embedded posts) and what is printed twice (pull quotes) goes first. Where the
page's own JSON-LD holds much more text than was found, that is taken, with the
page's paragraphs. The title and the buttons of the page are no paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from analysis.readers.furniture import is_furniture
from analysis.readers.page_title import folded

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
    wanted = folded(body).split()
    if len(wanted) < _ENOUGH_WORDS:
        return 1.0
    found = set(folded(" ".join(lines)).split())
    long = [word for word in wanted if len(word) > 4]
    return sum(word in found for word in long) / max(1, len(long))


def _with_their_neighbors(tree: HtmlElement, lines: list[str]) -> list[str]:
    """All paragraphs that stand in the same kind of place as those found, if that makes far more text.

    Some sites break an article into several boxes, of which only the first is found.
    """
    known = {folded(line) for line in lines}
    places: dict[tuple[str, ...], list[str]] = {}
    found: dict[tuple[str, ...], int] = {}
    for element, text in _paragraphs(tree):
        place = _place(element)
        places.setdefault(place, []).append(text)
        if folded(text) in known:
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
    whole = f" {folded(body)} "
    paragraphs: dict[str, str] = {}
    for _, text in _paragraphs(tree):
        if folded(text) and f" {folded(text)} " in whole:
            paragraphs.setdefault(folded(text), text)
    words = sum(len(name.split()) for name in paragraphs)
    return list(paragraphs.values()) if words > 0.9 * len(whole.split()) else _lines(body)


def _without_furniture(lines: list[str], title: str | None) -> list[str]:
    name = folded(title or "")
    while lines and name and folded(lines[0]) == name:
        lines = lines[1:]
    return [line for line in lines[: _end(lines)] if not is_furniture(line)]


def _end(lines: list[str]) -> int:
    """Where a list of other articles begins, in the last part of the text."""
    lengths = [len(line) for line in lines]
    for i, line in enumerate(lines):
        if i and len(line) < 80 and _END_OF_ARTICLE.match(line) and sum(lengths[i:]) < 0.4 * sum(lengths):
            return i
    return len(lines)
