"""Look up the word lists that tell names, offices, bodies and descriptions apart.

Lists that need another shape than `analysis.resources` gives them are put into
it here, once. None of them holds anybody's name.
"""

from __future__ import annotations

from functools import cache

from analysis.quotes.grammar import words_of
from analysis.resources import word_list, word_set, word_table


@cache
def source_words(part: str) -> frozenset[str]:
    """Words by what they tell of whom a source means, such as ``source_words("definite")``."""
    return frozenset({row[0]: row[1] for row in word_table("source_words")}[part].split())


def either(part: str) -> str:
    """The same words as alternatives of a regular expression."""
    return "|".join(sorted(source_words(part)))


@cache
def titles() -> dict[str, tuple[str | None, str]]:
    """Title in lower case without its point → gender (“m”, “f” or None) and plain noun."""
    table = {
        row[0].lower().rstrip("."): (None if row[1] == "-" else row[1], row[2])
        for row in word_table("titles")
    }
    plurals = {f"{title}s": entry for title, entry in table.items() if len(title) > 5 and title[-1] != "s"}
    return plurals | table


@cache
def offices() -> frozenset[str]:
    """The plain nouns of all titles: “senator”."""
    return frozenset(noun for _, noun in titles().values())


@cache
def dotted_titles() -> tuple[str, ...]:
    """Titles that are written with a point, without it: “Mr”, “Sen”."""
    return tuple(row[0].rstrip(".") for row in word_table("titles") if row[0].endswith("."))


@cache
def person_roles() -> dict[str, str | None]:
    """Noun for one person → gender (“m”, “f” or None)."""
    return {row[0]: None if row[1] == "-" else row[1] for row in word_table("person_roles")}


@cache
def people_nouns() -> dict[str, str]:
    """Plural noun for people → “group” or “unnamed”."""
    return {row[0]: row[1] for row in word_table("group_nouns")}


@cache
def no_speaker_nouns() -> frozenset[str]:
    """Nouns of time and number; a description of one is no speaker."""
    return word_set("no_speaker_nouns") | words_of("time")


@cache
def places() -> frozenset[str]:
    """States, countries and capitals in lower case."""
    return _split_names("places")


@cache
def no_names() -> frozenset[str]:
    """Capitalized words that name nobody, in lower case."""
    return _split_names("no_names")


@cache
def small_words() -> frozenset[str]:
    """Words that are capitalized only because a sentence begins with them."""
    return (word_set("stop_words") - word_set("stop_words_in_names")) | word_set("name_starters")


@cache
def role_groups() -> dict[str, frozenset[int]]:
    """Noun → the numbers of the groups of like meaning that it belongs to."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(word_list("role_groups")):
        for noun in line.lower().split():
            groups.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in groups.items()}


def _split_names(name: str) -> frozenset[str]:
    entries: list[str] = []
    for line in word_list(name):
        entries += line.split("|") if "|" in line else line.split()
    return frozenset(entry.lower() for entry in entries)
