"""Are exported tables whole, in order, and safe to open?"""

import pandas as pd
import pytest
from openpyxl import load_workbook

TABLES = ["articles", "quotations", "keywords"]


@pytest.fixture
def export(call, corpus):
    """Call `export` on the small corpus."""
    return lambda *arguments: call("export", *arguments, "--corpus", corpus)


@pytest.mark.parametrize("table", TABLES)
def test_all_kinds_of_files_hold_the_same_rows(export, table, tmp_path):
    for suffix in ("csv", "parquet", "xlsx"):
        assert export(table, "--to", f"t.{suffix}").exit_code == 0
    frames = [pd.read_csv("t.csv"), pd.read_parquet("t.parquet"), pd.read_excel("t.xlsx")]
    assert len(frames[0]) > 2
    for frame in frames[1:]:
        assert list(frame.columns) == list(frames[0].columns)
        assert list(frame["article_id"]) == list(frames[0]["article_id"])


def test_rows_stand_in_the_order_of_date_article_and_place(export):
    export("quotations", "--to", "q.parquet")
    frame = pd.read_parquet("q.parquet")
    order = frame[["published", "article_id", "start"]].fillna({"published": pd.Timestamp.max.date()})
    assert order.values.tolist() == sorted(order.values.tolist())
    assert frame["published"].isna().iloc[-1]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_formulas_are_defused(export, suffix):
    export("articles", "--to", f"a.{suffix}")
    read = pd.read_csv if suffix == "csv" else pd.read_excel
    assert "'=SUM(A1) and other worries" in set(read(f"a.{suffix}")["title"])


def test_no_cell_of_a_workbook_is_a_formula(export):
    export("articles", "--to", "a.xlsx")
    cells = [cell for row in load_workbook("a.xlsx").active.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}


def test_numbers_stay_numbers(export):
    export("quotations", "--to", "q.csv")
    frame = pd.read_csv("q.csv")
    assert frame["tone"].min() < 0
    assert frame["words"].dtype == "int64"


def test_csv_opens_in_excel_as_utf8(export, tmp_path):
    export("quotations", "--to", "q.csv")
    data = (tmp_path / "q.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle_id,")
    assert "“" in data.decode("utf-8-sig")


def test_the_last_day_stands_beside_the_file(export):
    assert export("articles", "--to", "2026-03-19", "--to", "a.csv").exit_code == 0
    assert list(pd.read_csv("a.csv")["published"]) == ["2026-03-02"]


def test_articles_have_their_authors_and_addresses(export):
    export("articles", "--to", "a.csv")
    first = pd.read_csv("a.csv").iloc[0]
    assert (first["authors"], first["url"]) == ("Jo Park", "https://harborpost.example/bridge")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx"])
def test_an_empty_selection_is_a_file_with_heads_only(export, table, suffix):
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
def test_a_file_that_cannot_be_written_is_named_and_nothing_is_left(export, targets, code, words, tmp_path):
    done = export("articles", *targets)
    assert done.exit_code == code
    assert words in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_fails_leaves_the_old_file(export, tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("old", "utf-8")
    monkeypatch.setattr(
        pd.DataFrame, "to_csv", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "disk full"))
    )
    done = export("articles", "--to", "a.csv")
    assert (done.exit_code, "disk full" in done.stderr) == (1, True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.csv", "old")]
