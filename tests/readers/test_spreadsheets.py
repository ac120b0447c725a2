import io
import zipfile
from datetime import date, datetime

from openpyxl import Workbook

from analysis.model import Article
from analysis.readers import ReadOptions, Skipped, read_bytes


def workbook(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Sheet{number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheets(data: bytes) -> tuple[list[Article], list[str]]:
    skipped: list[Skipped] = []
    articles = list(read_bytes("a.xlsx", data, options=ReadOptions(), on_skip=skipped.append))
    return articles, [str(skip) for skip in skipped]


def test_cells_of_any_kind_are_read() -> None:
    (article,), skipped = sheets(
        workbook(
            [["id", "text", "date", "outlet"], [7.0, "Rain_x000D_\nfell.", datetime(2026, 3, 4, 9), "Post"]]
        )
    )
    assert (article.given_id, article.text, article.outlet) == ("7", "Rain\nfell.", "Post")
    assert (article.published, skipped) == (date(2026, 3, 4), [])


def test_a_date_left_as_a_number_is_told_and_not_guessed() -> None:
    (article,), skipped = sheets(workbook([["text", "date"], ["Rain fell.", 46085]]))
    assert article.published is None
    assert skipped[0].startswith("a.xlsx, sheet Sheet1, row 2: 46085 is no date")


def test_every_sheet_with_a_text_column_is_read_and_others_are_named() -> None:
    rows: list[list[object]] = [["text"], ["Rain."]]
    articles, skipped = sheets(
        workbook(rows, [["key", "value"], ["a", 1]], [], [[], ["text"], [None], ["Sun."]])
    )
    assert [article.text for article in articles] == ["Rain.", "Sun."]
    assert skipped == [
        "a.xlsx, sheet Sheet2: no column holds the text; it has key, value: say which with --column text=NAME"
    ]


def test_numbers_and_empty_cells_in_a_text_column_do_no_harm() -> None:
    articles, skipped = sheets(
        workbook([["text", "title"], [12, "a"], [None, "b"], [True, "c"], ["Rain.", None]])
    )
    assert [article.text for article in articles] == ["12", "Rain."]
    assert [skip.split(":")[0][-5:] for skip in skipped] == ["row 3", "row 4"]


def test_what_is_no_workbook_is_named() -> None:
    assert sheets(b"text,date\nRain,x\n")[1] == [
        "a.xlsx: no Excel workbook, or a damaged one; save it anew as .xlsx"
    ]


def test_a_zip_that_is_no_workbook_is_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Rain fell.")
    assert sheets(out.getvalue())[1][0].startswith("a.xlsx: damaged from here on")


def test_a_workbook_that_unpacks_to_a_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(60_000_000))
    assert "times its size" in sheets(out.getvalue())[1][0]
