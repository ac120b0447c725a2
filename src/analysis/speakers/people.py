"""Which persons and bodies does an article name, and by which names?

Every mention is put to one entity: a surname to the full name that ends with
it, a short form to a long one, an acronym to the body it stands for. Two
different full names are never one person. The fullest form is the canonical
name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.speakers import lists
from analysis.speakers.mentions import Mention, scan
from analysis.text import Document


@dataclass(slots=True)
class Entity:
    """One person or body of an article, built up mention by mention."""

    kind: str
    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    males: int = 0
    females: int = 0
    is_full: bool = False

    @property
    def name(self) -> str:
        """The fullest form of the name, without titles."""
        return " ".join(self.words)

    @property
    def gender(self) -> str | None:
        """“m” or “f” where the text tells, else None."""
        if self.males == self.females:
            return None
        return "m" if self.males > self.females else "f"

    @property
    def keys(self) -> tuple[str, ...]:
        """The words of the name for comparing."""
        return tuple(word.casefold().replace(".", "") for word in self.words)


@dataclass(slots=True)
class Cast:
    """All entities of an article, and which of them each mention is."""

    entities: list[Entity]
    mentions: list[Mention]
    owner: list[Entity]

    def at(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        """The mentions that lie in a stretch, with their entities, in text order."""
        low = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        found = []
        for index in range(low, len(self.mentions)):
            if self.mentions[index].start >= end:
                break
            found.append((self.mentions[index], self.owner[index]))
        return found


def cast_of(document: Document) -> Cast:
    """The persons and bodies that an article names, in order of first mention."""
    mentions = [mention for mention in scan(document.text) if mention.shape != "place"]
    entities = _full_names(mentions)
    owner = [_owner(mention, entities) for mention in mentions]
    for mention, entity in zip(mentions, owner, strict=True):
        _learn(document.text, mention, entity)
    _learn_gender_by_pronouns(document, mentions, owner)
    return Cast(entities, mentions, owner)


def _full_names(mentions: list[Mention]) -> list[Entity]:
    """One entity for each different name of two words or more."""
    entities: list[Entity] = []
    for mention in mentions:
        if len(mention.words) < 2 or mention.shape not in {"person", "organization", "group"}:
            continue
        same = next((entity for entity in entities if _is_same(entity, mention)), None)
        if same is None:
            kind = "person" if mention.shape == "person" else "organization"
            entities.append(Entity(kind, mention.words, is_full=True))
        elif len(mention.words) > len(same.words):
            same.words = mention.words
    return entities


def _is_same(entity: Entity, mention: Mention) -> bool:
    ours, theirs = entity.keys, mention.key
    if ours == theirs:
        return True
    if entity.kind != "person" or mention.shape != "person" or ours[-1] != theirs[-1]:
        return False
    if ours[0] == theirs[0]:
        return len(ours) == 2 or len(theirs) == 2 or set(ours) <= set(theirs) or set(theirs) <= set(ours)
    return len(ours[0]) > 2 and len(theirs[0]) > 2 and (set(theirs) <= set(ours) or set(ours) <= set(theirs))


def _owner(mention: Mention, entities: list[Entity]) -> Entity:
    """The entity that a mention names; a new one where it names none so far."""
    if len(mention.words) >= 2:
        for entity in entities:
            if entity.is_full and _is_same(entity, mention):
                return entity
    else:
        candidates = _candidates(mention, entities)
        if candidates:
            return _likeliest(mention, candidates)
    kind = "organization" if mention.shape in {"organization", "group"} else "person"
    made = Entity(kind, mention.words)
    entities.append(made)
    return made


def _candidates(mention: Mention, entities: list[Entity]) -> list[Entity]:
    word = mention.key[0]
    people = [entity for entity in entities if entity.kind == "person"]
    by_last = [entity for entity in people if entity.keys[-1] == word]
    if by_last:
        return by_last
    if not mention.title:
        inside = [entity for entity in people if word in entity.keys]
        if inside:
            return inside
    same = [entity for entity in entities if entity.keys == (word,)]
    if same:
        return same
    if mention.words[0].isupper():
        return [entity for entity in entities if entity.kind == "organization" and _initials(entity) == word]
    starts = [
        e for e in entities if e.kind == "organization" and e.is_full and e.keys[0] == word and len(word) > 4
    ]
    return starts if not mention.title else []


def _initials(entity: Entity) -> str:
    return "".join(word[0] for word in entity.words if word[0].isupper()).lower()


def _likeliest(mention: Mention, candidates: list[Entity]) -> Entity:
    """Among people who share a surname: the title decides, then who is named most, then last."""
    gender = _title_gender(mention)
    fitting = [entity for entity in candidates if gender is None or entity.gender in {None, gender}]
    pool = fitting or candidates
    return max(pool, key=lambda entity: (len(entity.mentions), entity.is_full, -candidates.index(entity)))


def _title_gender(mention: Mention) -> str | None:
    for word in mention.title.lower().replace(".", "").split():
        gender = lists.titles().get(word, (None, ""))[0] or lists.person_roles().get(word)
        if gender:
            return gender
    return None


_APPOSITION = re.compile(
    r"(?:’s|'s)?,\s(?P<role>(?:(?:a|an|the|who is|his|her|their)\s)?(?:[\w’'.&-]+\s){0,9}?[\w’'-]+)"
    r"(?=[,.;)—]|\s(?:and|who)\b)"
)


def _learn(text: str, mention: Mention, entity: Entity) -> None:
    """Take from a mention what it tells: title, apposition, gender."""
    entity.mentions.append(mention)
    gender = _title_gender(mention)
    if mention.title and entity.kind == "person":
        entity.roles.append(mention.title)
    if entity.kind == "person" and len(mention.words) > 1:
        after = _APPOSITION.match(text, mention.end, mention.end + 120)
        if after and _is_role(after["role"]):
            entity.roles.append(after["role"])
            gender = gender or _role_gender(after["role"])
    entity.males += 2 * (gender == "m")
    entity.females += 2 * (gender == "f")


def _is_role(words: str) -> bool:
    found = [word.strip(".,’'").lower() for word in words.split()]
    return any(word in lists.person_roles() or word in lists.titles() for word in found)


def _role_gender(words: str) -> str | None:
    return next((g for word in words.lower().split() if (g := lists.person_roles().get(word))), None)


_GENDERED = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)


def _learn_gender_by_pronouns(document: Document, mentions: list[Mention], owner: list[Entity]) -> None:
    """A sentence that names one person and then says “she” tells the gender."""
    starts = [mention.start for mention in mentions]
    for sentence in document.sentences:
        low, high = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        people = {id(owner[i]): owner[i] for i in range(low, high) if owner[i].kind == "person"}
        if len(people) != 1:
            continue
        entity = next(iter(people.values()))
        for match in _GENDERED.finditer(document.text, mentions[low].end, sentence.span.end):
            if match.group().lower().startswith("h") and match.group().lower() not in {
                "her",
                "hers",
                "herself",
            }:
                entity.males += 1
            else:
                entity.females += 1
            break
