"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.files import whole_file


def test_a_file_takes_its_name_when_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("old")
    with whole_file(file) as part:
        part.write_text("new")
        assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert file.read_text() == "new"


def test_what_cannot_be_finished_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("old")

    def write_half() -> None:
        with whole_file(file) as part:
            part.write_text("ne")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        write_half()
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert file.read_text() == "old"


def test_a_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with whole_file(tmp_path / "link.csv") as part:
        part.write_text("new")
    assert (tmp_path / "real.csv").read_text() == "new"
    assert (tmp_path / "link.csv").is_symlink()
