"""Resolve the words of sources to speakers.

The phrase that names a source is taken apart (`analysis.speakers.phrases`);
names are looked up, and for pronouns, descriptions and sources left out the
likeliest candidate is taken (`analysis.speakers.choosing`). Nobody is guessed:
where no candidate is good enough, the speaker is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from analysis.model import Attribution, Kind, Speaker
from analysis.speakers.answers import Answers, Referent
from analysis.speakers.cast import cast_of
from analysis.speakers.choosing import Choice, Chooser, Weights, shipped_weights
from analysis.speakers.chunks import Chunks
from analysis.speakers.discourse import Discourse
from analysis.speakers.entities import Entity
from analysis.speakers.phrases import Phrase, phrases_of
from analysis.speakers.sightings import Sightings
from analysis.speakers.traits import learn_gender, learn_roles
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
    weights: Mapping[str, Weights] | None = None,
    watch: Callable[[Choice], None] | None = None,
) -> Resolution:
    """Name the speaker of every attribution.

    Args:
        document: The parsed text.
        attributions: What an engine found, in text order.
        title: The headline, if known; whom it names is likelier to be meant.
        authors: Who wrote the article; “I” outside quotations is theirs.
        weights: By route, instead of those in the package.
        watch: Called with every choice among candidates, for training.

    Returns:
        One credit an attribution, and each speaker once, in order of first words.
        The confidence is the share of such credits that were right on marked
        articles.
    """
    if not attributions:
        return Resolution((), ())
    cast = cast_of(document, title)
    chunks = Chunks(document)
    learn_roles(document, cast, chunks)
    learn_gender(document, cast)
    sources = [phrases_of(document.text, attribution.source, cast) for attribution in attributions]
    described = {p.start: p for phrases in sources for p in phrases if p.sort == "description"}
    sightings = Sightings(document, cast, chunks, described, attributions)
    discourse = Discourse()
    chooser = Chooser(shipped_weights() if weights is None else weights, sightings.full_name, watch)
    pronouns = {p.start for phrases in sources for p in phrases if p.sort == "personal"}
    answers = Answers(document, cast, sightings, discourse, chooser, author_of(document, authors), pronouns)
    credits: list[Credit] = []
    speakers: dict[str, Speaker] = {}
    for number, (attribution, phrases) in enumerate(zip(attributions, sources, strict=True)):
        chooser.number = number
        answers.read_on((attribution.source or attribution.content)[0].start)
        referents = [r for r in answers.referents(attribution, phrases) if r.entity is not None]
        credit = _credit(referents, sightings)
        credits.append(credit)
        if credit.speaker is not None and credit.kind is not None:
            discourse.add(
                attribution.content,
                answers.joint(referents),
                _pronoun(phrases),
                sightings.document.paragraph_at(attribution.content[-1].end - 1),
            )
            if credit.speaker not in speakers:
                forms = _forms(referents, credit.speaker, document.text)
                speakers[credit.speaker] = Speaker(credit.speaker, credit.kind, credit.role, forms)
    return Resolution(tuple(speakers.values()), tuple(credits))


def _pronoun(phrases: Sequence[Phrase]) -> str:
    return phrases[0].head if len(phrases) == 1 and phrases[0].sort in {"personal", "plural"} else ""


def _credit(referents: Sequence[Referent], sightings: Sightings) -> Credit:
    """One credit for all whom the source names; two of them are joined in text order."""
    named = {sightings.full_name(r.entity): r for r in referents if r.entity is not None}
    if not named:
        return Credit(None, None, None, 0.5)
    confidence = round(min(r.confidence for r in named.values()), 3)
    first = next(iter(named.values())).entity
    assert first is not None
    role = _role(first) if len(named) == 1 else None
    return Credit(" & ".join(named), first.kind, role, confidence)


def _role(entity: Entity) -> str | None:
    roles = [role for role in entity.roles if len(role.split()) <= 10]
    return max(roles, key=len, default=None)


def _forms(referents: Sequence[Referent], name: str, text: str) -> tuple[str, ...]:
    """The forms of the name that the article uses; pronouns are none."""
    if len(referents) != 1 or referents[0].entity is None or not referents[0].entity.is_named:
        return (name,)
    entity = referents[0].entity
    forms = [f"{text[m.start : m.end]}" for m in entity.mentions if m.words]
    return tuple(dict.fromkeys(" ".join(form.split()) for form in [*forms, name]))


_BYLINE = re.compile(r"^\W*by\s+(?P<name>[^\d,|@]{4,60}?)(?:\s*[,|(]|\sand\s|$)", re.IGNORECASE)


def author_of(document: Document, authors: Sequence[str]) -> Entity:
    """Who wrote the article: as given, else by its byline, else unnamed."""
    name = authors[0] if authors else ""
    if not name:
        for paragraph in document.paragraphs:
            match = _BYLINE.match(paragraph.span.of(document.text)) if paragraph.role != "body" else None
            if match:
                name = match["name"].strip()
                break
    if name:
        return Entity("person", tuple(name.split()), key=tuple(name.casefold().split()))
    return Entity("unnamed", ("author",), is_named=False, head="author")
