"""Who wrote the article? “I” outside quotations is theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.speakers.entities import Entity
from analysis.text import Document

_BYLINE = re.compile(r"^\W*by\s+(?P<name>[^\d,|@]{4,60}?)(?:\s*[,|(]|\sand\s|$)", re.IGNORECASE)


def author_of(document: Document, authors: Sequence[str]) -> Entity:
    """Who wrote the article: as given, else by its byline, else unnamed."""
    name = authors[0] if authors else ""
    if not name:
        for paragraph in document.paragraphs:
            match = _BYLINE.match(paragraph.span.of(document.text)) if paragraph.role != "body" else None
            if match:
                name = match["name"].strip()
                break
    if name:
        return Entity("person", tuple(name.split()), key=tuple(name.casefold().split()))
    return Entity("unnamed", ("author",), is_named=False, head="author")
