"""What is compared: quotations that somebody marked, and quotations that were predicted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.model import Analysis, Article, Span


@dataclass(frozen=True, slots=True)
class Credited:
    """One quotation, marked by hand or predicted.

    ``content`` may be empty in gold: somebody is a source there of nothing
    that could be marked; such a quotation is not counted. ``confidence`` is
    None where nobody says how sure it is.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: str | None = None
    is_statement: bool = True
    confidence: float | None = None
    mark_id: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all its quotations marked by hand, or all that touch its ``checked`` stretches.

    ``checked`` is None where all of the text was looked at.
    """

    article_id: str
    article: Article
    quotations: tuple[Credited, ...]
    checked: tuple[Span, ...] | None = None

    def comparable(self, predicted: Sequence[Credited]) -> tuple[Credited, ...]:
        """The predictions that the marks can tell anything of: those that touch what was checked."""
        if self.checked is None:
            return tuple(predicted)
        return tuple(
            one
            for one in predicted
            if any(piece.overlaps(known) for piece in one.content for known in self.checked)
        )


@dataclass(frozen=True, slots=True)
class SpeakerMark:
    """Who is credited with one marked quotation; ``speaker`` is None where nobody can be named."""

    speaker: str | None
    kind: str
    is_statement: bool


Predictions = Mapping[str, tuple[Credited, ...]]
"""Article id → what was predicted there; an article that is missing has no predictions."""

SpeakerMarks = Mapping[str, Mapping[str, SpeakerMark]]
"""Article id → id of the marked quotation → who is credited with it."""


def credited(analysis: Analysis) -> tuple[Credited, ...]:
    """The quotations of an analysis, so that they can be compared with gold."""
    return tuple(
        Credited(
            quotation.content,
            quotation.source,
            quotation.cue,
            quotation.speaker,
            quotation.act == "statement",
            quotation.confidence,
        )
        for quotation in analysis.quotations
    )
