"""Who is named in an article, and by which forms of the name?

Joins the mentions of one text into entities: “Clinton” with a Hillary and a
Bill in the article, “Mr. Trump”, “Donald J. Trump”, “the RNC”. A name form
joins another when its words are some of the other's words and nothing speaks
against it (another first name, “Jr.”, a title of the other gender).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from analysis.model import Kind
from analysis.speakers import lists
from analysis.speakers.mentions import Mention


@dataclass(slots=True)
class Entity:
    """Somebody or something named, with all its mentions in text order.

    ``name`` is the fullest form without titles. ``signs`` counts what shows
    that it is a person: titles, roles, appositions, speaking.
    """

    number: int
    name: str
    key: tuple[str, ...]
    suffix: str
    kind: Kind | None
    gender: str | None = None
    lean: float = 0.0
    signs: int = 0
    starts: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    forms: dict[str, None] = field(default_factory=dict)
    in_title: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the name is a person's, as far as the text tells."""
        return self.kind == "person"


class Entities:
    """The entities of one article, found by mention, surname or acronym."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.all: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = {}
        self._of_mention: dict[int, Entity] = {}

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.all)

    def add_all(self, mentions: Sequence[Mention]) -> None:
        """Enter the mentions of a text: full names first, then the forms that lean on them."""
        full = [mention for mention in mentions if _stands_alone(mention)]
        for mention in full:
            self._enter(mention, self._same_name(mention) or self._new(mention))
        for mention in mentions:
            if not _stands_alone(mention):
                self.find_or_add(mention)
        for entity in self.all:
            entity.mentions.sort(key=lambda mention: mention.start)
            entity.starts = [mention.start for mention in entity.mentions]

    def find_or_add(self, mention: Mention) -> Entity:
        """The entity that a mention belongs to, a new one if it fits none."""
        known = self._of_mention.get(mention.start)
        if known is not None and mention.key[-1:] == known.key[-1:]:
            return known
        entity = self.find(mention) or self._new(mention)
        self._enter(mention, entity)
        return entity

    def find(self, mention: Mention) -> Entity | None:
        """The entity that a short form belongs to: by surname, first name or acronym."""
        same = self._same_name(mention)
        if same is not None:
            return same
        key = mention.key
        if not key:
            return None
        fitting = [entity for entity in self._by_word.get(key[-1], ()) if _fits(mention, key, entity)]
        if not fitting and mention.shape in {"organization", "place", "word"}:
            fitting = [entity for entity in self.all if entity.kind == "organization" and _is_acronym(key, entity)]
        return max(fitting, key=lambda entity: _claim(entity, key, mention), default=None)

    def _same_name(self, mention: Mention) -> Entity | None:
        key = mention.key
        candidates = self._by_word.get(key[-1], ()) if key else ()
        return next((entity for entity in candidates if _is_same(mention, key, entity)), None)

    def _new(self, mention: Mention) -> Entity:
        kind = _kind_of_shape(mention)
        entity = Entity(len(self.all), "", (), "", kind)
        self.all.append(entity)
        return entity

    def _enter(self, mention: Mention, entity: Entity) -> None:
        self._of_mention[mention.start] = entity
        entity.mentions.append(mention)
        written = self._text[mention.start : mention.end]
        entity.forms.setdefault(written)
        key = mention.key
        if (len(key), bool(mention.suffix), not written.isupper()) > (
            len(entity.key), bool(entity.suffix), not entity.name.isupper(),
        ) or not entity.name:
            entity.name, entity.key = written, key
            entity.suffix = mention.suffix or entity.suffix
        for word in key:
            known = self._by_word.setdefault(word, [])
            if entity not in known:
                known.append(entity)
        if mention.title:
            _learn_title(entity, mention.title)


def _learn_title(entity: Entity, title: str) -> None:
    entity.signs += 2
    entity.kind = "person"
    for word in title.split():
        plain = word.lower().rstrip(".")
        gender, noun = lists.titles().get(plain, (None, plain))
        entity.role_words.update((noun.lower(), plain))
        entity.gender = entity.gender or gender
    if title not in entity.roles:
        entity.roles.append(title)


def _stands_alone(mention: Mention) -> bool:
    return len(mention.words) > 1


def _kind_of_shape(mention: Mention) -> Kind | None:
    if mention.shape == "person":
        return "person"
    if mention.shape in {"organization", "group"}:
        return "organization" if mention.shape == "organization" else "group"
    return None


def _is_same(mention: Mention, key: tuple[str, ...], entity: Entity) -> bool:
    """Whether two full names are one: same surname, first names that do not clash."""
    mine = entity.key
    if key == mine:
        return not mention.suffix or not entity.suffix or mention.suffix == entity.suffix
    if len(key) < 2 or len(mine) < 2 or key[-1] != mine[-1]:
        return False
    if mention.suffix and not entity.suffix and mention.suffix in {"jr", "iii", "ii"}:
        return False
    if mention.shape == "organization" or entity.kind == "organization":
        return False
    return _first_names_agree(key, mine) or _is_part(key, mine) or _is_part(mine, key)


def _first_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = one[0], other[0]
    if a == b:
        return True
    return (len(a) == 1 or len(b) == 1) and a[:1] == b[:1]


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return len(short) < len(full) and full[-len(short) :] == short


def _fits(mention: Mention, key: tuple[str, ...], entity: Entity) -> bool:
    mine = entity.key
    if len(key) >= len(mine):
        return key == mine
    if entity.kind == "organization":
        return mention.shape != "person" and (key == mine[-len(key) :] or key == mine[: len(key)])
    if mention.suffix and mention.suffix != entity.suffix:
        return False
    if mention.title and entity.gender:
        genders = {lists.titles().get(w.lower().rstrip("."), (None, ""))[0] for w in mention.title.split()} - {None}
        if genders and entity.gender not in genders:
            return False
    return key == mine[-len(key) :] or (len(key) == 1 and key[0] == mine[0])


def _claim(entity: Entity, key: tuple[str, ...], mention: Mention) -> tuple[bool, bool, int, int]:
    """How good a claim an entity has to a short form: by surname, in the title, named often and early."""
    titled = bool(mention.title) and bool(set(mention.title.lower().replace(".", "").split()) & entity.role_words)
    return (entity.key[-len(key) :] == key, titled, len(entity.mentions) + 3 * entity.in_title, -entity.number)


def _is_acronym(key: tuple[str, ...], entity: Entity) -> bool:
    if len(key) != 1 or len(entity.key) < 2 or not 2 <= len(key[0]) <= 7:
        return False
    initials = "".join(word[0] for word in entity.key if word not in {"of", "the", "for", "and", "on", "&"})
    return initials == key[0]


def mark_title(entities: Iterable[Entity], title: str | None) -> None:
    """Note which entities the headline names."""
    if not title:
        return
    folded = set(title.casefold().replace("’", "'").replace("'s", " ").replace(",", " ").replace(":", " ").split())
    for entity in entities:
        entity.in_title = bool(entity.key) and entity.key[-1] in folded
