"""What a person says of the items of a sample, and which of several answers holds.

The page and the command line make answers the same way: a name as the corpus
has it, words that are found in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, get_args

from analysis.curation.correcting import kind_of
from analysis.curation.samples import Item, Sample
from analysis.errors import AnalysisError
from analysis.model import KINDS, Kind, content_hash
from analysis.store.corpus import Corpus
from analysis.store.corrections import Passage

Verdict = Literal["right", "speaker", "wrong", "missed", "unsure", "undone"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


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
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    answer_id: str = ""

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"no answer {self.verdict!r}; there are: {', '.join(VERDICTS)}")
        if (self.verdict == "missed") != bool(self.missed):
            raise ValueError("what is missed must be given, and only where something is")
        if (self.speaker is None) != (self.kind is None) or self.kind not in (None, *KINDS):
            raise ValueError(f"speaker {self.speaker!r} and kind {self.kind!r} must be known together")
        if not self.answer_id:
            parts = (self.sample_id, self.place, self.verdict, self.by, self.speaker, self.which, self.at)
            object.__setattr__(self, "answer_id", content_hash(*map(repr, (*parts, self.missed))))

    @property
    def order(self) -> tuple[datetime, str]:
        """By this, later answers come after earlier ones."""
        return self.at, self.answer_id


Answers = dict[int, Answer]
"""Place of an item in its sample → the answer that holds, in the order of time."""


def holding(answers: Iterable[Answer], sample_id: str) -> Answers:
    """The answers to a sample that hold: the latest of each item, those undone left out."""
    latest: Answers = {}
    for answer in sorted(answers, key=lambda one: one.order):
        if answer.sample_id == sample_id:
            latest.pop(answer.place, None)
            if answer.verdict != "undone":
                latest[answer.place] = answer
    return latest


def undo_of_last(answers: Iterable[Answer], sample_id: str, by: str) -> Answer | None:
    """What takes back the last answer to a sample that holds; None where there is none."""
    now = holding(answers, sample_id)
    return Answer(sample_id, list(now)[-1], "undone", by) if now else None


def next_place(sample: Sample, answers: Answers) -> int | None:
    """The first item without an answer; None where all have one."""
    return next((place for place in range(len(sample.items)) if place not in answers), None)


def answer_of(
    sample: Sample,
    place: int,
    verdict: Verdict,
    *,
    corpus: Corpus,
    by: str,
    speaker: str | None = None,
    which: int | None = None,
    said: str = "",
) -> Answer:
    """The answer to one item.

    Args:
        sample: What was drawn.
        place: Which item, counted from 0.
        verdict: As in `Answer`.
        corpus: Where kinds of speakers are looked up.
        by: Who answers.
        speaker: Who says it, for ``speaker`` and ``missed``; None is nobody that could be named.
        which: Which of several quotations at the item is meant; all if None.
        said: The words that were missed, as they stand in the sentence.

    Raises:
        AnalysisError: there is no such item, the answer does not fit it, or the words do not stand there.
    """
    if not 0 <= place < len(sample.items):
        raise AnalysisError(f"sample {sample.sample_id} has {len(sample.items)} items, no number {place + 1}")
    item = sample.items[place]
    if verdict == "missed" and sample.unit != "sentences":
        raise AnalysisError("what was missed is found by checking sentences, not quotations")
    if verdict in ("speaker", "wrong") and not item.found:
        raise AnalysisError("nothing was found in this sentence; answer right or missed")
    if which is not None and not 0 <= which < len(item.found):
        raise AnalysisError(f"this item has {len(item.found)} quotations, no number {which + 1}")
    name = speaker.strip() or None if speaker and verdict in ("speaker", "missed") else None
    return Answer(
        sample.sample_id,
        place,
        verdict,
        by,
        speaker=name,
        kind=kind_of(corpus, name) if name else None,
        which=which if verdict in ("speaker", "wrong") else None,
        missed=(_stretch(item, said),) if verdict == "missed" else (),
    )


def _stretch(item: Item, said: str) -> Passage:
    sentence = item.pieces[0]
    words = said.strip() or sentence.text
    start = sentence.text.find(words)
    if start < 0:
        raise AnalysisError(f"“{words}” does not stand in the sentence; leave only words that do, unchanged")
    return Passage(sentence.start + start, sentence.start + start + len(words), words)
