"""Does the command line as a whole keep its promises?"""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from analysis.cli import _COMMANDS

PROGRAM = [sys.executable, "-c", "from analysis.cli import main; main(prog_name='newsvoices')"]


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in _COMMANDS)])
def test_every_command_explains_itself(call: Any, arguments: Any) -> None:
    done = call(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")


def test_commands_that_work_on_a_corpus_take_one(call: Any) -> None:
    with_corpus = {name for name in _COMMANDS if "--corpus" in call(name, "--help").stdout}
    assert with_corpus == set(_COMMANDS) - {"analyze", "evaluate", "correct", "corrections", "check"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("correct", name)
        for name in ("speaker", "no-quotation", "quotation", "tone", "name", "split", "about", "story")
    ]
    + [("corrections", name) for name in ("list", "undo", "export", "import")]
    + [("check", name) for name in ("draw", "list", "answer", "undo", "report", "export")],
)
def test_every_kind_of_correction_takes_a_corpus_and_explains_itself(call: Any, arguments: Any) -> None:
    done = call(*arguments, "--help")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "--corpus" in done.stdout


def test_an_unknown_command_is_wrong_usage(call: Any) -> None:
    assert call("sing").exit_code == 2


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from analysis.cli import main;"
        "CliRunner().invoke(main, ['--help']);"
        "assert not {'pandas', 'nltk', 'plotly', 'duckdb', 'streamlit'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_who_stops_reading_early_ends_the_command_quietly(source: Any, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(source.read_text("utf-8").splitlines() * 30), "utf-8")
    command = subprocess.Popen(
        [*PROGRAM, "analyze", str(many), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with command:
        command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == b""


def test_nothing_is_downloaded_and_the_home_stays_empty(source: Any, tmp_path: Path) -> None:
    home, place = tmp_path / "home", tmp_path / "place"
    home.mkdir()
    place.mkdir()
    # Whoever opens a socket is found out.
    guard = (
        "import socket\n"
        "def refuse(*_, **__): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from analysis.cli import main; main()"
    )
    for arguments in (["add", str(source)], ["show", "keywords"], ["export", "articles", "--to", "a.csv"]):
        done = subprocess.run(
            [sys.executable, "-c", guard, *arguments],
            env={"HOME": str(home), "PATH": ""},
            cwd=place,
            capture_output=True,
            text=True,
            umask=0o002,
        )
        assert done.returncode == 0, done.stderr
    assert list(home.iterdir()) == []
