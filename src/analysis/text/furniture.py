"""Which paragraphs are the article, and which only stand on its page?

Headlines, subheads, kickers, bylines, datelines, photo credits and the
buttons of a site stay in the text, so that positions hold, but are never
measured.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from analysis.resources import word_list

Role = Literal["body", "headline", "furniture"]

_FOLD = re.compile(r"[\W_]+")
_ENDS_SENTENCE = re.compile(r"[.!?:;…,][”’\"')\]]*$")
_BYLINE = re.compile(
    r"^(?i:by|written by|reporting by|edited by|story by|photos? by|words by)\s+"
    r"[^\W\d_a-z][\w.’'-]*(?:(?:,| and| &)?\s+(?:de|van|von|bin|al|[^\W\d_a-z])[\w.’'-]*){0,12}"
    r"(?:,?\s+(?:for|at|of|in)\s.{1,40})?\.?$"
)
_DATELINE = re.compile(
    r"^(?:[^\W\d_a-z][^\W\d_a-z.’'-]+(?:[ ,]+[^\W\d_][\w.’'-]*){0,5}(?:,?\s+\d{1,2})?\s*"
    r"(?:\([\w ./’'-]{2,40}\))?"
    r"|[^\W\d_a-z][\w.’'-]+(?:[ ,]+[^\W\d_a-z][\w.’'-]*){0,5}(?:,?\s+\d{1,2})?\s*\([\w ./’'-]{2,40}\))"
    r"\s*[—–-]{1,2}\s+(?=\S)"
)
_LONGEST_HEADING, _LONGEST_TITLE = 90, 160
_LONGEST_BUTTON = 160


def fold(text: str) -> str:
    """Letters and digits in lower case, the rest one space: for comparing titles."""
    return _FOLD.sub(" ", text).strip().lower()


def paragraph_roles(paragraphs: list[str], title: str | None) -> list[Role]:
    """One role for each paragraph of an article, in order."""
    folded_title = fold(title or "")
    roles: list[Role] = [_role(paragraph, folded_title) for paragraph in paragraphs]
    first_body = next((i for i, role in enumerate(roles) if role == "body"), None)
    if folded_title or first_body is None or len(paragraphs) < 2:
        return roles
    if _is_headline(paragraphs[first_body], _LONGEST_TITLE):
        roles[first_body] = "headline"
    return roles


def _role(paragraph: str, folded_title: str) -> Role:
    folded = fold(paragraph)
    if not folded or _is_furniture(paragraph, folded):
        return "furniture"
    if folded == folded_title or _is_headline(paragraph, _LONGEST_HEADING):
        return "headline"
    return "body"


def _is_furniture(paragraph: str, folded: str) -> bool:
    if len(paragraph) > _LONGEST_BUTTON:
        return False
    if folded in _whole_lines() or _BYLINE.match(paragraph):
        return True
    return paragraph.lower().startswith(_line_starts())


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
def _whole_lines() -> frozenset[str]:
    return frozenset(fold(entry) for entry in word_list("furniture") if not entry.endswith("…"))


@cache
def _line_starts() -> tuple[str, ...]:
    return tuple(entry[:-1] for entry in word_list("furniture") if entry.endswith("…"))
