"""A mark finds exactly the quotations that it stands for."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from analysis.dashboard.evidence.behind import Behind, opens_by
from analysis.wording.numbers import NBSP

ROWS = pd.DataFrame(
    {
        "speaker": ["Ana Silva", "Bo Chen", None, "Ana Silva"],
        "outlet": ["Post", None, "Post", None],
        "form": ["direct", "mixed", "direct", "indirect"],
        "published": pd.to_datetime(["2026-03-02", "2026-03-08", "2026-03-09", None]),
    }
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Behind(""), [0, 1, 2, 3]),
        (Behind("", speakers=("Ana Silva",)), [0, 3]),
        (Behind("", speakers=(None,)), [2]),
        (Behind("", speakers=("Bo Chen", None)), [1, 2]),
        (Behind("", outlets=(None,), speakers=("Ana Silva",)), [3]),
        (Behind("", first=date(2026, 3, 2), last=date(2026, 3, 8)), [0, 1]),
        (Behind("", form="direct"), [0, 2]),
        (Behind("", speakers=("Nobody",)), []),
    ],
    ids=["all", "speaker", "unattributed", "several", "no outlet", "week", "form", "none"],
)
def test_only_what_the_mark_stands_for(asked: Any, found: Any) -> None:
    assert asked.of(ROWS).index.tolist() == found


@pytest.mark.parametrize(
    ("marks", "meant", "words", "fields"),
    [
        (["speaker"], ["Bo Chen"], "Bo Chen", {"speakers": ("Bo Chen",)}),
        (["speaker", "group"], [None, ""], "Unattributed", {"speakers": (None,)}),
        (["outlet"], [None], "No outlet", {"outlets": (None,)}),
        (["speaker", "outlet"], ["Bo Chen", None], "Bo Chen, no outlet", {"outlets": (None,)}),
        (
            ["speaker", "first", "last"],
            ["Bo Chen", "2026-03-02", "2026-03-08"],
            "Bo Chen, 2 – 8 March 2026",
            {"first": date(2026, 3, 2), "last": date(2026, 3, 8)},
        ),
        (["term"], ["levy"], "All of it.", {"word": "levy"}),
    ],
    ids=["speaker", "nobody", "no outlet", "speaker and outlet", "a week", "a word"],
)
def test_a_mark_says_what_it_stands_for(marks: Any, meant: Any, words: Any, fields: Any) -> None:
    asked = opens_by(SimpleNamespace(words="All of it."), marks)(meant)
    assert asked.words.replace(NBSP, " ") == words
    assert {name: getattr(asked, name) for name in fields} == fields
