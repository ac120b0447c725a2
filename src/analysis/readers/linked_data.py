"""Read what a page says about its article in JSON-LD, the form made for machines.

Only objects about the page itself are looked at: those at the top, in
``@graph`` and as ``mainEntity``. Lists of other articles hang deeper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_ARTICLES = ("article", "posting", "report", "review", "newsstory")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)+|(?:-->|//\s*\]\]>|\]\]>)+\s*;?\s*$")
_TAGS = re.compile(r"<[^<>]{1,200}>")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the article object says; empty where the page has none."""

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    body: str | None = None
    url: str | None = None


@dataclass(slots=True)
class _Objects:
    """The objects of a page, and those that others point to by ``@id``."""

    about: list[Mapping[str, Any]] = field(default_factory=list)
    by_id: dict[str, Mapping[str, Any]] = field(default_factory=dict)


def linked_data(tree: HtmlElement) -> LinkedData:
    """Read the first article object of the page; a later one, or the page's own, fills its gaps."""
    objects = _Objects()
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            _collect(_parsed(script.text or ""), objects, 0)
    ordered = sorted(objects.about, key=_rank)
    return _merged([_read(item, objects.by_id) for item in ordered if _rank(item) < 2])


def _parsed(text: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", text).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _collect(item: Any, objects: _Objects, depth: int) -> None:
    if depth > _DEEPEST:
        return
    if isinstance(item, list):
        for part in item:
            _collect(part, objects, depth + 1)
    if not isinstance(item, Mapping):
        return
    objects.about.append(item)
    for part in ("@graph", "mainEntity", "mainEntityOfPage"):
        _collect(item.get(part), objects, depth + 1)
    for known in (item, *(value for value in item.values() if isinstance(value, Mapping))):
        name = known.get("@id")
        if isinstance(name, str) and "name" in known:
            objects.by_id.setdefault(name, known)


def _rank(item: Mapping[str, Any]) -> int:
    """0 for an article, 1 for the page it stands on, 2 for what says nothing of it."""
    types = [kind.lower() for kind in _as_list(item.get("@type")) if isinstance(kind, str)]
    if any(kind.endswith(_ARTICLES) for kind in types):
        return 0
    return 1 if any(kind.endswith("page") for kind in types) else 2


def _read(item: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> LinkedData:
    is_article = _rank(item) == 0
    return LinkedData(
        headline=_text(item.get("headline") or (item.get("name") if is_article else None)),
        published=_text(item.get("datePublished")),
        # Who is named as author of the page object is often whoever set it up.
        authors=tuple(_names(item.get("author") or item.get("creator"), by_id)) if is_article else (),
        publisher=next(_names(item.get("publisher"), by_id), None),
        body=_body(item.get("articleBody")) if is_article else None,
        url=_text(item.get("url")) if is_article else None,
    )


def _merged(found: list[LinkedData]) -> LinkedData:
    """Of each field the first that says something."""
    said: dict[str, Any] = {
        each.name: next(filter(None, (getattr(data, each.name) for data in found)), each.default)
        for each in fields(LinkedData)
    }
    return LinkedData(**said)


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of persons and organizations, also where they are only pointed to."""
    for item in _as_list(value):
        if isinstance(item, Mapping):
            known = by_id.get(str(item.get("@id")), {})
            family = " ".join(str(item[key]) for key in ("givenName", "familyName") if item.get(key))
            item = item.get("name") or known.get("name") or item.get("byline") or family
        if isinstance(item, list):
            yield from _names(item, by_id)
        elif name := _text(item):
            yield name


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    """One line without tags and entities, which some pages write twice over."""
    if not isinstance(value, str):
        return None
    return " ".join(_TAGS.sub("", unescape(unescape(value))).split()) or None


def _body(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    text = re.sub(r"(?i)</p>|<br\s*/?>", "\n", unescape(value))
    return _TAGS.sub("", text).strip() or None
