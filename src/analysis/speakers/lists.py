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
def courtesy_titles() -> frozenset[str]:
    """Titles that say nothing of an office: “Mr”, “Ms”."""
    return word_set("courtesy_titles")


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
def own_words() -> frozenset[str]:
    """Nouns for somebody's words or mind: “in her view” is hers."""
    return word_set("own_words")


@cache
def no_speakers() -> frozenset[str]:
    """Words that are no speaker by themselves: “anybody”, “having”."""
    return word_set("no_speakers")


@cache
def no_speaker_nouns() -> frozenset[str]:
    """Nouns of time and number; a description of one is no speaker."""
    return word_set("no_speaker_nouns") | small("time")


@cache
def describing_words() -> frozenset[str]:
    """Adjectives and numbers with which a description without an article may begin."""
    return word_set("describing_words")


@cache
def places() -> frozenset[str]:
    """States, countries and capitals in lower case."""
    return _split_names("places")


@cache
def no_names() -> frozenset[str]:
    """Capitalized words that name nobody, in lower case."""
    return _split_names("no_names")


@cache
def name_heads() -> frozenset[str]:
    """Words after which “of” may hold a name together."""
    return word_set("name_heads")


@cache
def name_joints() -> frozenset[str]:
    """Words beside an “and” inside an organization's name."""
    return word_set("name_joints")


@cache
def small_words() -> frozenset[str]:
    """Words that are capitalized only because a sentence begins with them."""
    return (word_set("stop_words") - word_set("stop_words_in_names")) | word_set("name_starters")


@cache
def past_forms() -> frozenset[str]:
    """Verb forms that follow a subject, beside those in -ed."""
    return word_set("past_forms")


@cache
def role_groups() -> dict[str, frozenset[int]]:
    """Noun → the numbers of the groups of like meaning that it belongs to."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(word_list("role_groups")):
        for noun in line.lower().split():
            groups.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in groups.items()}


@cache
def small(part: str) -> frozenset[str]:
    """Function words of one part of a sentence, such as ``small("preposition")``."""
    return frozenset({row[0]: row[1] for row in word_table("function_words")}[part].split())


def is_adverb(word: str) -> bool:
    """Whether a word only colors what stands beside it: “also”, anything in -ly."""
    return word in small("adverb") or (
        word.endswith("ly") and len(word) > 4 and word not in small("not_adverb")
    )


def _split_names(name: str) -> frozenset[str]:
    entries: list[str] = []
    for line in word_list(name):
        entries += line.split("|") if "|" in line else line.split()
    return frozenset(entry.lower() for entry in entries)
