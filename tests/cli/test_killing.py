"""Does a killed `newsvoices add`, run again, end where an undisturbed one does?"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from analysis.cli import main

PROGRAM = [sys.executable, "-c", "from analysis.cli import main; main()"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A file of many small articles."""
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    rows = [
        {
            "date": f"2026-03-{number % 28 + 1:02}",
            "publisher": "Harbor Post",
            "text": f"“We will repair the old bridge number {number},” Mayor Ana Silva said.",
        }
        for number in range(45)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def added_and_exported(source: Any, corpus: Any) -> Any:
    files = []
    assert CliRunner().invoke(main, ["add", str(source), "--corpus", str(corpus)]).exit_code == 0
    for table in ("articles", "quotations", "keywords"):
        target = corpus.parent / f"{table}.csv"
        arguments = ["export", table, "--corpus", str(corpus), "--to", str(target)]
        assert CliRunner().invoke(main, arguments).exit_code == 0
        files.append(target.read_bytes())
    return files


@pytest.fixture(scope="module")
def undisturbed(many: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What is exported after a run that nobody disturbed."""
    return added_and_exported(many, tmp_path_factory.mktemp("undisturbed") / "corpus")


def at_once(corpus: Any) -> Any:
    return True


def a_table_is_begun(corpus: Any) -> Any:
    return (corpus / "articles" / "_delta_log").exists()


def rows_are_being_written(corpus: Any) -> Any:
    return any((corpus / "articles").glob("*.parquet"))


def add_and_kill(source: Any, corpus: Any, moment: Any) -> None:
    """Start `add` and kill it as soon as ``moment`` comes, with every process it started."""
    running = subprocess.Popen(
        [*PROGRAM, "add", str(source), "--corpus", str(corpus)],
        start_new_session=True,
        stderr=subprocess.PIPE,
    )
    with running:
        while running.poll() is None and not moment(corpus):
            time.sleep(0.002)
        os.killpg(running.pid, signal.SIGKILL)


@pytest.mark.parametrize("moment", [at_once, a_table_is_begun, rows_are_being_written])
def test_killed_at_any_moment_and_run_again_gives_the_same(
    many: Any, undisturbed: Any, moment: Any, tmp_path: Path
) -> None:
    add_and_kill(many, tmp_path / "corpus", moment)
    assert added_and_exported(many, tmp_path / "corpus") == undisturbed
