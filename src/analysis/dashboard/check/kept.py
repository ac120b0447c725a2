"""Keep samples and the answers to them in the corpus.

Those of the sample corpus, which stays as it is, are kept for the visit.
"""

from __future__ import annotations

from functools import cached_property

from analysis.catalog.view import View
from analysis.curation.answers import Answer, Answers, holding
from analysis.curation.checks import keep_answers, keep_sample, stored_answers, stored_samples
from analysis.curation.samples import Sample
from analysis.dashboard.frame.state import Memory

_SAMPLES = Memory[tuple[Sample, ...]]("kept-samples", ())
_ANSWERS = Memory[tuple[Answer, ...]]("kept-answers", ())


class Kept:
    """The samples of a corpus and the answers to them, read once for one drawing of a page."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._path = view.corpus.path

    @cached_property
    def samples(self) -> list[Sample]:
        """All samples, the first drawn first."""
        return list(_SAMPLES.get()) if self.view.is_sample else stored_samples(self._path)

    @cached_property
    def answers(self) -> list[Answer]:
        """All answers, in the order of time."""
        return list(_ANSWERS.get()) if self.view.is_sample else stored_answers(self._path)

    def holding(self, sample: Sample) -> Answers:
        """The answers to one sample that hold."""
        return holding(self.answers, sample.sample_id)

    def keep(self, sample: Sample) -> None:
        """Keep a sample; one that is there already is left as it is."""
        if not self.view.is_sample:
            keep_sample(self._path, sample)
        elif sample.sample_id not in {one.sample_id for one in self.samples}:
            _SAMPLES.set((*_SAMPLES.get(), sample))

    def answer(self, answer: Answer) -> None:
        """Keep an answer."""
        if self.view.is_sample:
            _ANSWERS.set((*_ANSWERS.get(), answer))
        else:
            keep_answers(self._path, answer)
