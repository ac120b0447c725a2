"""Who is “she”?

Every person named before the pronoun is weighed by few, named things: how
many sentences lie between, whether the name opens its sentence, whether its
bearer has just spoken, whether gender is known to fit. The best is taken.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from analysis.speakers.people import Cast, Entity
from analysis.text import Document

_FAR = 8
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a candidate counts for."""

    distance: float = -0.55
    opens: float = 0.9
    speaks: float = 1.3
    gender: float = 0.9
    inside: float = -1.2
    possessive: float = -0.7
    frequency: float = 0.12


class PronounResolver:
    """Finds the person that a pronoun stands for; built once per article."""

    def __init__(self, document: Document, cast: Cast, weights: Weights | None = None) -> None:
        self._cast = cast
        self._weights = weights or Weights()
        self._starts = [sentence.span.start for sentence in document.sentences]
        self._marked = sorted(marked.span for paragraph in document.paragraphs for marked in paragraph.marked)

    def person(self, pronoun: str, position: int, last_speaker: Entity | None) -> Entity | None:
        """The likeliest person for a pronoun at a position, or None."""
        gender = "m" if pronoun in _MALE else "f" if pronoun in _FEMALE else None
        here = self._sentence(position)
        best: tuple[float, int] | None = None
        chosen: Entity | None = None
        seen: set[int] = set()
        for index in range(len(self._cast.mentions) - 1, -1, -1):
            mention, entity = self._cast.mentions[index], self._cast.owner[index]
            if mention.start >= position or entity.kind != "person":
                continue
            distance = here - self._sentence(mention.start)
            if distance > _FAR:
                break
            if gender and entity.gender not in {None, gender}:
                continue
            score = self._score(index, distance, entity, gender, last_speaker) - 0.4 * (id(entity) in seen)
            seen.add(id(entity))
            if best is None or score > best[0]:
                best, chosen = (score, index), entity
        return chosen

    def _sentence(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _score(
        self, index: int, distance: int, entity: Entity, gender: str | None, last: Entity | None
    ) -> float:
        mention, weights = self._cast.mentions[index], self._weights
        opening = self._starts[self._sentence(mention.start)] if self._starts else 0
        return (
            weights.distance * distance
            + weights.opens * (mention.first_character - opening <= 4)
            + weights.speaks * (entity is last)
            + weights.gender * (gender is not None and entity.gender == gender)
            + weights.inside * self._is_inside(mention.start)
            + weights.possessive * mention.possessive
            + weights.frequency * min(len(entity.mentions), 8)
        )

    def _is_inside(self, position: int) -> bool:
        at = bisect_right(self._marked, position, key=lambda span: span.start) - 1
        return at >= 0 and self._marked[at].end > position
