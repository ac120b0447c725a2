import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import CorpusError
from analysis.model import Analysis, Article, Selection
from analysis.pipeline import ENGINES, analyzer_id
from analysis.run import adding, refresh, run
from analysis.store import corpus_exists, edit, open_corpus, stored_ids, write

TEXT = (
    "“We are ready for the storm,” Mayor Ana Silva of district {} said on Monday.\n\nThe harbor is closed.\n"
)


def articles(number: Any) -> Any:
    return [Article(text=TEXT.format(n), title=f"Storm {n}", path=f"{n}.txt") for n in range(number)]


def everything(corpus: Any) -> Any:
    opened, selection = open_corpus(corpus), Selection(acts=(), distinct_stories=False)
    return [opened.articles(selection), opened.quotations(selection), opened.keywords(selection)]


def test_a_run_tells_what_it_has_done(tmp_path: Path) -> None:
    summary = run(articles(3), tmp_path)
    assert (summary.added, summary.already_there, summary.failed) == (3, 0, ())
    assert summary.quotations == len(open_corpus(tmp_path).quotations())


def test_what_is_there_already_is_skipped_also_within_one_run(tmp_path: Path) -> None:
    run(articles(2), tmp_path)
    version = open_corpus(tmp_path).version
    summary = run(articles(2) * 2, tmp_path)
    assert (summary.added, summary.already_there) == (0, 4)
    assert open_corpus(tmp_path).version == version


def test_progress_comes_after_each_article(tmp_path: Path) -> None:
    told: list[Any] = []
    run([*articles(3), *articles(1)], tmp_path, on_progress=told.append)
    assert [progress.finished for progress in told] == [1, 2, 3, 4]


def test_a_run_of_nothing_makes_an_empty_corpus(tmp_path: Path) -> None:
    assert run([], tmp_path / "new").added == 0
    assert corpus_exists(tmp_path / "new")


def test_an_edit_holds_when_the_file_is_added_again_by_a_newer_analyzer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (article,) = articles(1)
    run([article], tmp_path)
    edit(tmp_path, article.article_id, title="Edited")
    monkeypatch.setattr(adding, "analyzer_id", lambda engine: "rules 99")
    assert run([article], tmp_path).added == 1
    assert list(open_corpus(tmp_path).articles()["title"]) == ["Edited"]


def test_more_articles_are_analyzed_as_those_that_are_there_and_the_first_by_the_default_engine(
    tmp_path: Path,
) -> None:
    run(articles(1), tmp_path / "ruled", engine="rules")
    run(articles(2), tmp_path / "ruled")
    assert list(open_corpus(tmp_path / "ruled").analyzers) == [analyzer_id("rules")]
    run(articles(1), tmp_path / "new")
    assert list(open_corpus(tmp_path / "new").analyzers) == [analyzer_id(ENGINES[0])]


def test_a_corpus_of_another_engine_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "analyze", lambda *_, **__: pytest.fail("work was done"))
    (made,) = articles(1)
    other = Analysis(made, "learned 1.0", 1, (), (), (), (), None, None)
    write(tmp_path, [other])
    with pytest.raises(CorpusError, match="newsvoices refresh --engine rules"):
        run(articles(1), tmp_path, engine="rules")


def test_refreshing_analyzes_anew_what_another_analyzer_did_and_may_change_the_engine(tmp_path: Path) -> None:
    old, new = articles(2)
    run([new], tmp_path, engine="rules")
    write(tmp_path, [Analysis(old, "learned 1.0", 1, (), (), (), (), None, None)], change_engine=True)
    assert open_corpus(tmp_path).outdated == 1
    assert refresh(tmp_path, engine="rules").added == 1
    assert open_corpus(tmp_path).analyzers == {analyzer_id("rules"): 2}
    assert open_corpus(tmp_path).outdated == 0


def test_refreshing_a_corpus_of_an_engine_that_is_not_here_names_the_choice(tmp_path: Path) -> None:
    (made,) = articles(1)
    write(tmp_path, [Analysis(made, "learned 1.0", 1, (), (), (), (), None, None)])
    with pytest.raises(CorpusError, match="choose one with --engine: tagger, rules"):
        refresh(tmp_path)


def interrupted(number: Any) -> Iterator[Any]:
    yield from articles(number)
    raise KeyboardInterrupt


@pytest.mark.parametrize("threads", [None, 2])
def test_what_is_finished_when_the_user_interrupts_is_stored(tmp_path: Path, threads: int | None) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(interrupted(40), tmp_path, executor=threads and ThreadPoolExecutor(threads))
    run(articles(40), tmp_path)
    assert len(stored_ids(tmp_path)) == 40


KILLED = """
import os, signal, sys
sys.path.insert(0, {folder!r})
from test_adding import articles
from analysis.run import adding, run

commits = 0

def write(*given, **named):
    # Killed with rows stored, rows analyzed and rows to come.
    global commits
    commits += 1
    if commits == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return stored(*given, **named)

if __name__ == "__main__":
    adding.COMMIT_ARTICLES = 10
    stored, adding.write = adding.write, write
    run(articles(80), {corpus!r}, engine="rules")
"""


def test_a_run_that_was_killed_and_started_again_gives_what_an_undisturbed_one_gives(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    folder = str(Path(__file__).parent)
    script.write_text(KILLED.format(folder=folder, corpus=str(tmp_path / "killed")), "utf-8")
    assert subprocess.run([sys.executable, str(script)], check=False).returncode == -signal.SIGKILL
    assert len(stored_ids(tmp_path / "killed")) == 20
    for name in ("killed", "undisturbed"):
        run(articles(80), tmp_path / name, engine="rules", executor=ThreadPoolExecutor(2))
    for killed, undisturbed in zip(
        everything(tmp_path / "killed"), everything(tmp_path / "undisturbed"), strict=True
    ):
        pd.testing.assert_frame_equal(killed, undisturbed)
