"""Stdout is data: UTF-8 everywhere, in the format asked for, and quiet when nobody reads on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis.cli.output import write_file, write_frame, write_lines
from analysis.errors import AnalysisError

FRAME = pd.DataFrame({"speaker": ["=Ana", None], "words": [3, 1], "low": [0.5, float("nan")]})


def printed(frame: pd.DataFrame, format_: str, capfdbinary: pytest.CaptureFixture[bytes]) -> str:
    write_frame(frame, format_, ["who", "n"], lambda row: (str(row["speaker"]), "1"), right=[False, True])
    return capfdbinary.readouterr().out.decode()


def test_json_has_a_row_a_line_and_null_for_the_unknown(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = printed(FRAME, "json", capfdbinary)
    assert json.loads(text) == [
        {"speaker": "=Ana", "words": 3, "low": 0.5},
        {"speaker": None, "words": 1, "low": None},
    ]
    assert len(text.splitlines()) == 4


def test_no_rows_are_an_empty_array_and_heads_alone(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert printed(FRAME.head(0), "json", capfdbinary) == "[]\n"
    assert printed(FRAME.head(0), "csv", capfdbinary) == "speaker,words,low\n"
    assert printed(FRAME.head(0), "table", capfdbinary) == "who  n\n───  ─\n"


def test_csv_is_defused_and_tables_have_their_own_cells(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert printed(FRAME, "csv", capfdbinary) == "speaker,words,low\n'=Ana,3,0.5\n,1,\n"
    assert printed(FRAME.head(1), "table", capfdbinary) == "who   n\n────  ─\n=Ana  1\n"


def test_half_a_character_becomes_a_question_mark(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_lines(["a\udc80b"])
    assert capfdbinary.readouterr().out == b"a?b\n"


def test_who_stops_reading_ends_the_command_quietly() -> None:
    code = (
        "from analysis.cli.output import write_lines\n"
        "import click\n"
        "click.command()(lambda: write_lines(str(n) for n in range(10**6)))()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.readline()
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 0


def test_a_file_that_cannot_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError, match="choose another place with --to"):
        write_file(str(tmp_path / "nowhere" / "a.csv"), "text")
    write_file(str(tmp_path / "a.txt"), "a\udc80b")
    write_file(str(tmp_path / "b.bin"), b"\x00")
    assert (tmp_path / "a.txt").read_bytes() == b"a?b"
    assert (tmp_path / "b.bin").read_bytes() == b"\x00"
