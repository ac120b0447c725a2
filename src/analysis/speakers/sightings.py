"""Find who stands where in an article, named or described.

Names and descriptions in one list by position, so that the candidates for
“she” or “the agency” are those seen shortly before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.model import Attribution, Kind
from analysis.quotes.grammar import words_of
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.cast import Cast
from analysis.speakers.chunks import Chunk, Chunks
from analysis.speakers.entities import Entity
from analysis.speakers.lists import either
from analysis.speakers.names import Mention
from analysis.speakers.phrases import Phrase
from analysis.text import Document
from analysis.text.stretches import Stretches

_FARTHEST = 14
_FARTHEST_DESCRIBED = 4
_MOST = 12
_NEAR = 3
_TAIL = re.compile(rf"\s(?:{either('tail_opener')})\b[^,.;:()“”\"—–?!\n]{{2,90}}")
_LONGEST_TAIL = 9
_NEXT_WORD = re.compile(r"\s([^\W\d_][\w’'-]*)")


@dataclass(slots=True)
class Sighting:
    """A candidate where it was last seen before a position; ``rank`` 0 is the nearest."""

    entity: Entity
    mention: Mention
    rank: int
    distance: int
    count: int


class Sightings:
    """All names and descriptions of one article by position."""

    def __init__(
        self,
        document: Document,
        cast: Cast,
        chunks: Chunks,
        described: Mapping[int, Phrase],
        attributions: Sequence[Attribution],
    ) -> None:
        self.document = document
        self._text = document.text
        self._sources = Stretches(span for one in attributions for span in one.source)
        self._told = Stretches(span for one in attributions for span in one.content)
        self.described: dict[str, Entity] = {}
        self._last_with: dict[str, Entity] = {}
        self._known_by: dict[str, list[Entity]] = {}
        for entity in cast.entities:
            for word in entity.role_heads | (set() if entity.kind == "person" else set(entity.key)):
                self._known_by.setdefault(word, []).append(entity)
        self._first_chunk: dict[int, Chunk] = {}
        pairs = list(zip(cast.mentions, cast.owner, strict=True))
        pairs += self._joint(cast)
        named = set(cast.starts)
        for chunk in chunks.all:
            if chunk.start in named or self._is_part_of_name(cast, chunk):
                continue
            pairs.append(self._described(chunk, described.get(chunk.start)))
        pairs.sort(key=lambda pair: (pair[0].start, -pair[0].end))
        self._mentions = [mention for mention, _ in pairs]
        self._owner = [entity for _, entity in pairs]
        self._starts = [mention.start for mention in self._mentions]

    def _is_part_of_name(self, cast: Cast, chunk: Chunk) -> bool:
        at = bisect_right(cast.starts, chunk.end) - 1
        return at >= 0 and cast.mentions[at].end >= chunk.end and cast.mentions[at].first <= chunk.end

    def _joint(self, cast: Cast) -> list[tuple[Mention, Entity]]:
        """“Ana Silva and Joe Park” may be “they” later."""
        found: list[tuple[Mention, Entity]] = []
        made: dict[tuple[int, int], Entity] = {}
        for i in range(len(cast.mentions) - 1):
            left, right = cast.mentions[i], cast.mentions[i + 1]
            a, b = cast.owner[i], cast.owner[i + 1]
            if a is b or a.kind != b.kind or a.is_place or right.is_possessive or left.is_possessive:
                continue
            if self._text[left.end : right.first] not in {" and ", " & "}:
                continue
            key = (id(a), id(b))
            if key not in made:
                made[key] = Entity(a.kind, (), is_plural=True, parts=(a, b))
            mention = Mention(left.first, right.end, (), left.shape, first=left.first, sentence=left.sentence)
            made[key].mentions.append(mention)
            found.append((mention, made[key]))
        return found

    def _described(self, chunk: Chunk, source: Phrase | None) -> tuple[Mention, Entity]:
        sentence = self.document.sentence_at(chunk.start)
        mention = Mention(chunk.start, chunk.end, (), "word", first=chunk.start, sentence=sentence)
        if chunk.entity is not None:
            return mention, chunk.entity
        known = self._known(chunk) if chunk.is_definite and " " not in chunk.words else None
        if known is not None:
            entity = known
        elif source is not None and source.owner is None:
            entity = self.described_as(source.words, source.head, chunk.kind, source.is_plural)
        else:
            entity = self.described_as(chunk.words, chunk.head, chunk.kind, chunk.is_plural, kept=False)
            self._first_chunk.setdefault(id(entity), chunk)
        if known is None:
            self._last_with[chunk.head] = entity
        insort(entity.mentions, mention, key=_start)
        return mention, entity

    def _known(self, chunk: Chunk) -> Entity | None:
        """Whom “the mayor” or “the association” means when only one can be meant."""
        only = self.only_bearer(chunk.head, chunk.start)
        if only is not None or any(
            e.mentions[0].start < chunk.start for e in self._known_by.get(chunk.head, ())
        ):
            return only
        return self._last_with.get(chunk.head)

    def only_bearer(self, noun: str, position: int) -> Entity | None:
        """The one named entity before a position that has a role or name with this noun."""
        named = [e for e in self._known_by.get(noun, ()) if e.mentions[0].start < position]
        return named[0] if len(named) == 1 else None

    def known_by(self, word: str, position: int) -> list[Sighting]:
        """The named entities that have a role or name with this word and stand before a position."""
        here = self.document.sentence_at(position)
        found = []
        for entity in self._known_by.get(word, ()):
            mention = entity.last_before(position)
            if mention is not None:
                distance = here - mention.sentence
                found.append(Sighting(entity, mention, _MOST, distance, entity.count_before(position)))
        return found

    def described_as(
        self, words: str, head: str, kind: Kind, is_plural: bool, *, kept: bool = True
    ) -> Entity:
        """The entity that these words describe; the same words always give the same.

        ``kept`` words are a source's own; others get what hangs on their noun
        when a later “the report” means them.
        """
        key = words.lower() if kept else f"{words.lower()} …"
        if key not in self.described:
            entity = Entity(kind, (words,), is_named=False, is_plural=is_plural, head=head)
            entity.note_gender(lists.person_roles().get(head), 2.0)
            entity.role_words = set(words.lower().split())
            entity.role_heads.add(head)
            self.described[key] = entity
        return self.described[key]

    def full_name(self, entity: Entity) -> str:
        """The words of a description at its first mention, with what hangs on its noun."""
        chunk = self._first_chunk.get(id(entity))
        if chunk is None:
            return entity.name
        tail = _TAIL.match(self._text, chunk.end)
        if tail is None:
            return entity.name
        words = tail.group().split()
        stops = word_set("past_forms") | words_of("auxiliary", "pronoun")
        cut = next((i for i, word in enumerate(words) if i and word.lower() in stops), len(words))
        kept = words[: min(cut, _LONGEST_TAIL)]
        while kept and kept[-1].lower() in words_of("preposition", "determiner"):
            kept.pop()
        return f"{entity.name} {' '.join(kept)}" if len(kept) > 1 else entity.name

    def add(self, entity: Entity, start: int, end: int) -> None:
        """Note that a source (a pronoun, a description) means an entity."""
        at = bisect_left(self._starts, start)
        if any(
            self._owner[i] is entity
            for i in range(at, min(at + 2, len(self._starts)))
            if self._starts[i] == start
        ):
            return
        mention = Mention(start, end, (), "word", first=start, sentence=self.document.sentence_at(start))
        self._starts.insert(at, start)
        self._mentions.insert(at, mention)
        self._owner.insert(at, entity)
        insort(entity.mentions, mention, key=_start)

    def before(self, position: int, wanted: frozenset[str], *, farthest: int = _FARTHEST) -> list[Sighting]:
        """Those of the kinds wanted that were seen before a position, the nearest first.

        Outside quotation marks, where somebody was named in the reporter's own
        words counts more than where another speaker named them.
        """
        here = self.document.sentence_at(position)
        found: list[Sighting] = []
        seen: set[int] = set()
        is_own = not self.is_quoted(position)
        index = bisect_left(self._starts, position) - 1
        while index >= 0 and len(found) < _MOST:
            mention, entity = self._mentions[index], self._owner[index]
            index -= 1
            distance = here - mention.sentence
            if distance > farthest:
                break
            if entity.kind not in wanted or id(entity) in seen or mention.end > position:
                continue
            if distance > _FARTHEST_DESCRIBED and not entity.is_named and farthest == _FARTHEST:
                continue
            seen.add(id(entity))
            count = entity.count_before(position)
            found.append(Sighting(entity, mention, len(found), distance, count))
            if is_own and self.is_quoted(mention.start):
                own = self._own_mention(entity, mention, here - farthest)
                if own is not None:
                    found[-1].mention, found[-1].distance = own, here - own.sentence
        return found

    def _own_mention(self, entity: Entity, quoted: Mention, earliest: int) -> Mention | None:
        """The nearest mention before a quoted one that the reporter makes, if it is near enough."""
        at = bisect_left(entity.mentions, quoted.start, key=_start) - 1
        while at >= 0 and entity.mentions[at].sentence >= max(earliest, quoted.sentence - _NEAR):
            if not self.is_quoted(entity.mentions[at].start):
                return entity.mentions[at]
            at -= 1
        return None

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands in quotation marks."""
        return self.document.quoted.hold(position)

    def is_source(self, position: int) -> bool:
        """Whether a position stands in the source of a quotation."""
        return self._sources.hold(position)

    def is_told(self, position: int) -> bool:
        """Whether a position stands in what somebody says, in marks or not."""
        return self._told.hold(position)

    def follows_marks(self, position: int) -> bool:
        """Whether a quotation ends right before a position: “…,” | she said."""
        marked = self.document.marked
        at = bisect_right(marked, position, key=lambda one: one.span.start) - 1
        return at >= 0 and 0 <= position - marked[at].span.end <= 2

    def opens(self, mention: Mention) -> bool:
        """Whether a mention stands at the beginning of its sentence."""
        start = self.document.sentence_starts[mention.sentence] if mention.sentence >= 0 else 0
        return 0 <= mention.first - start <= 5

    def next_word(self, mention: Mention) -> str:
        """The word behind a mention, empty where a mark or the end follows."""
        match = _NEXT_WORD.match(self._text, mention.end + 2 * mention.is_possessive)
        return match[1] if match else ""

    def word_before(self, mention: Mention) -> str:
        """The word before a mention in lower case, empty where a mark stands there."""
        at = bisect_left(self.document.token_starts, mention.first) - 1
        if at < 0:
            return ""
        token = self.document.tokens[at]
        return token.lower if mention.first - token.end <= 1 else ""


def _start(mention: Mention) -> int:
    return mention.start
