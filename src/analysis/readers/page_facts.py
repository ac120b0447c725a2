"""Find out who published a page, when, under which title, and who wrote it.

JSON-LD (`analysis.readers.linked_data`) and the meta elements made for sharing
come first: publishers look after them. A date that they leave open is looked
for where the page shows it, an author by trafilatura.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from analysis.readers.authors import author_names
from analysis.readers.dates import visible_date
from analysis.readers.linked_data import LinkedData, linked_data
from analysis.readers.titles import page_title, title_parts
from analysis.text.folding import folded_letters

_DATES = (
    *("article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("cxenseparse:recs:publishtime", "og:article:published_time", "og:published_time", "pubdate"),
    *("publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued"),
    *("dcterms.created", "dc.date", "date"),
)
_AUTHORS = (
    *("article:author", "og:article:author", "byl", "parsely-author", "sailthru.author", "author"),
    *("dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author"),
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title", "publisher")
_LONGEST_SITE_NAME = 40


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says about its article."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    url: str | None
    body: str | None
    """The article's text as JSON-LD has it, where it does."""


def page_facts(tree: HtmlElement) -> PageFacts:
    """Gather the facts about the article on this page."""
    said, meta = linked_data(tree), _meta(tree)
    url = _address(tree, said, meta)
    browser = _content(tree.find(".//head/title"))
    outlet = _outlet(said, meta) or _site_in_title(browser, url)
    sites = [name for name in (outlet, said.publisher, *_first_of(meta, _SITES), *_labels(url)) if name]
    title = page_title(
        headings=[text for text in map(_content, tree.iter("h1")) if text],
        linked=said.headline,
        shared=_value(meta, "og:title"),
        message=_value(meta, "twitter:title"),
        browser=browser,
        site_names=sites,
    )
    authors = author_names(said.authors) or _authors(meta) or author_names(extract_author(tree))
    published = said.published or next(_first_of(meta, _DATES), None) or visible_date(tree, url)
    return PageFacts(title, outlet or _host(url), _not_the_site(authors, sites), published, url, said.body)


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by their lower-case names."""
    values: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := " ".join((element.get("content") or "").split()):
            values.setdefault(name.strip().lower(), []).append(content)
    return values


def _first_of(meta: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (meta[name][0] for name in names if name in meta)


def _value(meta: dict[str, list[str]], name: str) -> str | None:
    return next(_first_of(meta, (name,)), None)


def _authors(meta: dict[str, list[str]]) -> tuple[str, ...]:
    """The first names given; a single word may be the name of an account, and comes last."""
    given = [author_names(value for value in meta.get(name, ()) if "://" not in value) for name in _AUTHORS]
    in_full = (names for names in given if any(" " in name for name in names))
    return next(in_full, next(filter(None, given), ()))


def _not_the_site(authors: tuple[str, ...], sites: list[str]) -> tuple[str, ...]:
    """Without the site's own name, where somebody else is named as well."""
    own = {folded_letters(site) for site in sites}
    others = tuple(name for name in authors if folded_letters(name) not in own)
    return others or authors


def _outlet(said: LinkedData, meta: dict[str, list[str]]) -> str | None:
    """The shortest sensible name: some sites put their motto there."""
    names = [*_first_of(meta, _SITES[:1]), said.publisher, *_first_of(meta, _SITES[1:])]
    known = [name.lstrip("@") for name in names if name and "://" not in name]
    return next((name for name in known if len(name) <= _LONGEST_SITE_NAME), known[0] if known else None)


def _address(tree: HtmlElement, said: LinkedData, meta: dict[str, list[str]]) -> str | None:
    """The article's own address; a page that gives its site's front page gives none."""
    canonical: Iterator[str | None] = (
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower()
    )
    for url in (*canonical, _value(meta, "og:url"), said.url):
        if url and _is_of_an_article(url.strip()):
            return str(url).strip()
    return None


def _is_of_an_article(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    has_place = parts.path.strip("/") not in {"", "index.html", "index.php", "amp"} or bool(parts.query)
    return parts.scheme in {"http", "https"} and "." in parts.netloc and has_place


def _host(url: str | None) -> str | None:
    return urlsplit(url).netloc.lower().removeprefix("www.") or None if url else None


def _labels(url: str | None) -> list[str]:
    """The parts of the host that may be the site's name."""
    host = _host(url) or ""
    return [host, *(label for label in host.split(".")[:-1] if len(label) > 3)]


def _site_in_title(browser: str, url: str | None) -> str | None:
    """The part of the browser's title that the host is named after: “Varden Post” at vardenpost.com."""
    labels = {label.replace("-", "") for label in _labels(url)}
    parts = title_parts(browser)
    return next((part for part in reversed(parts) if folded_letters(part).replace(" ", "") in labels), None)


def _content(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())
