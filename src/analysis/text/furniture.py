"""Tell which paragraphs are the article, and which only stand on its page.

Headlines, subheads, kickers, bylines, datelines, photo credits and the
buttons of a site stay in the text, so that positions hold, but are never
measured.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import regex

from analysis.resources import word_list, word_pattern
from analysis.text.folding import folded_letters

Role = Literal["body", "headline", "furniture"]

_ENDS_SENTENCE = re.compile(r"[.!?:;…,][”’\"')\]]*$")
_DATELINE = regex.compile(
    r"^(?:\p{Lu}{2,}(?:[ ,]+[^\W\d_][\w.’'-]*){0,5}(?:,?\s+\d{1,2})?\s*"
    r"(?:\([\w ./’'-]{2,40}\))?"
    r"|\p{Lu}[\w.’'-]+(?:[ ,]+\p{Lu}[\w.’'-]*){0,5}(?:,?\s+\d{1,2})?\s*\([\w ./’'-]{2,40}\))"
    r"\s*[—–-]{1,2}\s+(?=\S)"
)
_LONGEST_HEADING, _LONGEST_TITLE = 90, 160
_LONGEST_BUTTON = 160


def paragraph_roles(paragraphs: list[str], title: str | None) -> list[Role]:
    """One role for each paragraph of an article, in order."""
    folded_title = folded_letters(title or "")
    roles: list[Role] = [_role(paragraph, folded_title) for paragraph in paragraphs]
    first_body = next((i for i, role in enumerate(roles) if role == "body"), None)
    if folded_title or first_body is None or len(paragraphs) < 2:
        return roles
    if _is_headline(paragraphs[first_body], _LONGEST_TITLE):
        roles[first_body] = "headline"
    return roles


def _role(paragraph: str, folded_title: str) -> Role:
    if len(paragraph) > max(_LONGEST_BUTTON, 2 * len(folded_title)):
        return "body" if any(map(str.isalnum, paragraph)) else "furniture"
    folded = folded_letters(paragraph)
    if is_furniture(paragraph, folded) or is_byline(paragraph):
        return "furniture"
    if folded == folded_title or _is_headline(paragraph, _LONGEST_HEADING):
        return "headline"
    return "body"


def is_furniture(line: str, folded: str | None = None) -> bool:
    """Whether a line stands in the list of page furniture, wholly or by its beginning.

    ``folded`` are its letters where they are known already.

    >>> is_furniture("BREAKING NEWS"), is_furniture("The news broke at noon.")
    (True, False)
    """
    if len(line) > _LONGEST_BUTTON:
        return False
    letters = folded_letters(line) if folded is None else folded
    return letters in _whole_lines() or line.lower().startswith(_line_starts())


def is_byline(line: str) -> bool:
    """Whether a line says who wrote, reported or photographed, by their capitals.

    >>> is_byline("By Ana Silva and Joe Park"), is_byline("By then it was late.")
    (True, False)
    """
    return len(line) <= _LONGEST_BUTTON and _byline().match(line) is not None


def _is_headline(paragraph: str, longest: int) -> bool:
    """A short line without a sentence's end and without speech."""
    if len(paragraph) > longest or _ENDS_SENTENCE.search(paragraph):
        return False
    return not any(mark in paragraph for mark in '“”"«»') and "''" not in paragraph


def dateline_length(paragraph: str) -> int:
    """How many characters at the start are a place and an agency: “VARDEN (CPA) — ”.

    >>> dateline_length("VARDEN, March 3 (CPA) — The ferry sank.")
    24
    >>> dateline_length("The ferry — a small one — sank.")
    0
    """
    match = _DATELINE.match(paragraph[:120])
    return match.end() if match else 0


@cache
def _byline() -> regex.Pattern[str]:
    by, particle, place = (
        word_pattern("sentence_words", part) for part in ("byline", "byline_particle", "byline_place")
    )
    return regex.compile(
        rf"^(?i:{by})\s+\p{{Lu}}[\w.’'-]*(?:(?:,| and| &)?\s+(?:{particle}|\p{{Lu}})[\w.’'-]*){{0,12}}"
        rf"(?:,?\s+(?:{place})\s.{{1,40}})?\.?$"
    )


@cache
def _whole_lines() -> frozenset[str]:
    lines = (entry for entry in word_list("furniture") if not entry.endswith("…"))
    return frozenset({"", *map(folded_letters, lines)})


@cache
def _line_starts() -> tuple[str, ...]:
    return tuple(entry[:-1] for entry in word_list("furniture") if entry.endswith("…"))
