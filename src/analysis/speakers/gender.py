"""Is somebody a man or a woman, as far as the text itself tells?

Every “he” and “she” means one of the persons named shortly before. Who, is
weighed again and again with what is known so far (titles, roles, the other
pronouns), so that one “she” beside two names settles on the one that other
sentences call so. What stands in quotation marks is left out: there “he” is
somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.speakers.cast import Cast
from analysis.speakers.entities import Entity
from analysis.speakers.lists import source_words
from analysis.text import Document

_ROUNDS = 3
_UNKNOWN = 0.5

Clue = tuple[bool, tuple[tuple[Entity, float], ...]]
"""Whether a pronoun is male, and whom it may mean with which weight."""


def learn_gender(document: Document, cast: Cast) -> None:
    """Note for every person what the pronouns after the name say."""
    clues = _clues(document, cast)
    known = {id(e): (e.males, e.females) for _, people in clues for e, _ in people}
    for _ in range(_ROUNDS):
        votes: dict[int, list[float]] = {}
        for is_male, people in clues:
            weights = [weight * _fit(entity, is_male) for entity, weight in people]
            total = sum(weights) + 0.1
            for (entity, _), weight in zip(people, weights, strict=True):
                votes.setdefault(id(entity), [0.0, 0.0])[0 if is_male else 1] += weight / total
        for entity in {id(e): e for _, people in clues for e, _ in people}.values():
            males, females = known[id(entity)]
            more_males, more_females = votes[id(entity)]
            entity.males, entity.females = males + more_males, females + more_females


def _fit(entity: Entity, is_male: bool) -> float:
    """How well a pronoun goes with what is known so far, from 0 to 1."""
    ours, others = entity.males, entity.females
    if not is_male:
        ours, others = others, ours
    return (ours + _UNKNOWN) / (ours + others + 2 * _UNKNOWN)


def _clues(document: Document, cast: Cast) -> list[Clue]:
    gendered = source_words("he") | source_words("she")
    pronouns = [token for token in document.tokens if token.lower in gendered]
    if not pronouns:
        return []
    is_quoted = document.quoted.hold
    named: dict[int, list[tuple[int, Entity]]] = {}
    for mention, entity in zip(cast.mentions, cast.owner, strict=True):
        if entity.kind == "person" and not is_quoted(mention.start):
            named.setdefault(mention.sentence, []).append((mention.start, entity))
    clues: list[Clue] = []
    for token in pronouns:
        if is_quoted(token.start):
            continue
        at = document.sentence_at(token.start)
        here = [entity for start, entity in named.get(at, ()) if start < token.start]
        people = _weighed(here, 1.0) or _weighed([entity for _, entity in named.get(at - 1, ())], 0.6)
        if people:
            clues.append((token.lower in source_words("he"), people))
    return clues


def _weighed(people: Sequence[Entity], weight: float) -> tuple[tuple[Entity, float], ...]:
    """Each person once; the first, mostly the subject, counts most."""
    once = list({id(entity): entity for entity in people}.values())
    return tuple((entity, weight if i == 0 else 0.6 * weight) for i, entity in enumerate(once[:4]))
