"""Take apart the phrase that names a source.

“Senator Ana Silva of Ghent and the mayor's lawyer, Joe Park,” names two: each
part has a head, which is a name, a pronoun or a noun. Whom they mean is decided
in `analysis.speakers.resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.model import Span
from analysis.quotes.grammar import is_adverb, words_of
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.appositions import COMMAS, Item, after_and, apposed_after_comma, listed_names
from analysis.speakers.cast import Cast
from analysis.speakers.chunks import nouns
from analysis.speakers.entities import Entity
from analysis.speakers.lists import either, source_words
from analysis.speakers.names import Mention
from analysis.text import tokens_of

Sort = Literal["name", "personal", "plural", "relative", "first", "description", "nothing"]

_MARKS = frozenset({"“", "”", '"', "''", "``", "‘", "’", "'", "«", "»"})


@dataclass(slots=True)
class Phrase:
    """One of those whom a source names.

    ``words`` are its words without article for a description, ``head`` its
    noun; ``owner`` the pronoun (lower case) or entity it belongs to (“his
    lawyer”), at ``start``. ``entity`` is set for names.
    """

    sort: Sort
    start: int
    end: int
    head: str = ""
    words: str = ""
    opener: str = ""
    core: str = ""
    is_plural: bool = False
    mention: Mention | None = None
    entity: Entity | None = None
    owner: Entity | str | None = None
    role: str = ""


def phrases_of(text: str, source: Sequence[Span], cast: Cast) -> list[Phrase]:
    """Those whom a source names, in text order; at least one if there is any source."""
    found: list[Phrase] = []
    for span in source:
        items = _items(text, span, cast)
        while items:
            phrase, items = _next(text, items)
            if phrase is not None:
                found.append(phrase)
    return found


def _items(text: str, span: Span, cast: Cast) -> list[Item]:
    items: list[Item] = []
    named = [(m, e) for m, e in cast.at(max(0, span.start - 1), span.end) if m.end <= span.end + 1]
    reached = span.start
    for mention, entity in named:
        if mention.first < reached and mention.start < reached:
            continue
        items += _tokens(text, reached, max(reached, mention.first))
        if items and items[-1].lower == "-":
            items.pop()
        items.append(Item(mention.first, mention.end, "", mention, entity))
        reached = mention.end
    items += _tokens(text, reached, span.end)
    return items


def _tokens(text: str, start: int, end: int) -> list[Item]:
    return (
        [Item(t.start, t.end, t.lower) for t in tokens_of(text, start, end) if t.lower not in _MARKS]
        if start < end
        else []
    )


@cache
def _articles() -> frozenset[str]:
    return source_words("definite") | source_words("indefinite")


@cache
def _prepositions() -> frozenset[str]:
    return words_of("preposition") | source_words("behind_noun")


def _core_length(items: list[Item]) -> int:
    """How many items belong to the phrase up to its noun or name."""
    table = nouns()
    for index, item in enumerate(items):
        word = item.lower
        if index == 0 or item.mention is not None:
            continue
        if word == "," and index < 3 and _is_adjective(items, index):
            continue
        if _is_in_number(items, index):
            continue
        if word in COMMAS or word in _prepositions() or word in source_words("ends_phrase"):
            return index
        before = items[index - 1]
        if word in words_of("time") and before.lower in table:
            return index
        if (
            word.endswith(("ing", "ed"))
            and word not in table
            and (before.lower in table or (before.mention is not None and not before.mention.is_possessive))
        ):
            return index
    return len(items)


def _is_in_number(items: list[Item], index: int) -> bool:
    """Whether a small word belongs to a number: “more | than 13 million people”, “6 | in 10 voters”."""
    before, after = items[index - 1], items[index + 1 : index + 2]
    if before.mention is not None or not after or after[0].mention is not None:
        return False
    word, left, right = items[index].lower, before.lower, after[0].lower
    if word == "than":
        return left in source_words("comparison")
    is_between = word in source_words("between_numbers")
    return is_between and all(one.isdigit() or one in words_of("number") for one in (left, right))


def _is_adjective(items: list[Item], comma: int) -> bool:
    """Whether a comma only parts two adjectives: “an accomplished, experienced | member”."""
    before, after = items[comma - 1], items[comma + 1 : comma + 2]
    if before.mention is not None or before.lower in nouns() or not after or after[0].mention is not None:
        return False
    table = nouns()
    for item in items[comma + 1 : comma + 4]:
        if item.lower in COMMAS or item.lower in _prepositions() or item.mention is not None:
            return False
        if item.lower in table:
            return True
    return False


def _next(text: str, items: list[Item]) -> tuple[Phrase | None, list[Item]]:
    """The first part of a phrase, and what is left for further parts."""
    while items and (items[0].lower in COMMAS or items[0].lower in source_words("list_joint")):
        if items[0].lower == "both" and len(items) == 1:
            break
        items = items[1:]
    if not items:
        return None, []
    length = _core_length(items)
    core, rest = items[:length], items[length:]
    while len(core) > 1 and core[-1].mention is None and _is_trailing(core[-1].lower):
        core = core[:-1]
    if not core:
        return None, []
    head = core[-1]
    if head.mention is not None and head.mention.shape != "group":
        return _named(text, core, rest)
    if len(core) == 1 and head.mention is None:
        phrase = _pronoun(head)
        if phrase is not None and phrase.sort == "nothing" and rest:
            named = apposed_after_comma(rest, False)
            if named:
                return _by_name(text, core, named)
            phrase = None if head.lower in source_words("somebody") else phrase
        if phrase is not None:
            return phrase, after_and(rest)
    return _described(text, core, rest)


def _is_trailing(word: str) -> bool:
    return is_adverb(word) or word.endswith("self") or word in source_words("no_end")


def _pronoun(item: Item) -> Phrase | None:
    word = item.lower
    sorts: list[tuple[frozenset[str], Sort]] = [
        (source_words("personal"), "personal"),
        (source_words("plural"), "plural"),
        (source_words("first_person"), "first"),
        (source_words("relative"), "relative"),
        (word_set("no_speakers"), "nothing"),
    ]
    for known, sort in sorts:
        if word in known:
            return Phrase(sort, item.start, item.end, head=word)
    return None


def _by_name(text: str, core: list[Item], names: list[Item]) -> tuple[Phrase, list[Item]]:
    """A description that a name behind its comma explains."""
    first = names[0]
    role = text[core[0].start : core[-1].end]
    phrase = Phrase("name", first.start, first.end, mention=first.mention, entity=first.entity, role=role)
    return phrase, names[1:]


def _named(text: str, core: list[Item], rest: list[Item]) -> tuple[Phrase, list[Item]]:
    item = core[-1]
    role = text[core[0].start : core[-2].end] if len(core) > 1 else ""
    phrase = Phrase("name", item.start, item.end, mention=item.mention, entity=item.entity, role=role)
    if rest and rest[0].lower == "(":
        closed = next((i for i, item in enumerate(rest[:8]) if item.lower == ")"), 0)
        rest = rest[closed + 1 :] if closed else rest
    if rest and rest[0].lower in source_words("and"):
        return phrase, after_and(rest)
    return phrase, listed_names(rest)


def _described(text: str, core: list[Item], rest: list[Item]) -> tuple[Phrase, list[Item]]:
    head = core[-1]
    noun = head.lower or text[head.start : head.end].lower()
    noun = noun.removesuffix("'s").removesuffix("’s").strip("'’") or noun
    known = nouns().get(noun)
    plural = known[1] if known else noun.endswith("s") and not noun.endswith("ss")
    is_body = known is None or known[0] in {"organization", "group"}
    names = apposed_after_comma(rest, plural, is_body=is_body)
    if names:
        return _by_name(text, core, names)
    if _is_no_speaker(core, noun, rest):
        return Phrase("nothing", core[0].start, head.end, head=noun), []
    opener = core[0].lower if core[0].lower in _articles() | words_of("possessive") else ""
    owner: Entity | str | None = None
    if opener in words_of("possessive") and opener != "your":
        owner = opener
    for item in core[:-1]:
        if item.mention is not None and item.mention.is_possessive and item.entity is not None:
            owner = item.entity
    start = core[1].start if core[0].lower in _articles() and len(core) > 1 else core[0].start
    end, left = _end(rest, head)
    if rest and rest[0].lower in source_words("and") and len(rest) > 1 and _splits(rest, plural):
        end, left = head.end, rest[1:]
    phrase = Phrase(
        "description", core[0].start, end, head=noun, opener=opener, is_plural=plural, owner=owner
    )
    phrase.words = tidy(text[start:end])
    phrase.core = tidy(text[start : head.end])
    return phrase, left


def _is_no_speaker(core: list[Item], noun: str, rest: list[Item]) -> bool:
    """A time, a number, or a verb that was taken for a noun: “the past”, “10”, “set up a website”."""
    first = core[0].lower
    if noun in lists.no_speaker_nouns() or (noun.isdigit() and len(core) == 1 and not rest):
        return True
    is_verb = first in word_set("past_forms") or (first.endswith(("ed", "ing")) and first not in nouns())
    return is_verb and core[0].mention is None and len(core) > 1 and noun not in nouns()


def _splits(rest: list[Item], plural: bool) -> bool:
    """Whether “and” joins two speakers here and not two words of one description."""
    following = rest[1]
    if following.lower in source_words("indefinite") and not plural:
        return True
    if following.entity is None or following.mention is None:
        return False
    return following.entity.kind == "person" and not following.mention.is_possessive


def _end(rest: list[Item], head: Item) -> tuple[int, list[Item]]:
    """Where a description ends: with what hangs on its noun, before a comma or a clause."""
    end = head.end
    for item in rest:
        if item.lower in COMMAS or item.lower in source_words("ends_description"):
            break
        end = item.end
    return end, []


_EDGES = re.compile(r"^[\s,.;:“”\"'‘’(—–-]+|[\s,;:“”\"‘(—–-]+$")
_LEFT_OPEN = re.compile(rf",?\s(?:{either('left_open')})$")
_ANY_SPACE = re.compile(r"\s+")


def tidy(words: str) -> str:
    """A description with plain spaces, without stray marks at its ends."""
    return _LEFT_OPEN.sub("", _EDGES.sub("", _ANY_SPACE.sub(" ", words)))
