"""A stamp says what stands behind a figure, and comes back from its file as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import UnreadableInput
from analysis.model import ACTS, FORMS, KINDS, Selection
from analysis.report.stamp import Stamp, figures_of, read_stamp

STAMP = Stamp(
    measure="share-of-voice",
    metric="words",
    selection=Selection(),
    articles=1,
    stories=1,
    quotations=2,
    unattributed_share=0.25,
    analyzer="rules 1",
    newsvoices="1.0",
    corpus_id="c",
    corpus_version=3,
    corrections_version=0,
    seed=7,
)
names = st.lists(st.text(max_size=8), max_size=3).map(tuple)
selections = st.builds(
    Selection,
    date_from=st.none() | st.dates(),
    date_to=st.none() | st.dates(),
    speakers=names,
    kinds=st.sets(st.sampled_from(KINDS)).map(tuple),
    outlets=names,
    forms=st.sets(st.sampled_from(FORMS)).map(tuple),
    acts=st.sets(st.sampled_from(ACTS)).map(tuple),
    text=st.text(max_size=8),
    distinct_stories=st.booleans(),
)


@given(selections, st.none() | st.floats(0, 1))
def test_a_stamp_comes_back_from_json(selection: Selection, unattributed: float | None) -> None:
    stamp = replace(STAMP, selection=selection, unattributed_share=unattributed)
    assert read_stamp("s.json", stamp.as_json()) == stamp


def test_fields_that_a_later_version_adds_are_left_out() -> None:
    later = json.dumps(json.loads(STAMP.as_json()) | {"mood": "sunny"})
    assert read_stamp("s.json", later) == STAMP


@pytest.mark.parametrize(
    "change",
    [
        {"metric": "letters"},
        {"corpus_version": "3"},
        {"selection": {"date_from": "never"}},
        {"selection": {"kinds": ["robot"]}},
        {"selection": {"mood": "sunny"}},
        {"articles": None},
    ],
)
def test_what_is_no_stamp_is_refused_with_its_place(change: dict[str, object]) -> None:
    with pytest.raises(UnreadableInput, match=r"s\.json: no method stamp"):
        read_stamp("s.json", json.dumps(json.loads(STAMP.as_json()) | change))


def test_the_line_says_metric_counts_filters_and_versions() -> None:
    stamp = replace(STAMP, corrections_version=2, selection=Selection(date_from=date(2026, 3, 2)))
    assert stamp.line("Words", "From 2 March 2026.").replace("\N{NO-BREAK SPACE}", " ") == (
        "Words, 1 article in 1 story, 2 quotations, 25 % unattributed, wire copies once. "
        "From 2 March 2026. Analyzer rules 1, corpus version 3, corrections version 2, seed 7."
    )
    silent = replace(STAMP, unattributed_share=None, selection=Selection(distinct_stories=False), analyzer="")
    assert silent.line("Words") == (
        "Words, 1 article in 1 story, 2 quotations, every copy counted. "
        "Analyzer none, corpus version 3, seed 7."
    )


def test_the_same_figures_have_the_same_hash_to_ten_digits() -> None:
    table = pd.DataFrame({"share": [1 / 3, 0.5], "speaker": ["a", None]})
    same = pd.DataFrame({"share": [0.333333333333, 0.5], "speaker": ["a", None]})
    other = pd.DataFrame({"share": [0.3333, 0.5], "speaker": ["a", None]})
    assert figures_of(table) == figures_of(same) != figures_of(other)
