"""Who is meant by “he”, “she” or “who”?

Every person named so far is a candidate, described by few features (how far
back, in which place of the sentence, gender, whether it just spoke); a linear
score with weights fitted in `training/speakers.py` chooses, and the share of
the winner among all candidates is the confidence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from analysis.speakers.entities import Entity
from analysis.speakers.layout import Layout
from analysis.speakers.mentions import Mention
from analysis.speakers.weights import weights

GENDER: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}
FIRST = frozenset({"i", "me", "my", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ourselves"})
SECOND = frozenset({"you", "your"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
ALL = frozenset(GENDER) | FIRST | FIRST_PLURAL | SECOND | PLURAL | NEUTER | RELATIVE


@dataclass(frozen=True, slots=True)
class Context:
    """Where a pronoun stands and what is known there.

    ``last`` is the entity that spoke last before it, ``before_last`` the other
    one before; ``content`` is what the pronoun's quotation says.
    """

    position: int
    gender: str | None
    last: int | None
    before_last: int | None
    content: str
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity chosen, and how sure that is."""

    entity: Entity
    confidence: float


Features = dict[str, float]


def choose(entities: Sequence[Entity], context: Context, layout: Layout) -> Choice | None:
    """The best candidate; None where nobody has been named."""
    scored = [(score(found), entity) for entity, found in candidates(entities, context, layout)]
    if not scored:
        return None
    top, entity = max(scored, key=lambda pair: (pair[0], -pair[1].number))
    return Choice(entity, 1.0 / sum(exp(value - top) for value, _ in scored))


def score(found: Features) -> float:
    """The weighted sum of the features."""
    known = weights("pronoun")
    return sum(known.get(name, 0.0) * value for name, value in found.items())


def candidates(
    entities: Sequence[Entity], context: Context, layout: Layout
) -> list[tuple[Entity, Features]]:
    """All persons named before the pronoun that it may mean, with their features."""
    people = []
    for entity in entities:
        if entity.is_person and not (context.gender and entity.gender and entity.gender != context.gender):
            number = bisect_left(entity.starts, context.position)
            if number or entity.number == context.last:
                people.append((entity, entity.mentions[number - 1] if number else entity.mentions[0], number))
    people.sort(key=lambda found: -found[1].start)
    return [
        (entity, features(entity, mention, number, rank, context, layout))
        for rank, (entity, mention, number) in enumerate(people)
    ]


def features(
    entity: Entity, mention: Mention, number: int, rank: int, context: Context, layout: Layout
) -> Features:
    """What speaks for and against one candidate."""
    here = layout.sentence(context.position)
    there = layout.sentence(mention.start)
    near = min(max(here - there, 0), 8)
    lean = entity.lean if context.gender == "m" else -entity.lean
    return {
        "same_sentence": float(near == 0),
        "previous_sentence": float(near == 1),
        "sentences_back": log(1 + near),
        "same_paragraph": float(layout.paragraph(mention.start) == layout.paragraph(context.position)),
        "rank": float(min(rank, 4)),
        "nearest": float(rank == 0),
        "spoke_last": float(entity.number == context.last),
        "spoke_before_last": float(entity.number == context.before_last),
        "is_subject": float(is_subject(mention, layout)),
        "is_possessive": float(mention.possessive),
        "is_quoted": float(layout.is_quoted(mention.start)),
        "times_named": log(1 + number),
        "gender_known": float(bool(context.gender and entity.gender)),
        "gender_lean": max(-2.0, min(2.0, lean)) if context.gender and not entity.gender else 0.0,
        "signs": float(entity.signs > 0),
        "in_title": float(entity.in_title),
        "in_content": float(entity.key[-1] in context.content),
        "role_match": float(bool(context.roles & entity.role_words)),
    }


_PREPOSITIONS = frozenset("in on at of for with to from by about against between over under than like via as toward".split())


def is_subject(mention: Mention, layout: Layout) -> bool:
    """Whether a mention opens its sentence's clause: no preposition before, no possessive."""
    if mention.possessive:
        return False
    before = layout.text[max(0, mention.first_character - 14) : mention.first_character].split()
    return not before or before[-1].lower() not in _PREPOSITIONS
