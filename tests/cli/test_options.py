"""Options that several commands share mean the same everywhere."""

from __future__ import annotations

from datetime import date

import click
import pytest

from analysis.cli.options import checked_suffix, file_and_last_day


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        (["a.csv"], ("a.csv", None)),
        (["2026-03-02", "a.csv"], ("a.csv", date(2026, 3, 2))),
        (["a.csv", "2026-3-2"], ("a.csv", date(2026, 3, 2))),
        (["2026-03-02.csv"], ("2026-03-02.csv", None)),
    ],
)
def test_what_looks_like_a_day_is_the_last_day(targets: list[str], found: tuple[str, date | None]) -> None:
    assert file_and_last_day(targets) == found


@pytest.mark.parametrize(
    "targets", [["2026-03-02"], ["a.csv", "b.csv"], ["a.csv", "2026-03-01", "2026-03-02"], []]
)
def test_one_file_is_wanted_and_at_most_one_day(targets: list[str]) -> None:
    with pytest.raises(click.UsageError, match="one file, and at most one day"):
        file_and_last_day(targets)


def test_a_day_that_there_is_not_is_refused() -> None:
    with pytest.raises(click.UsageError, match="is no day"):
        file_and_last_day(["a.csv", "2026-13-40"])


def test_an_ending_is_found_in_any_case() -> None:
    assert checked_suffix("folder.d/A.CSV", ("csv", "xlsx")) == "csv"
    with pytest.raises(click.UsageError, match=r"one of \.csv, \.xlsx"):
        checked_suffix("a.gif", ("csv", "xlsx"))
