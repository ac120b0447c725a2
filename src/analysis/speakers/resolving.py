"""Source words → speaker.

Names, pronouns, descriptions and sources left out are told apart here and
handed to the file that knows them; each answer carries how sure it is.
Nobody is guessed: where no candidate fits, the speaker is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Attribution, Kind, Span, Speaker
from analysis.speakers import lists
from analysis.speakers.descriptions import (
    first_description,
    head_of,
    kind_of,
    person_with_role,
    without_article,
)
from analysis.speakers.mentions import Mention
from analysis.speakers.people import Cast, Entity, cast_of
from analysis.speakers.pronouns import PronounResolver
from analysis.text import Document


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited with one attribution; speaker and kind are None together."""

    speaker: str | None
    kind: Kind | None
    role: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speakers of an article, and one credit for each attribution, in order."""

    speakers: tuple[Speaker, ...]
    credits: tuple[Credit, ...]


def resolve(
    document: Document,
    attributions: Sequence[Attribution],
    *,
    title: str | None = None,
    authors: Sequence[str] = (),
) -> Resolution:
    """Name the speaker of every attribution.

    Args:
        document: The parsed text.
        attributions: What an engine found, in text order.
        title: The headline, if known; this resolver does not read it.
        authors: Who wrote the article; “I” outside quotations is theirs.

    Returns:
        One credit an attribution, and each speaker once, in order of first words.
    """
    resolver = _Resolver(document, cast_of(document), authors)
    credits = tuple(resolver.credit(attribution) for attribution in attributions)
    return Resolution(resolver.speakers(credits), credits)


_NOBODY = Credit(None, None, None, 0.5)
_PERSONAL = frozenset({"he", "she", "his", "her", "him", "hers"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_INNER_PREPOSITION = re.compile(
    r"\s(?:for|of|to|with|from|at|in|by|on|near|against|behind)\s(?:the\s|its\s|his\s|her\s|their\s)?$"
)
_JOINT = re.compile(r",?\s(?:and|&)\s", re.IGNORECASE)


class _Resolver:
    """Goes through the attributions of one article in order."""

    def __init__(self, document: Document, cast: Cast, authors: Sequence[str]) -> None:
        self._text = document.text
        self._cast = cast
        self._authors = authors
        self._pronouns = PronounResolver(document, cast)
        self._last: tuple[Credit, int] | None = None
        self._last_person: Entity | None = None
        self._last_body: Credit | None = None
        self._spoken: list[tuple[Span, Credit]] = []
        self._forms: dict[str, list[str]] = {}
        self._breaks = [p.span.start for p in document.paragraphs]

    def credit(self, attribution: Attribution) -> Credit:
        """Who said this."""
        found = self._of_source(attribution)
        if attribution.source and found.speaker:
            form = attribution.source[0].of(self._text)
            self._forms.setdefault(found.speaker, []).append(form)
        if found.kind in {"organization", "group", "document", "unnamed"}:
            self._last_body = found
        if attribution.act == "statement" or self._last is None:
            self._last = (found, attribution.content[-1].end)
            self._spoken.extend((piece, found) for piece in attribution.content)
        return found

    def _of_source(self, attribution: Attribution) -> Credit:
        if not attribution.source:
            return self._going_on(attribution)
        span = attribution.source[0]
        words = " ".join(span.of(self._text).split())
        lower = words.lower()
        if lower in _PERSONAL:
            return self._personal(lower, span.start)
        if lower in _FIRST:
            return self._first_person(span)
        if lower in _RELATIVE:
            return self._relative(span)
        if lower in {"they", "it", "their", "its"}:
            return self._last_body or self._nearest_body(span.start)
        if lower == "you":
            return _NOBODY
        return self._named(span) or self._described(words, span)

    def _going_on(self, attribution: Attribution) -> Credit:
        """A quotation without a source goes on with the speaker of the paragraph before, if close."""
        if self._last is None or self._last[0].speaker is None:
            return _NOBODY
        between = [start for start in self._breaks if self._last[1] < start <= attribution.content[0].start]
        credit = self._last[0]
        if len(between) > 1:
            return _NOBODY
        return Credit(credit.speaker, credit.kind, credit.role, min(credit.confidence, 0.7))

    def _personal(self, pronoun: str, position: int) -> Credit:
        entity = self._pronouns.person(pronoun, position, self._last_person)
        if entity is None:
            last = self._last[0] if self._last else None
            return last if last and last.kind == "unnamed" else _NOBODY
        return self._entity(entity, 0.8)

    def _first_person(self, span: Span) -> Credit:
        for piece, credit in reversed(self._spoken):
            if piece.start <= span.start < piece.end:
                return credit
        return Credit(self._authors[0], "person", None, 0.6) if self._authors else _NOBODY

    def _relative(self, span: Span) -> Credit:
        """“who” is the name or noun just before it."""
        before = self._cast.at(max(0, span.start - 80), span.start)
        if before:
            mention, entity = before[-1]
            gap = self._text[mention.end : span.start]
            if len(gap) <= 3 or (gap.startswith(",") and len(gap) < 40):
                return self._entity(entity, 0.85)
        phrase = re.split(r"[,.;:“”\"—]", self._text[max(0, span.start - 60) : span.start].rstrip(" ,"))[
            -1
        ].split()
        noun = " ".join(phrase[-3:])
        return Credit(without_article(noun), kind_of(noun), None, 0.5) if noun else _NOBODY

    def _named(self, span: Span) -> Credit | None:
        found = self._cast.at(span.start, span.end)
        found = [(m, e) for m, e in found if not m.possessive and not self._hangs_on(span, m)]
        if not found:
            return None
        first, entity = found[0]
        if len(found) > 1 and _JOINT.fullmatch(self._text[found[0][0].end : found[1][0].first_character]):
            joint = [entity, found[1][1]]
            return Credit(" & ".join(e.name for e in joint), self._kind(entity), None, 0.85)
        known = entity.is_full or first.title or len(entity.mentions) > 1
        return self._entity(entity, 0.97 if known else 0.85)

    def _hangs_on(self, span: Span, mention: Mention) -> bool:
        """Whether a name only belongs to a description (“a spokesman for | Silva”, “the Silva campaign”)."""
        before = self._text[span.start : mention.first_character]
        if _INNER_PREPOSITION.search(before):
            return True
        after = self._text[mention.end : span.end]
        match = re.match(r"\s([a-z][\w’'-]+)", after)
        return bool(match) and mention.shape != "person" and self._is_noun(match[1] if match else "")

    def _is_noun(self, word: str) -> bool:
        return word not in {
            "and",
            "or",
            "of",
            "for",
            "who",
            "in",
            "at",
            "from",
            "with",
            "the",
            "a",
            "an",
            "as",
        }

    def _described(self, words: str, span: Span) -> Credit:
        definite = words.lower().startswith(("the ", "this ", "that "))
        if definite:
            person = person_with_role(words, self._cast, span.start)
            if person is not None:
                return self._entity(person, 0.8)
        name = without_article(words)
        if definite and len(name.split()) == 1:
            name = first_description(head_of(words), self._text, span.start) or name
        kind = kind_of(name)
        return Credit(name, kind, None, 0.8 if kind != "organization" else 0.7)

    def _nearest_body(self, position: int) -> Credit:
        before = [e for m, e in self._cast.at(max(0, position - 400), position) if e.kind != "person"]
        return self._entity(before[-1], 0.6) if before else _NOBODY

    def _kind(self, entity: Entity) -> Kind:
        if entity.kind == "person":
            return "person"
        last = entity.keys[-1]
        if last in lists.people_nouns():
            return "group"
        return "document" if last in lists.document_nouns() else "organization"

    def _entity(self, entity: Entity, confidence: float) -> Credit:
        kind = self._kind(entity)
        if kind == "person":
            self._last_person = entity
        role = max(entity.roles, key=len, default=None)
        name = entity.name.removeprefix("The ").removeprefix("the ")
        return Credit(name, kind, " ".join(role.split()) if role else None, confidence)

    def speakers(self, credits: Sequence[Credit]) -> tuple[Speaker, ...]:
        """Each speaker once, with the forms of the name that the article uses."""
        forms = {
            e.name: [self._text[m.first_character : m.end] for m in e.mentions] for e in self._cast.entities
        }
        made: dict[str, Speaker] = {}
        for credit in credits:
            if credit.speaker is None or credit.kind is None or credit.speaker in made:
                continue
            seen = forms.get(credit.speaker, []) + self._forms.get(credit.speaker, [])
            aliases = dict.fromkeys(" ".join(form.split()) for form in seen)
            made[credit.speaker] = Speaker(credit.speaker, credit.kind, credit.role, tuple(aliases))
        return tuple(made.values())
