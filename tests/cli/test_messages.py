"""What is skipped is named at once and summed up at the end."""

from __future__ import annotations

import click
import pytest

from analysis.cli.messages import Watch, note
from analysis.readers import Skipped


def test_a_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    note("a\nb\x1b[31mc")
    assert capsys.readouterr().err == "a b[31mc\n"


def test_reasons_are_counted_without_their_details(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Watch(["a.csv"])
    for line in (1, 2):
        watch.skip(Skipped(f"a.csv, line {line}", "no text; every article needs one"))
    watch.fail("b.txt", "too long (3 MB)")
    assert watch.skipped == "3 pieces of input skipped: 2 × no text, too long"
    assert "skipped: a.csv, line 1: no text; every article needs one" in capsys.readouterr().err


def test_only_the_five_most_frequent_reasons_are_named() -> None:
    watch = Watch([])
    for number in range(7):
        watch.fail("a", f"reason {number}")
    assert watch.skipped.endswith("reason 4, 2 other reasons")


def test_files_of_other_kinds_met_in_a_folder_are_no_failure() -> None:
    watch = Watch(["folder"])
    watch.skip(Skipped("folder/image.jpg", "not a kind of file that is read"))
    watch.skip(Skipped("folder/.hidden.txt", "hidden"))
    watch.finish()


@pytest.mark.parametrize("place", ["image.jpg", "folder/letter.txt", "folder/a.csv, line 3"])
def test_what_was_asked_for_or_should_be_readable_is_a_failure(place: str) -> None:
    watch = Watch(["image.jpg", "folder"])
    watch.skip(Skipped(place, "unreadable"))
    with pytest.raises(click.exceptions.Exit) as ended:
        watch.finish()
    assert ended.value.exit_code == 1


def test_what_is_kept_although_unclear_is_not_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Watch(["a.txt"])
    watch.skip(Skipped("a.txt", "date could be two", kept=True))
    assert watch.skipped == ""
    assert capsys.readouterr().err.startswith("unclear: a.txt")
    watch.finish()
