"""Join the names of one article that name the same person or body.

Full names first, each once; then short forms are put to them. Two bearers of a
surname are told apart by title and by who is named most.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from rapidfuzz.distance import OSA

from analysis.model import Kind
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.across.person_names import family_name_first
from analysis.speakers.entities import Entity
from analysis.speakers.lists import source_words
from analysis.speakers.names import Mention
from analysis.text import folded

_SHORTEST_SLIP = 6


class Registry:
    """The entities of one article; gives each mention its owner."""

    def __init__(self, text: str, mentions: list[Mention]) -> None:
        self._text = text
        self.entities: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = defaultdict(list)
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_key: dict[tuple[str, ...], Entity] = {}
        self._bodies_by_end: dict[str, list[Entity]] = defaultdict(list)
        self._by_acronym: dict[str, Entity] = {}
        self._first_at: dict[int, int] = {}
        self._counts: dict[int, int] = defaultdict(int)
        for mention in mentions:
            if len(mention.words) > 1 or mention.suffix:
                self._enter(mention)
        self._acronyms_in_brackets(mentions)

    def owner(self, mention: Mention) -> Entity:
        """The entity that a mention names; a new one where it names none so far."""
        entity = self._known(mention) or self._new(mention)
        self._counts[id(entity)] += 1
        entity.forms[mention.words] += 1
        entity.note_gender(title_gender(mention), 3.0)
        return entity

    def named(self, key: tuple[str, ...]) -> Entity | None:
        """Who is known by exactly these folded words, or by this surname, first name or acronym."""
        if key in self._by_key:
            return self._by_key[key]
        if len(key) != 1:
            return next((e for e in self._by_last.get(key[-1], ()) if e.key[-len(key) :] == key), None)
        found = self._by_last.get(key[0]) or self._by_word.get(key[0])
        if found:
            return max(found, key=lambda entity: self._counts[id(entity)])
        return self._by_acronym.get(key[0])

    def _enter(self, mention: Mention) -> None:
        if self._full(mention) is None:
            self._new(mention)

    def _full(self, mention: Mention) -> Entity | None:
        """The entity with the same full name."""
        exact = self._by_key.get(mention.key)
        if exact is not None and (not mention.suffix or folded(exact.suffix) == folded(mention.suffix)):
            return exact
        if mention.shape != "person":
            return self._same_body(mention.key)
        for entity in self._by_last.get(mention.key[-1], ()):
            if _is_same_person(entity, mention):
                if len(mention.key) > len(entity.key):
                    self._index(entity, mention.key)
                return entity
        return None

    def _same_body(self, key: tuple[str, ...]) -> Entity | None:
        if key[0] == "the":
            return self._by_key.get(key[1:])
        if key[-1] in source_words("legal_form") and len(key) > 1:
            return self._by_key.get(key[:-1])
        forms = ((*key, form) for form in sorted(source_words("legal_form")))
        return next((self._by_key[whole] for whole in forms if whole in self._by_key), None)

    def _new(self, mention: Mention) -> Entity:
        kind: Kind = "person"
        if mention.shape in {"organization", "place"}:
            is_document = mention.key[-1] in word_set("document_nouns") - source_words("paper")
            kind = "document" if is_document else "organization"
        elif mention.shape == "group":
            kind = "group"
        entity = Entity(kind, mention.words, mention.suffix, key=mention.key)
        entity.is_place = mention.shape == "place"
        entity.is_plural = kind == "group"
        self.entities.append(entity)
        self._first_at[id(entity)] = mention.start
        self._index(entity, mention.key)
        return entity

    def _index(self, entity: Entity, key: tuple[str, ...]) -> None:
        entity.key = key
        self._by_key.setdefault(key, entity)
        if entity.kind == "person":
            family = family_name_first(" ".join(entity.words))
            for last in {key[-1], folded(family)} if family else {key[-1]}:
                if entity not in self._by_last[last]:
                    self._by_last[last].append(entity)
            for word in key[:-1]:
                if len(word) > 1 and entity not in self._by_word[word]:
                    self._by_word[word].append(entity)
        elif len(key) > 1:
            self._bodies_by_end[key[-1]].append(entity)
            self._bodies_by_end[key[0]].append(entity)
            initials = "".join(word[0] for word in entity.words if word[0].isupper()).lower()
            if len(initials) > 1:
                self._by_acronym.setdefault(initials, entity)

    def _acronyms_in_brackets(self, mentions: list[Mention]) -> None:
        """“Harbor Workers' League (HWL)”: the short form is told outright."""
        for left, right in pairwise(mentions):
            if (
                len(right.words) == 1
                and len(left.words) > 1
                and right.words[0].isupper()
                and self._text[left.end : right.start] in {" (", " (the "}
                and self._text[right.end : right.end + 1] == ")"
            ):
                entity = self._full(left)
                if entity is not None and entity.kind != "person":
                    self._by_acronym[right.key[0]] = entity

    def _known(self, mention: Mention) -> Entity | None:
        if len(mention.words) > 1:
            return self._full(mention)
        word = mention.key[0]
        people = self._by_last.get(word)
        if mention.suffix:
            people = [e for e in people or () if folded(e.suffix) == folded(mention.suffix)]
            return people[0] if people else None
        if people:
            return self._likeliest(mention, people)
        if not mention.title and word in self._by_word:
            return self._likeliest(mention, self._by_word[word])
        if mention.key in self._by_key:
            return self._by_key[mention.key]
        if mention.words[0].replace(".", "").isupper() and word in self._by_acronym:
            return self._by_acronym[word]
        if mention.shape == "place":
            return None
        return self._misspelled(word) or (None if mention.title else self._short_body(mention, word))

    def _misspelled(self, word: str) -> Entity | None:
        """The one person whose surname differs by a slip of the pen: “Sweeny” for “Sweeney”."""
        if len(word) < _SHORTEST_SLIP:
            return None
        near = [people for last, people in self._by_last.items() if _is_slip(word, last)]
        people = near[0] if len(near) == 1 else []
        return people[0] if len(people) == 1 and len(people[0].key) > 1 else None

    def _short_body(self, mention: Mention, word: str) -> Entity | None:
        """“the Journal” for a body whose name ends so, “Kestrel” for one that begins so."""
        bodies = self._bodies_by_end.get(word, ())
        definite = self._text[max(0, mention.start - 4) : mention.start].lower() == "the "
        for entity in bodies:
            if (definite and entity.key[-1] == word) or (entity.key[0] == word and len(word) > 4):
                return entity
        return None

    def _likeliest(self, mention: Mention, people: list[Entity]) -> Entity:
        """Among bearers of one name: whom the title fits, then who was named most so far."""
        if len(people) == 1:
            return people[0]
        gender = title_gender(mention)
        sign = 1 if gender == "m" else -1
        pool = [entity for entity in people if gender is None or sign * entity.gender >= 0] or people
        known = [entity for entity in pool if self._first_at[id(entity)] <= mention.start] or pool
        return max(known, key=lambda e: (self._counts[id(e)], -self._first_at[id(e)]))


def title_gender(mention: Mention) -> str | None:
    """“m” or “f” where the title tells it."""
    for word in mention.title.lower().replace(".", "").split():
        gender = lists.titles().get(word, (None, ""))[0] or lists.person_roles().get(word)
        if gender:
            return gender
    return None


def _is_same_person(entity: Entity, mention: Mention) -> bool:
    """Whether two full names with one surname can be one person's."""
    ours, theirs = entity.key, mention.key
    if entity.kind != "person":
        return False
    if entity.suffix and mention.suffix and folded(entity.suffix) != folded(mention.suffix):
        return False
    if not entity.suffix and mention.suffix and len(theirs) > 1:
        return False
    if len(ours) == 1 or len(theirs) == 1:
        return bool(mention.suffix) and folded(entity.suffix) == folded(mention.suffix)
    short, long = sorted((ours, theirs), key=len)
    if short[0] == long[0]:
        return len(short) == 2 or set(short) <= set(long)
    if len(short[0]) == 1 or len(long[0]) == 1:
        return short[0][0] == long[0][0]
    return set(short) <= set(long)


def _is_slip(word: str, surname: str) -> bool:
    """Whether one letter is wrong, missing or out of place; “Peters” is no slip for “Peter”."""
    if word[0] != surname[0] or word.startswith(surname) or surname.startswith(word):
        return False
    return OSA.distance(word, surname, score_cutoff=1) == 1
