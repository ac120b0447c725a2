"""Which words name an office, a body, a document or a class of people?

The word lists that speaker resolution reads, once and in the shape it needs.
None of them holds anybody's name.
"""

from __future__ import annotations

from functools import cache

from analysis.resources import word_list, word_set, word_table


@cache
def titles() -> dict[str, tuple[str | None, str]]:
    """Title in lower case without its point → gender (“m”, “f” or None) and plain noun."""
    return {
        row[0].lower().rstrip("."): (None if row[1] == "-" else row[1], row[2])
        for row in word_table("titles")
    }


@cache
def dotted_titles() -> tuple[str, ...]:
    """Titles that are written with a point, without it: “Mr”, “Sen”."""
    return tuple(row[0].rstrip(".") for row in word_table("titles") if row[0].endswith("."))


@cache
def complements() -> frozenset[str]:
    """What may follow “Secretary of” before the name, in lower case."""
    return word_set("title_complements")


@cache
def person_roles() -> dict[str, str | None]:
    """Noun for one person → gender (“m”, “f” or None)."""
    return {row[0]: None if row[1] == "-" else row[1] for row in word_table("person_roles")}


@cache
def organization_words() -> frozenset[str]:
    """Words that make a name an organization's."""
    return word_set("organization_words")


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for what is written, counted or broadcast."""
    return word_set("document_nouns")


@cache
def people_nouns() -> dict[str, str]:
    """Plural noun for people → “group” or “unnamed”."""
    return {row[0]: row[1] for row in word_table("group_nouns")}


@cache
def places() -> frozenset[str]:
    """States, countries and capitals in lower case."""
    return _split_names("places")


@cache
def no_names() -> frozenset[str]:
    """Capitalized words that name nobody, in lower case."""
    return _split_names("no_names")


def _split_names(name: str) -> frozenset[str]:
    entries: list[str] = []
    for line in word_list(name):
        entries += line.split("|") if "|" in line else line.split()
    return frozenset(entry.lower() for entry in entries)
