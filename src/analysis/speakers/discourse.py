"""Remember who has spoken, and whose words stand around a position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Span
from analysis.speakers.entities import Entity

_REMEMBERED = 40


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation whose speaker is settled; ``pronoun`` is its source if that was one."""

    content: tuple[Span, ...]
    entity: Entity
    pronoun: str
    paragraph: int


class Discourse:
    """The settled quotations of an article, the newest last."""

    def __init__(self) -> None:
        self._spoken: list[Spoken] = []

    def add(self, content: Sequence[Span], entity: Entity, pronoun: str, paragraph: int) -> None:
        """Note who is credited with a content."""
        self._spoken.append(Spoken(tuple(content), entity, pronoun, paragraph))

    def last(self, count: int = 1) -> Spoken | None:
        """The newest one, or the newest but ``count`` − 1 by somebody else each time."""
        entity: Entity | None = None
        for spoken in reversed(self._spoken[-_REMEMBERED:]):
            if spoken.entity is not entity:
                count -= 1
                entity = spoken.entity
                if count == 0:
                    return spoken
        return None

    def last_called(self, pronouns: frozenset[str]) -> Entity | None:
        """Whom one of these pronouns meant last."""
        for spoken in reversed(self._spoken[-_REMEMBERED:]):
            if spoken.pronoun in pronouns:
                return spoken.entity
        return None

    def around(self, position: int) -> Entity | None:
        """Whose content holds a position; the innermost where several do."""
        best: tuple[int, Entity] | None = None
        for spoken in reversed(self._spoken[-_REMEMBERED:]):
            for piece in spoken.content:
                if piece.start <= position < piece.end and (best is None or len(piece) < best[0]):
                    best = (len(piece), spoken.entity)
        return best[1] if best else None
