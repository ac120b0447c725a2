"""What is a sample that a person checks, and what is an answer?

A sample is drawn at random from one version of a corpus and keeps what was
found at each of its items then: later corrections and analyses change neither
what was asked nor what the answers say of it.

How one is drawn is decided in `analysis.curation.drawing`, where both are kept
in `analysis.curation.checks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args

from analysis.model import KINDS, Act, Kind, Selection, Span, content_hash
from analysis.store.corrections import Passage

Unit = Literal["quotations", "sentences"]
UNITS: tuple[Unit, ...] = get_args(Unit)

Verdict = Literal["right", "speaker", "wrong", "missed", "unsure", "undone"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation that was found at an item.

    ``speaker`` is the name used across articles, ``name`` that of the article;
    ``words`` are those of its words that stand in the item.
    """

    quotation_id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: str | None
    name: str | None
    kind: Kind | None
    act: Act
    words: int


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked about: a quotation or a sentence, with all that was found there."""

    article_id: str
    pieces: tuple[Passage, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A random sample of the quotations, or of the sentences, of a selection.

    ``items`` stand in random order, so that the first of them are a random
    sample too; ``of`` is how many there are in all. The same question, size
    and seed give the same ``sample_id``.
    """

    unit: Unit
    seed: int
    selection: Selection
    of: int
    items: tuple[Item, ...]
    analyzer: str
    corpus_id: str
    corpus_version: int
    corrections_version: int
    by: str
    at: datetime
    sample_id: str = ""

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"no unit {self.unit!r}; there are: {', '.join(UNITS)}")
        if not self.sample_id:
            asked = (self.unit, self.seed, self.selection, len(self.items), self.corpus_id)
            versions = (self.corpus_version, self.corrections_version)
            object.__setattr__(self, "sample_id", content_hash(*map(repr, asked + versions)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of one item of a sample; of several about one item the latest holds.

    ``right``: all that is marked is right and nothing is missed. ``speaker``:
    it is a quotation, but said by ``speaker`` (None: by nobody that could be
    named). ``wrong``: it is no quotation. ``missed``: ``missed`` is said by
    ``speaker``, and not marked. ``unsure``: not counted. ``undone``: not
    answered any more. ``which`` is the place in `Item.found` that ``speaker``
    and ``wrong`` are about; all if None.
    """

    sample_id: str
    place: int
    verdict: Verdict
    by: str
    speaker: str | None = None
    kind: Kind | None = None
    which: int | None = None
    missed: tuple[Passage, ...] = ()
    at: datetime | None = None
    answer_id: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"no answer {self.verdict!r}; there are: {', '.join(VERDICTS)}")
        if (self.verdict == "missed") != bool(self.missed):
            raise ValueError("what is missed must be given, and only where something is")
        if (self.speaker is None) != (self.kind is None) or self.kind not in (None, *KINDS):
            raise ValueError(f"speaker {self.speaker!r} and kind {self.kind!r} must be known together")
        if self.at is None:
            object.__setattr__(self, "at", datetime.now(UTC))
        if not self.answer_id:
            parts = (self.sample_id, self.place, self.verdict, self.by, self.speaker, self.which, self.at)
            object.__setattr__(self, "answer_id", content_hash(*map(repr, (*parts, self.missed))))

    @property
    def order(self) -> tuple[datetime, str]:
        """By this, later answers come after earlier ones."""
        assert self.at is not None
        return self.at, self.answer_id


Answers = dict[int, Answer]
"""Place of an item in its sample → the answer that holds, in the order of time."""


def holding(answers: list[Answer], sample_id: str) -> Answers:
    """The answers to a sample that hold: the latest of each item, those undone left out."""
    latest: Answers = {}
    for answer in sorted(answers, key=lambda one: one.order):
        if answer.sample_id == sample_id:
            latest.pop(answer.place, None)
            if answer.verdict != "undone":
                latest[answer.place] = answer
    return latest


def undo_of_last(answers: list[Answer], sample_id: str, by: str) -> Answer | None:
    """What takes back the last answer to a sample that holds; None where there is none."""
    now = holding(answers, sample_id)
    return Answer(sample_id, list(now)[-1], "undone", by) if now else None


def next_place(sample: Sample, answers: Answers) -> int | None:
    """The first item without an answer; None where all have one."""
    return next((place for place in range(len(sample.items)) if place not in answers), None)
