"""Does a table fit the terminal?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width

from analysis.cli.terminal import cut, plain, table_lines


def test_numbers_stand_at_the_right_and_words_at_the_left() -> None:
    assert table_lines(["name", "n"], [("Bo", "1"), ("Ana Silva", "12")], right=[False, True]) == [
        "name        n",
        "─────────  ──",
        "Bo          1",
        "Ana Silva  12",
    ]


def test_wide_letters_take_two_columns() -> None:
    lines = table_lines(["name", "n"], [("東京", "1"), ("Oslo", "2")], right=[False, True])
    assert [width(line) for line in lines] == [7, 7, 7, 7]


def test_only_the_last_column_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = table_lines(["name", "text"], [("Ana Silva", "word " * 30)], right=[False, False])
    assert max(map(width, lines)) == 40
    assert lines[2].startswith("Ana Silva  word ")
    assert lines[2].endswith("…")


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_text_that_is_cut_fits(text: Any, columns: Any) -> None:
    assert width(cut(plain(text), columns)) <= columns
