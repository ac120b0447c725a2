"""Where do samples and the answers to them go?

To the corpus; those of the sample corpus, which stays as it is, to the session.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import streamlit as st

from analysis.curation.answers import Answer, Answers, holding
from analysis.curation.checks import keep_answers, keep_sample, stored_answers, stored_samples
from analysis.curation.samples import Sample
from analysis.dashboard.frame.filters import View


class Kept:
    """The samples of a corpus and the answers to them, read once for one drawing of a page."""

    def __init__(self, view: View) -> None:
        self._path = view.shown.path
        self._is_sample = view.shown.is_sample

    @cached_property
    def samples(self) -> list[Sample]:
        """All samples, the first drawn first."""
        return list(_session("samples")) if self._is_sample else stored_samples(self._path)

    @cached_property
    def answers(self) -> list[Answer]:
        """All answers, in the order of time."""
        return list(_session("answers")) if self._is_sample else stored_answers(self._path)

    def holding(self, sample: Sample) -> Answers:
        """The answers to one sample that hold."""
        return holding(self.answers, sample.sample_id)

    def keep(self, sample: Sample) -> None:
        """Keep a sample; one that is there already is left as it is."""
        if not self._is_sample:
            keep_sample(self._path, sample)
        elif sample.sample_id not in {one.sample_id for one in self.samples}:
            _session("samples").append(sample)

    def answer(self, answer: Answer) -> None:
        """Keep an answer."""
        if self._is_sample:
            _session("answers").append(answer)
        else:
            keep_answers(self._path, answer)


def _session(what: str) -> list[Any]:
    kept: list[Any] = st.session_state.setdefault(f"kept-{what}", [])
    return kept
