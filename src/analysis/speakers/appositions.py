"""Find the further names behind a name or a description.

Lists (“Silva of Ghent, Park (Varden) and Lee”) name further speakers; an
apposition (“his lawyer, Joe Park”) says who the description is.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.quotes.grammar import words_of
from analysis.speakers import lists
from analysis.speakers.entities import Entity
from analysis.speakers.lists import source_words
from analysis.speakers.names import Mention

COMMAS = frozenset({",", ";", ":", "(", ")", "—", "–", "-", "--", "[", "]"})


@dataclass(slots=True)
class Item:
    """A token of the phrase, or a whole name."""

    start: int
    end: int
    lower: str
    mention: Mention | None = None
    entity: Entity | None = None


def after_and(rest: list[Item]) -> list[Item]:
    """What an “and” adds, if it is somebody."""
    if len(rest) < 2 or rest[0].lower not in source_words("and"):
        return []
    return rest[1:]


def listed_names(rest: list[Item]) -> list[Item]:
    """Further names behind a name: “Silva of Ghent, Park (Varden) and Lee”; an apposition is none."""
    skipped = 0
    for index, item in enumerate(rest):
        if item.mention is not None and item.entity is not None:
            is_person = item.entity.kind == "person" and not item.mention.is_possessive
            before = rest[index - 1].lower if index else ""
            is_listed = before in source_words("and") or (before == "," and _and_follows(rest[index + 1 :]))
            if is_person and is_listed:
                return rest[index:]
            continue
        if item.lower in source_words("and") and skipped == 0 and index + 1 < len(rest):
            following = rest[index + 1]
            if following.entity is not None and following.entity.kind == "person":
                return rest[index + 1 :]
        if item.lower in source_words("opens_clause"):
            return []
        skipped += item.lower not in COMMAS and item.lower not in words_of("preposition")
        if skipped > 3:
            return []
    return []


def _and_follows(rest: list[Item]) -> bool:
    """Whether a list goes on to an “and” with only names between."""
    for item in rest:
        if item.lower in source_words("and"):
            return True
        if item.mention is None and item.lower != ",":
            return False
    return False


def apposed_after_comma(rest: list[Item], plural: bool, *, is_body: bool = True) -> list[Item]:
    """The names that explain a description: “the chair of the board, Judge | Joe Park”.

    Only what may be a body is explained by the name of one: “the operator, Harbor Lines”.
    """
    for index, item in enumerate(rest[:14]):
        if item.lower in {",", ":", "—", "–"}:
            return _apposed(rest[index + 1 :], plural, is_body)
        if item.lower in source_words("no_apposition"):
            return []
    return []


def _apposed(rest: list[Item], plural: bool, is_body: bool) -> list[Item]:
    """The names that a phrase begins with, after at most a role: “international businessman | Joe Park”."""
    index = next((i for i, item in enumerate(rest[:5]) if item.mention is not None), None)
    if index is None:
        return []
    first = rest[index]
    if first.mention is None or first.mention.is_possessive or first.entity is None or first.entity.is_place:
        return []
    if index and rest[index - 1].lower not in {*lists.person_roles(), "the"}:
        return []
    following = rest[index + 1].lower if index + 1 < len(rest) else ","
    if following not in COMMAS and following not in source_words("behind_apposition"):
        return []
    if plural:
        return rest[index:]
    is_its_name = first.entity.kind == "person" or (is_body and index == 0 and first.entity.is_named)
    return [first] if is_its_name else []
