"""Corrections of one article: its quotations, their speakers, the tone of its sentences.

They are bound to the text. A passage is looked for where it stood, and else at
the nearest place with the same words; the quotation that shares most
characters with it is meant, if that is at least half of both. A quotation that
an engine no longer finds is put back, since a person has said that it is one.
What cannot be found in the text any more changes nothing.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from analysis.model import Act, Analysis, Kind, Span, Speaker
from analysis.pipeline import quotation_at, remeasured
from analysis.store.corrections.facts import Correction, OfArticle, Passage, Subject, in_order

_ALIKE = 0.5

Content = tuple[Span, ...]


class Draft:
    """An analysis while corrections change it."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.quotations = list(analysis.quotations)
        self.tones: dict[Span, float] = {}

    def place_of(self, content: Content) -> int | None:
        """The place of the quotation that is most alike, the last of several; None where none is enough."""
        best, found = _ALIKE, None
        length = sum(map(len, content))
        for place, quotation in enumerate(self.quotations):
            shared = _shared(quotation.content, content)
            alike = shared / (length + sum(map(len, quotation.content)) - shared)
            if alike >= best:
                best, found = alike, place
        return found

    def take_out(self, content: Content) -> None:
        """Take out the quotation that stands there, where one does."""
        place = self.place_of(content)
        if place is not None:
            del self.quotations[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class InArticle(OfArticle):
    """What is known of one article."""

    @abstractmethod
    def change(self, draft: Draft) -> None:
        """Change what is known of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPassage(InArticle):
    """What is known of a passage of an article; it is found again where it has moved."""

    about: ClassVar[str] = "quotation"

    pieces: tuple[Passage, ...]

    @property
    def subject(self) -> Subject:
        text = [part for piece in self.pieces for part in (str(piece.start), piece.text)]
        return (self.about, self.article_id, *text)

    def change(self, draft: Draft) -> None:
        content = _located(draft.analysis.article.text, self.pieces)
        if content:
            self.change_at(content, draft)

    @abstractmethod
    def change_at(self, content: Content, draft: Draft) -> None:
        """Change what is known of this place of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBy(OfPassage):
    """A passage is a quotation of somebody, or of nobody that could be named."""

    speaker: str | None = None
    kind: Kind | None = None
    role: str | None = None
    act: Act

    def __post_init__(self) -> None:
        OfPassage.__post_init__(self)
        if (self.speaker is None) != (self.kind is None):
            raise ValueError(f"speaker {self.speaker!r} and kind {self.kind!r} must be known together")

    def put_in(self, content: Content, draft: Draft) -> None:
        """Put it among the quotations of the article."""
        made = quotation_at(
            draft.analysis.article,
            content,
            act=self.act,
            speaker=self.speaker,
            kind=self.kind,
            role=self.role,
            taken=[quotation.quotation_id for quotation in draft.quotations],
        )
        draft.quotations.append(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSpeaker(SaidBy):
    """A quotation is said by somebody else, or by nobody that could be named."""

    action = "speaker"
    says = "speaker of{passage}: {speaker}"

    def change_at(self, content: Content, draft: Draft) -> None:
        place = draft.place_of(content)
        if place is None:  # an engine has lost it
            self.put_in(content, draft)
            return
        draft.quotations[place] = replace(
            draft.quotations[place], speaker=self.speaker, kind=self.kind, role=self.role, confidence=1.0
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoQuotation(OfPassage):
    """What was taken for a quotation is none."""

    action = "no_quotation"
    says = "no quotation:{passage}"

    def change_at(self, content: Content, draft: Draft) -> None:
        draft.take_out(content)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedQuotation(SaidBy):
    """A quotation was missed."""

    action = "quotation"
    says = "quotation{passage} by {speaker}"

    def change_at(self, content: Content, draft: Draft) -> None:
        draft.take_out(content)
        self.put_in(content, draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTone(OfPassage):
    """A sentence has another tone."""

    action = "tone"
    says = "tone of{passage}: {tone}"
    about = "tone"

    tone: float

    def __post_init__(self) -> None:
        OfPassage.__post_init__(self)
        if not -1 <= self.tone <= 1:
            raise ValueError(f"tone outside -1 to 1: {self.tone}")

    def change_at(self, content: Content, draft: Draft) -> None:
        shared = [(_shared((one.span,), content), one.span) for one in draft.analysis.sentences]
        most, span = max(shared, key=lambda pair: pair[0], default=(0, None))
        if most and span:
            draft.tones[span] = self.tone


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitSpeaker(InArticle):
    """In this article ``name`` is somebody else."""

    action = "split"
    says = "{name} is {speaker}"

    name: str
    speaker: str
    kind: Kind | None = None
    role: str | None = None

    def change(self, draft: Draft) -> None:
        for place, one in enumerate(draft.quotations):
            if one.speaker == self.name:
                kind, role = self.kind or one.kind, self.role or one.role
                draft.quotations[place] = replace(
                    one, speaker=self.speaker, kind=kind, role=role, confidence=1.0
                )


def corrected(analysis: Analysis, corrections: Iterable[Correction]) -> Analysis:
    """The analysis with these corrections of its article, in the order of time.

    Corrections of other articles, or of other things, are passed over.
    """
    draft = Draft(analysis)
    for correction in in_order(corrections):
        if isinstance(correction, InArticle) and correction.article_id == analysis.article.article_id:
            correction.change(draft)
    quotations = sorted(draft.quotations, key=lambda quotation: quotation.content[0].start)
    known = {speaker.name for speaker in analysis.speakers}
    added = {
        one.speaker: Speaker(one.speaker, one.kind, one.role)
        for one in quotations
        if one.speaker and one.kind and one.speaker not in known
    }
    changed = remeasured(analysis, quotations, draft.tones)
    return replace(changed, speakers=(*analysis.speakers, *added.values()))


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How many characters two contents have in common."""
    return sum(
        max(0, min(left.end, right.end) - max(left.start, right.start)) for left in one for right in other
    )


def _located(text: str, pieces: Sequence[Passage]) -> Content:
    """Where passages stand now; nothing where one of them stands nowhere."""
    starts = [_nearest(text, piece) for piece in pieces]
    found = [
        Span(start, start + len(piece.text))
        for start, piece in zip(starts, pieces, strict=True)
        if start is not None
    ]
    found.sort()
    are_apart = all(left.end <= right.start for left, right in pairwise(found))
    return tuple(found) if len(found) == len(pieces) and are_apart else ()


def _nearest(text: str, piece: Passage) -> int | None:
    """The place with the same words that is nearest to where they stood."""
    before = text.rfind(piece.text, 0, piece.start + len(piece.text))
    after = text.find(piece.text, piece.start)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: abs(place - piece.start), default=None)
