"""Answer whom each part of a source means.

One answer for each sort of phrase: names are looked up, everything else is a
choice among candidates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from analysis.model import Attribution
from analysis.resources import word_set
from analysis.speakers.cast import Cast
from analysis.speakers.choosing import Chooser, Features
from analysis.speakers.descriptions import described_candidates, itself_features, kind_of, possessive_in
from analysis.speakers.discourse import Discourse
from analysis.speakers.entities import Entity
from analysis.speakers.features import (
    Query,
    compare,
    going_on_candidates,
    person_features,
    plural_features,
    relative_features,
)
from analysis.speakers.lists import source_words
from analysis.speakers.phrases import Phrase
from analysis.speakers.sightings import Sightings
from analysis.speakers.traits import role_head
from analysis.text import Document

_ONE = frozenset({"person", "unnamed"})
_HUMAN = frozenset({"person", "unnamed", "group"})
_ANY = frozenset({"person", "organization", "group", "document", "unnamed"})


@dataclass(slots=True)
class Referent:
    """One whom a source means, None if nobody could be named, and how sure that is."""

    entity: Entity | None
    confidence: float


_NOBODY = Referent(None, 0.5)
_SURE_TO_GO_ON = 0.85


class Answers:
    """Answers for the sources of one article, in order; ``sources`` are where pronouns are sources."""

    def __init__(
        self,
        document: Document,
        cast: Cast,
        sightings: Sightings,
        discourse: Discourse,
        chooser: Chooser,
        author: Entity,
        sources: Set[int],
    ) -> None:
        self._document = document
        self._text = document.text
        self._cast = cast
        self._sightings = sightings
        self._discourse = discourse
        self._chooser = chooser
        self._author = author
        self._bearers = Counter(entity.key[-1] for entity in cast.entities)
        self._possessives: dict[str, str] = {}
        self._pronouns = [token for token in document.tokens if token.lower in {"he", "she"}]
        self._sources = sources
        self._next = 0
        self._joints: dict[tuple[int, ...], Entity] = {}

    def read_on(self, position: int) -> None:
        """Note whom the pronouns outside quotations mean that stand before a position."""
        with self._chooser.unwatched():
            while self._next < len(self._pronouns) and self._pronouns[self._next].start < position:
                token = self._pronouns[self._next]
                self._next += 1
                if token.start not in self._sources and not self._sightings.is_quoted(token.start):
                    entity = self._personal(token.lower, token.start).entity
                    if entity is not None:
                        self._sightings.add(entity, token.start, token.end)

    def referents(self, attribution: Attribution, phrases: Sequence[Phrase]) -> list[Referent]:
        """Those whom a source means, one for each of its parts."""
        if not phrases:
            return [self._going_on(attribution)]
        return [self._noted(self._referent(phrase), phrase) for phrase in phrases]

    def _noted(self, referent: Referent, phrase: Phrase) -> Referent:
        """A source is a mention too: whom “she” meant is nearer for the next one."""
        if referent.entity is not None and phrase.sort in {"personal", "plural", "description"}:
            self._sightings.add(referent.entity, phrase.start, phrase.end)
        return referent

    def joint(self, referents: Sequence[Referent]) -> Entity:
        """The one entity for those who speak together."""
        parts = tuple(r.entity for r in referents if r.entity is not None)
        if len(parts) == 1:
            return parts[0]
        key = tuple(id(part) for part in parts)
        if key not in self._joints:
            self._joints[key] = Entity(parts[0].kind, (), is_plural=True, parts=parts)
        return self._joints[key]

    def _referent(self, phrase: Phrase) -> Referent:
        match phrase.sort:
            case "name":
                return self._named(phrase)
            case "personal":
                return self._personal(phrase.head, phrase.start)
            case "plural":
                return self._plural(phrase)
            case "relative":
                return self._relative(phrase.head, phrase.start)
            case "first":
                return self._first_person(phrase)
            case "description":
                return self._description(phrase)
            case _:
                return _NOBODY

    def _query(self, position: int, word: str) -> Query:
        return Query(position, word, self._sightings, self._discourse)

    def _named(self, phrase: Phrase) -> Referent:
        entity, mention = phrase.entity, phrase.mention
        assert entity is not None
        assert mention is not None
        if phrase.role and entity.kind == "person":
            head = role_head(phrase.role)
            if head:
                entity.add_role(" ".join(phrase.role.split()), head)
        features: Features = {f"a_{'place' if entity.is_place else entity.kind}": 1.0}
        if len(entity.words) > 1:
            features["full_name_known"] = 1.0
        if len(mention.words) > 1:
            features["full_name"] = 1.0
        if mention.title:
            features["titled"] = 1.0
        if len(entity.mentions) > 1:
            features["named_again"] = 1.0
        if phrase.role:
            features["has_words_before"] = 1.0
        if mention.is_possessive:
            features["possessive"] = 1.0
        if self._bearers[entity.key[-1]] > 1 and len(mention.words) == 1:
            features["shares_surname"] = 1.0
        taken, confidence = self._chooser.choose("name", [(entity, features), (None, {})], nobody=False)
        return Referent(taken, confidence)

    def _personal(self, word: str, position: int) -> Referent:
        query = self._query(position, word)
        seen = self._sightings.before(position, _ONE)
        candidates: list[tuple[Entity | None, Features]] = [
            (s.entity, person_features(query, s)) for s in seen if not s.entity.is_plural
        ]
        compare(candidates)
        candidates.append((None, {"nobody": 1.0}))
        entity, confidence = self._chooser.choose("personal", candidates)
        if entity is not None:
            entity.note_gender("m" if word in source_words("he") else "f", 0.5 * confidence)
        return Referent(entity, confidence)

    def _plural(self, phrase: Phrase) -> Referent:
        query = self._query(phrase.start, phrase.head)
        candidates: list[tuple[Entity | None, Features]] = [
            (s.entity, plural_features(query, s))
            for s in self._sightings.before(phrase.start, _ANY, farthest=5)
            if s.entity.kind != "person" or s.entity.is_plural
        ]
        compare(candidates)
        candidates.append((None, {"nobody": 1.0, f"nobody_{phrase.head}": 1.0}))
        return Referent(*self._chooser.choose("plural", candidates))

    def _relative(self, word: str, position: int) -> Referent:
        query = self._query(position, word)
        candidates: list[tuple[Entity | None, Features]] = []
        wanted = _HUMAN if word in source_words("who") else _ANY
        for seen in self._sightings.before(position, wanted, farthest=0)[:6]:
            gap = self._text[seen.mention.end : position]
            candidates.append((seen.entity, relative_features(query, seen, gap)))
        candidates.append((None, {"nobody": 1.0, f"nobody_{word}": 1.0}))
        return Referent(*self._chooser.choose("relative", candidates, nobody=word not in source_words("who")))

    def _first_person(self, phrase: Phrase) -> Referent:
        """“I” is whose words stand around it, outside all quotations the author."""
        around = self._discourse.around(phrase.start)
        if around is not None:
            return Referent(around, 0.85)
        if phrase.head in source_words("i"):
            return Referent(self._author, 0.7)
        return _NOBODY

    def _description(self, phrase: Phrase) -> Referent:
        owner = self._owner(phrase)
        query = self._query(phrase.start, phrase.head)
        itself = self._itself(phrase, owner)
        inside = {id(entity) for _, entity in self._cast.at(phrase.start, phrase.end)}
        candidates: list[tuple[Entity | None, Features]] = [
            (entity, features)
            for entity, features in described_candidates(query, phrase)
            if entity is not itself and entity is not owner and id(entity) not in inside
        ]
        if owner is not None:
            word = "own_words" if phrase.head in word_set("own_words") else "other_noun"
            candidates.append((owner, {"owner": 1.0, f"owner_{word}": 1.0}))
        candidates.append((itself, itself_features(query, phrase)))
        candidates.append((None, {"nobody": 1.0, f"nobody_{kind_of(phrase.head, phrase.is_plural)}": 1.0}))
        entity, confidence = self._chooser.choose("description", candidates, nobody=True)
        return Referent(entity, confidence)

    def _itself(self, phrase: Phrase, owner: Entity | None) -> Entity:
        words = phrase.words
        if isinstance(phrase.owner, str) and phrase.opener:
            rest = words.split(None, 1)[-1]
            words = f"{self._possessive(owner)} {rest}" if owner is not None and owner.is_named else rest
        kind = kind_of(phrase.head, phrase.is_plural)
        return self._sightings.described_as(words, phrase.head, kind, phrase.is_plural)

    def _possessive(self, owner: Entity) -> str:
        """“Silva's” as the article itself would write it; the full name where two share it."""
        name = owner.name
        if owner.kind == "person" and owner.is_named and not owner.parts:
            name = owner.words[-1] if self._bearers[owner.key[-1]] <= 1 else name
        if name not in self._possessives:
            self._possessives[name] = possessive_in(self._text, name)
        return self._possessives[name]

    def _owner(self, phrase: Phrase) -> Entity | None:
        """Whose lawyer “his lawyer” is."""
        with self._chooser.unwatched():
            return self._owned_by(phrase)

    def _owned_by(self, phrase: Phrase) -> Entity | None:
        if not isinstance(phrase.owner, str):
            return phrase.owner
        if phrase.owner in source_words("personal"):
            return self._personal(phrase.owner, phrase.start).entity
        if phrase.owner == "whose":
            return self._relative("whose", phrase.start).entity
        if phrase.owner in source_words("owner_of_words"):
            return self._discourse.around(phrase.start)
        word = Phrase("plural", phrase.start, phrase.start + 1, head=phrase.owner)
        return self._plural(word).entity

    def _going_on(self, attribution: Attribution) -> Referent:
        """A quotation without a source goes on with the speaker before it, or nobody knows whose it is."""
        position = attribution.content[0].start
        query = self._query(position, "")
        last = self._discourse.last()
        if (
            last is not None
            and not attribution.cue
            and self._goes_on(position, query.paragraph - last.paragraph)
        ):
            return Referent(last.entity, _SURE_TO_GO_ON)
        seen = self._sightings.before(position, _ANY, farthest=1)[:6]
        candidates = going_on_candidates(query, last, seen, self._text, has_cue=bool(attribution.cue))
        return Referent(*self._chooser.choose("empty", candidates))

    def _goes_on(self, position: int, paragraphs: int) -> bool:
        """Whether a whole quoted sentence follows a quotation in its own or the next paragraph."""
        at = self._document.sentence_at(position)
        opens = at >= 0 and position - self._document.sentence_starts[at] <= 1
        return opens and 0 <= paragraphs <= 1 and self._sightings.is_quoted(position)
