import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import ACTS, FORMS, KINDS, Selection
from analysis.store.converting import CONVERTER

TEXTS = st.lists(st.text(max_size=5), max_size=2).map(tuple)
SELECTIONS = st.builds(
    Selection,
    date_from=st.none() | st.dates(),
    date_to=st.none() | st.dates(),
    speakers=TEXTS,
    kinds=st.lists(st.sampled_from(KINDS), max_size=2).map(tuple),
    outlets=TEXTS,
    forms=st.lists(st.sampled_from(FORMS), max_size=2).map(tuple),
    acts=st.lists(st.sampled_from(ACTS), max_size=2).map(tuple),
    text=st.text(max_size=5),
    distinct_stories=st.booleans(),
)


@given(SELECTIONS)
def test_a_selection_comes_back_from_json(selection: Any) -> None:
    written = json.dumps(CONVERTER.unstructure(selection), default=date.isoformat)
    assert CONVERTER.structure(json.loads(written), Selection) == selection


def test_a_filter_that_this_version_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown filters: section"):
        CONVERTER.structure({"section": "sport"}, Selection)


@pytest.mark.parametrize(
    ("value", "kind"),
    [(5, str), (None, str), ("5", int), (1.5, int), ("0.5", float), (1, bool)],
    ids=["number", "nothing", "digits", "a part", "digits for a part", "one for yes"],
)
def test_a_value_of_another_type_is_refused(value: Any, kind: Any) -> None:
    with pytest.raises(TypeError):
        CONVERTER.structure(value, kind)


@pytest.mark.parametrize(
    "given_",
    [
        "2026-03-01T09:00:00",
        "2026-03-01T11:00:00+02:00",
        datetime(2026, 3, 1, 9),
        datetime(2026, 3, 1, 11, tzinfo=timezone(timedelta(hours=2))),
    ],
    ids=["text", "text of another zone", "without a zone", "of another zone"],
)
def test_moments_become_utc(given_: Any) -> None:
    assert CONVERTER.structure(given_, datetime) == datetime(2026, 3, 1, 9, tzinfo=UTC)
