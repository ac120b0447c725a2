"""A page says the same of its figures as the command line, and they can be made again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from analysis.cli import main
from analysis.dashboard.frame.saving import as_csv, stamp
from analysis.measures.shares import Metric, share_of_voice
from analysis.wording.numbers import NBSP

Run = Callable[..., AppTest]


def foot(app: AppTest) -> str:
    bodies: list[str] = [element.proto.body for element in app.get("html")]
    return next(body for body in bodies if "nv-foot" in body).replace(NBSP, " ")


def test_page_and_command_line_say_the_same_of_their_figures(run: Run, corpora: dict[str, Path]) -> None:
    told = CliRunner().invoke(
        main, ["show", "share-of-voice", "--outlet", "Harbour Post", "--corpus", str(corpora["sample"])]
    )
    line = told.stderr.splitlines()[1].replace(NBSP, " ")
    assert "seed 20260302" in line
    assert line in foot(run("overview", "sample", {"outlet": ["Harbour Post"]}))


@pytest.mark.parametrize("metric", ["words", "quotations"])
def test_the_stamp_of_a_page_gives_the_same_figures_again(
    run: Run, corpora: dict[str, Path], tmp_path: Path, metric: Metric
) -> None:
    app = run("overview", "sample", {"kind": ["person"], "act": ["thought"]}, by=metric)
    (tmp_path / "s.json").write_bytes(stamp(app.session_state["view"], metric))
    done = CliRunner().invoke(
        main, ["reproduce", str(tmp_path / "s.json"), "--corpus", str(corpora["sample"])]
    )
    assert done.exit_code == 0, done.stderr
    assert "the same figures again" in done.stderr


def test_saved_numbers_carry_their_method_in_a_column() -> None:
    table = share_of_voice(
        pd.DataFrame(
            {"speaker": ["Ana", "Bo"], "words": [3, 1], "form": ["direct"] * 2, "article_id": ["a", "b"]}
        ),
        pd.DataFrame({"article_id": ["a", "b"]}),
    )
    lines = as_csv(table, "Quoted words, seed 1.").decode("utf-8-sig").splitlines()
    assert lines[0].endswith(",method")
    assert lines[1].endswith(',"Quoted words, seed 1."')
    assert lines[2].endswith(",")
    assert as_csv(table.head(0), "x").decode("utf-8-sig").count("\n") == 1
