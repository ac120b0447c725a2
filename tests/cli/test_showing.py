"""Are measures, charts, tables and reports those of what was asked for?"""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from analysis.catalog.measures import CHARTED
from analysis.charts.export import _REMEDY as REMEDY
from analysis.errors import ExportUnavailable
from analysis.measures.resampling import SEED


@pytest.fixture
def show(call: Any, corpus: Any) -> Any:
    """Call `show` on the small corpus."""
    return lambda *arguments: call("show", *arguments, "--corpus", corpus)


def rows(done: Any) -> Any:
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_shares_of_voice_sum_to_one(show: Any) -> None:
    assert sum(row["share"] for row in rows(show("share-of-voice", "--format", "json"))) == pytest.approx(1)


def test_a_speaker_chooses_rows_and_changes_no_share(show: Any) -> None:
    everybody = {row["speaker"]: row["share"] for row in rows(show("share-of-voice", "--format", "json"))}
    (only,) = rows(show("share-of-voice", "--format", "json", "--speaker", "Bo Chen"))
    assert only["share"] == everybody["Bo Chen"] < 1


@pytest.mark.parametrize("name", ["bo chen", "BO CHEN", "Chen"])
def test_a_speaker_is_found_in_any_case_and_by_an_alias(show: Any, name: str) -> None:
    assert {row["speaker"] for row in rows(show("quotations", "--format", "json", "--speaker", name))} == {
        "Bo Chen"
    }


def test_speakers_can_be_repeated(show: Any) -> None:
    both = rows(show("tone", "--format", "json", "--speaker", "Bo Chen", "--speaker", "Ana Silva"))
    assert {row["speaker"] for row in both} == {"Ana Silva", "Bo Chen"}


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (["--from", "2026-03-02", "--to", "2026-03-20"], {"2026-03-02", "2026-03-20"}),
        (["--from", "2026-03-03"], {"2026-03-20"}),
        (["--to", "2026-03-19"], {"2026-03-02"}),
        (["--outlet", "harbor post"], {"2026-03-02", None}),
        (["--form", "indirect"], {"2026-03-02"}),
        (["--text", "MONEY weeks"], {"2026-03-20"}),
        (["--as-published"], {"2026-03-02", "2026-03-20", None}),
    ],
)
def test_filters_choose_articles_and_days_are_inclusive(show: Any, filters: Any, days: Any) -> None:
    assert {row["published"] for row in rows(show("quotations", "--format", "json", *filters))} == days


def test_articles_without_a_date_are_told_of_when_days_are_chosen(show: Any) -> None:
    assert "left out for want of a date: 1 article" in show("quotations", "--from", "2026-03-01").stderr
    assert "left out" not in show("quotations").stderr


def test_sentiment_is_the_same_as_tone(show: Any) -> None:
    assert show("sentiment").stdout == show("tone").stdout


def test_keywords_of_a_speaker_are_those_of_the_speakers_words(show: Any) -> None:
    terms = {row["term"] for row in rows(show("keywords", "--format", "json", "--speaker", "Bo Chen"))}
    assert "success" in terms
    assert "danger" not in terms


def test_csv_on_stdout_is_data_without_formulas(show: Any) -> None:
    done = show("quotations", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert "'=SUM(A1) and other worries" in {row["title"] for row in table}
    assert not done.stdout.startswith("\ufeff")


def test_a_table_says_how_many_rows_it_leaves_out(show: Any) -> None:
    done = show("keywords", "--limit", "2")
    assert len(done.stdout.splitlines()) == 4
    assert "--limit 0 shows all" in done.stderr


def test_the_method_is_told_on_stderr(show: Any) -> None:
    done = show("share-of-voice", "--outlet", "Harbor Post", "--from", "2026-03-02", "--to", "2026-03-31")
    method = done.stderr.splitlines()[0]
    assert method.startswith("Quoted words of statements, 1 article in 1 story, ")
    assert "2 – 31 March 2026. Outlet: Harbor Post. Analyzer tagger " in method
    assert "corpus version 1, seed " in method


def test_an_empty_selection_is_an_empty_table_and_says_so(show: Any) -> None:
    done = show("quotations", "--from", "2030-01-01", "--format", "json")
    assert rows(done) == []
    assert "no articles in this selection" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["tone", "--speaker", "Ana Silba"], 1, "no speaker “Ana Silba”; did you mean Ana Silva?"),
        (["tone", "--outlet", "Harbour Post"], 1, "did you mean Harbor Post?"),
        (["tone", "--from", "2026-03-05", "--to", "2026-03-01"], 2, "before"),
        (["tone", "--form", "sung"], 2, "sung"),
        (["mood"], 2, "mood"),
    ],
)
def test_what_cannot_be_shown_is_named(show: Any, arguments: Any, code: int, words: str) -> None:
    done = show(*arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert words in done.stderr


def test_without_a_corpus_the_remedy_is_named(call: Any) -> None:
    done = call("show", "tone")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "newsvoices add" in done.stderr


@pytest.fixture
def chart(call: Any, corpus: Any) -> Any:
    """Call `chart` on the small corpus."""
    return lambda *arguments: call("chart", *arguments, "--corpus", corpus)


@pytest.mark.parametrize("name", CHARTED)
def test_every_chart_becomes_a_page_that_needs_no_browser_to_be_made(
    chart: Any, name: Any, tmp_path: Path
) -> None:
    done = chart(name, "--to", "c.html")
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "c.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert f"seed {SEED}" in page.replace("\\u003cbr\\u003e", " ").replace("<br>", " ")


@pytest.mark.parametrize("name", CHARTED)
def test_every_chart_of_an_empty_selection_can_be_saved(chart: Any, name: Any) -> None:
    assert chart(name, "--to", "c.html", "--from", "2030-01-01").exit_code == 0


def test_filters_stand_in_the_footer(chart: Any, tmp_path: Path) -> None:
    chart(
        "share-of-voice",
        "--to",
        "c.html",
        "--to",
        "2026-03-31",
        "--speaker",
        "bo chen",
        "--metric",
        "quotations",
    )
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "Up to 31 March 2026. Speaker: Bo Chen." in page
    assert "Statements quoted, 2 articles" in page


def test_an_unknown_ending_names_the_known_ones(chart: Any) -> None:
    done = chart("keywords", "--to", "c.gif")
    assert done.exit_code == 2
    assert ".png, .svg, .pdf, .html" in done.stderr


def test_without_a_browser_the_remedy_is_named_and_no_file_is_left(
    chart: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def unavailable(*_: Any) -> None:
        raise ExportUnavailable("an image needs a browser; or use .html")

    monkeypatch.setattr("analysis.charts.export.as_image", unavailable)
    done = chart("keywords", "--to", "c.png")
    assert (done.exit_code, "use .html" in done.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_a_picture(chart: Any, tmp_path: Path) -> None:
    done = chart("keywords", "--to", "c.svg")
    if done.exit_code and REMEDY in done.stderr:
        pytest.skip(f"no browser for images: {done.stderr.strip()}")
    assert (tmp_path / "c.svg").read_text("utf-8").startswith("<svg")


TABLES = ["articles", "quotations", "keywords"]


@pytest.fixture
def export(call: Any, corpus: Any) -> Any:
    """Call `export` on the small corpus."""
    return lambda *arguments: call("export", *arguments, "--corpus", corpus)


@pytest.mark.parametrize("table", TABLES)
def test_all_kinds_of_files_hold_the_same_rows(export: Any, table: Any, tmp_path: Path) -> None:
    for suffix in ("csv", "parquet", "xlsx"):
        assert export(table, "--to", f"t.{suffix}").exit_code == 0
    frames = [pd.read_csv("t.csv"), pd.read_parquet("t.parquet"), pd.read_excel("t.xlsx")]
    assert len(frames[0]) > 2
    for frame in frames[1:]:
        assert list(frame.columns) == list(frames[0].columns)
        assert list(frame["article_id"]) == list(frames[0]["article_id"])


def test_rows_stand_in_the_order_of_date_article_and_place(export: Any) -> None:
    export("quotations", "--to", "q.parquet")
    frame = pd.read_parquet("q.parquet")
    order = frame[["published", "article_id", "start"]].fillna({"published": pd.Timestamp.max.date()})
    assert order.values.tolist() == sorted(order.values.tolist())
    assert frame["published"].isna().iloc[-1]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_formulas_are_defused(export: Any, suffix: str) -> None:
    export("articles", "--to", f"a.{suffix}")
    read = pd.read_csv if suffix == "csv" else pd.read_excel
    assert "'=SUM(A1) and other worries" in set(read(f"a.{suffix}")["title"])


def test_no_cell_of_a_workbook_is_a_formula(export: Any) -> None:
    export("articles", "--to", "a.xlsx")
    cells = [cell for row in load_workbook("a.xlsx").active.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}


def test_numbers_stay_numbers(export: Any) -> None:
    export("quotations", "--to", "q.csv")
    frame = pd.read_csv("q.csv")
    assert frame["tone"].min() < 0
    assert frame["words"].dtype == "int64"


def test_csv_opens_in_excel_as_utf8(export: Any, tmp_path: Path) -> None:
    export("quotations", "--to", "q.csv")
    data = (tmp_path / "q.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle_id,")
    assert "“" in data.decode("utf-8-sig")


def test_the_last_day_stands_beside_the_file(export: Any) -> None:
    assert export("articles", "--to", "2026-03-19", "--to", "a.csv").exit_code == 0
    assert list(pd.read_csv("a.csv")["published"]) == ["2026-03-02"]


def test_articles_have_their_authors_and_addresses(export: Any) -> None:
    export("articles", "--to", "a.csv")
    first = pd.read_csv("a.csv").iloc[0]
    assert (first["authors"], first["url"]) == ("Jo Park", "https://harborpost.example/bridge")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx"])
def test_an_empty_selection_is_a_file_with_heads_only(export: Any, table: Any, suffix: str) -> None:
    assert export(table, "--to", f"e.{suffix}", "--from", "2030-01-01").exit_code == 0
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "xlsx": pd.read_excel}[suffix]
    frame = read(f"e.{suffix}")
    assert (len(frame), "article_id" in frame.columns) == (0, True)


@pytest.mark.parametrize(
    ("targets", "code", "words"),
    [
        (["--to", "a.doc"], 2, ".csv, .parquet, .xlsx"),
        (["--to", "a"], 2, ".csv, .parquet, .xlsx"),
        (["--to", "2026-03-02"], 2, "one file"),
        (["--to", "a.csv", "--to", "b.csv"], 2, "one file"),
        (["--to", "a.csv", "--to", "2026-13-02"], 2, "is no day"),
        ([], 2, "--to"),
        (["--to", "nowhere/a.csv"], 1, "nowhere/a.csv: cannot be written"),
    ],
)
def test_a_file_that_cannot_be_written_is_named_and_nothing_is_left(
    export: Any, targets: Any, code: int, words: str, tmp_path: Path
) -> None:
    done = export("articles", *targets)
    assert done.exit_code == code
    assert words in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_the_old_file(
    export: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_text("old", "utf-8")
    monkeypatch.setattr(Path, "write_text", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "disk full")))
    done = export("articles", "--to", "a.csv")
    assert (done.exit_code, "disk full" in done.stderr) == (1, True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.csv", "old")]


def test_a_report_is_one_page(call: Any, corpus: Any, tmp_path: Path) -> None:
    done = call("report", "--to", "r.html", "--corpus", corpus, "--title", "The <bridge>")
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<h1>The &lt;bridge&gt;</h1>" in page
    assert "3 articles in 3 stories" in page


def test_filters_choose_what_is_in_it(call: Any, corpus: Any, tmp_path: Path) -> None:
    done = call("report", "--to", "r.html", "--to", "2026-03-10", "--corpus", corpus)
    assert done.exit_code == 0
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "Up to 10 March 2026." in page
    assert "1 article without a date left out" in page


def test_nothing_to_report_is_an_error_and_leaves_no_file(call: Any, corpus: Any, tmp_path: Path) -> None:
    done = call("report", "--to", "r.html", "--corpus", corpus, "--from", "2030-01-01")
    assert done.exit_code == 1
    assert "no articles in this selection" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_only_a_page_can_be_written(call: Any, corpus: Any) -> None:
    assert call("report", "--to", "r.pdf", "--corpus", corpus).exit_code == 2


def test_bounds_and_concentration_are_measures_of_show(call: Any, corpus: Any) -> None:
    rows = json.loads(call("show", "bounds", "--format", "json", "--corpus", corpus).stdout)
    assert all(row["worst"] <= row["best"] for row in rows)
    assert call("show", "bounds", "--metric", "articles", "--corpus", corpus).exit_code == 1
    voices = call("show", "concentration", "--corpus", corpus)
    assert "voices" in voices.stdout
    assert "describes these 3 articles only" in voices.stderr
