"""What holds on every page: arguments, filters, chips, versions."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Article, analyze
from analysis.store import corpus_version, write

ROOT = Path(__file__).parents[2]
TEXT = "“The levy is a danger,” Mayor {} said. “We will pay.”"


def article(name: str, day: date | None, outlet: str = "Harbor Post") -> Any:
    return analyze(Article(TEXT.format(name), title=f"Levy and {name}", outlet=outlet, published=day))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    write(
        folder,
        [
            article("Ana Silva", date(2026, 3, 2)),
            article("Bo Chen", date(2026, 5, 4), "Tidewater"),
            article("Eva Lind", None),
        ],
    )
    return folder


@pytest.fixture
def dashboard(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Run the whole dashboard on three articles, with an address."""
    monkeypatch.setenv("NEWSVOICES_CORPUS", str(corpus))

    def run(**address: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return run


def line(app: AppTest) -> str:
    bodies: list[str] = [element.proto.body for element in app.get("html")]
    return next(body for body in bodies if body.startswith("<header")).replace("\xa0", " ")


def chips(app: AppTest) -> list[str]:
    return [button.label for button in app.button if button.key and button.key.startswith("chip-")]


def test_untouched_dates_keep_articles_without_a_date(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard()
    assert not app.exception
    assert "2 March – 4 May 2026, all outlets." in line(app)
    assert app.session_state["view"].selection.date_from is None
    assert chips(app) == []


def test_chosen_dates_leave_them_out_and_say_so(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard(dates=["2026-03-01", "2026-03-31"])
    assert app.session_state["view"].selection.date_from == date(2026, 3, 1)
    assert chips(app) == ["1 – 31 March 2026"]
    assert any("1 article without a date left out" in caption.value for caption in app.caption)


def test_each_filter_is_a_chip_and_a_click_takes_it_away(dashboard: Callable[..., AppTest]) -> None:
    app = dashboard(speaker=["Ana Silva"], outlet=["Harbor Post"], kind=["person"], text="levy")
    assert chips(app) == ["Speaker\\: Ana Silva", "Kind\\: person", "Outlet\\: Harbor Post", "Words\\: levy"]
    app.button(key="chip-0").click().run()
    assert chips(app) == ["Kind\\: person", "Outlet\\: Harbor Post", "Words\\: levy"]
    app.button(key="clear").click().run()
    assert chips(app) == []
    assert app.session_state["view"].selection.text == ""


def test_articles_added_meanwhile_widen_untouched_dates(
    dashboard: Callable[..., AppTest], corpus: Path
) -> None:
    app = dashboard()
    write(corpus, [article("Ida Moe", date(2026, 8, 1))])
    app.run()
    assert "2 March – 1 August 2026" in line(app)
    assert app.session_state["view"].corpus.version == corpus_version(corpus)


def test_a_link_to_older_data_shows_it_says_so_and_offers_the_newest(
    dashboard: Callable[..., AppTest], corpus: Path
) -> None:
    older = corpus_version(corpus)
    write(corpus, [article("Ida Moe", date(2026, 8, 1))])
    app = dashboard(version=str(older))
    notice = next(e.proto.body for e in app.get("html") if "nv-notice" in e.proto.body)
    assert f"made on corpus version {older}; the corpus is now at version {corpus_version(corpus)}" in notice
    assert app.session_state["view"].corpus.version == older
    app.button(key=f"version-{corpus_version(corpus)}").click().run()
    assert app.session_state["view"].corpus.version == corpus_version(corpus)


@pytest.mark.parametrize("version", ["99", "-1", "x", "0"])
def test_a_version_that_is_not_there_gives_the_newest(
    dashboard: Callable[..., AppTest], corpus: Path, version: str
) -> None:
    app = dashboard(version=version)
    assert not app.exception
    assert app.session_state["view"].corpus.version == corpus_version(corpus)


def test_a_folder_that_is_no_corpus_gives_the_sample_and_says_that_it_is_fictional(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEWSVOICES_CORPUS", str(tmp_path / "nothing"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600).run()
    assert "Sample corpus: places and people are fictional." in line(app)


def test_a_damaged_corpus_is_told_without_a_traceback(
    dashboard: Callable[..., AppTest], corpus: Path
) -> None:
    for file in corpus.glob("articles/_delta_log/*.json"):
        file.write_text(json.dumps({"rubbish": 1}))
    app = dashboard()
    assert not app.exception
    assert any("cannot be read" in element.proto.body for element in app.get("html"))


def told(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Start the dashboard with arguments, as `streamlit run dashboard.py -- …` does."""

    def run(*arguments: str) -> AppTest:
        monkeypatch.setattr("sys.argv", ["dashboard.py", *arguments])
        return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=600).run()

    return run


@pytest.mark.parametrize("form", [["--corpus", "{}"], ["--corpus={}"]], ids=["apart", "joined"])
def test_the_corpus_that_is_given_is_opened(
    started: Callable[..., AppTest], corpus: Path, form: list[str]
) -> None:
    app = started(*(part.format(corpus) for part in form))
    assert not app.exception
    assert "fictional" not in line(app)
    assert app.session_state["view"].corpus.path == corpus


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--corpsu=x"], "No such option"),
        (["--corpus"], "requires an argument"),
        (["some/folder"], "unexpected extra argument"),
        (["--corpus", "s3://bucket/corpus"], "a corpus is a folder of this machine"),
    ],
    ids=["mistyped", "without value", "without option", "an address"],
)
def test_arguments_that_say_nothing_open_nothing_else(
    started: Callable[..., AppTest], arguments: list[str], words: str
) -> None:
    app = started(*arguments)
    assert not app.exception
    assert words in told(app)
    assert "nv-head" not in told(app).split("</style>")[-1]
    assert "view" not in app.session_state
