import csv
from datetime import date

import pytest

from analysis.model import Article
from analysis.readers import ReadOptions, Skipped, csv_tables, read_bytes


def table(text: str | bytes, name: str = "a.csv", **options: object) -> tuple[list[Article], list[str]]:
    skipped: list[Skipped] = []
    data = text if isinstance(text, bytes) else text.encode()
    articles = list(read_bytes(name, data, options=ReadOptions(**options), on_skip=skipped.append))
    return articles, [str(skip) for skip in skipped]


def test_columns_are_found_by_their_usual_names() -> None:
    (article,), _ = table(
        "ID,Headline,Publisher,Publish Date,Authors,URL,Body\n"
        '7,Ferry sinks,Post,4 May 2026,"Ana Silva; Tom Berg",https://p.example/1,Rain fell.\n'
    )
    assert (article.given_id, article.title, article.outlet) == ("7", "Ferry sinks", "Post")
    assert (article.published, article.authors) == (date(2026, 5, 4), ("Ana Silva", "Tom Berg"))
    assert (article.url, article.text, article.path) == ("https://p.example/1", "Rain fell.", "a.csv")


def test_the_users_names_go_before_the_usual_ones() -> None:
    columns = {"text": "clean", "date": "printed", "outlet": "Paper Name"}
    (article,), _ = table("text,clean,printed,paper name\nno,Rain fell.,2026-03-04,Post\n", columns=columns)
    assert (article.text, article.published, article.outlet) == ("Rain fell.", date(2026, 3, 4), "Post")


def test_a_table_without_a_text_column_is_skipped_with_its_columns_and_the_flag() -> None:
    articles, skipped = table("what,when\nRain fell.,2026-03-04\n")
    assert articles == []
    assert skipped == [
        "a.csv: no column holds the text; it has what, when: say which with --column text=NAME"
    ]


def test_a_chosen_column_that_is_not_there_is_named() -> None:
    articles, skipped = table("text,when\nRain fell.,x\n", columns={"published": "day"})
    assert (articles, skipped) == ([], ["a.csv: no column “day” for published; it has text, when"])


def test_bad_rows_are_named_by_the_line_where_they_begin() -> None:
    articles, skipped = table(
        'text,date\n"Rain\nfell.",2026-03-04\n,2026-03-05\nSun,1,2,3\nSnow,03/04/2026\n'
    )
    assert [article.text for article in articles] == ["Rain\nfell.", "Snow"]
    assert [skip.split(":")[0] for skip in skipped] == ["a.csv, line 4", "a.csv, line 5", "a.csv, line 6"]
    assert ["no text" in skipped[0], "4 cells, but 2 columns" in skipped[1], "unknown" in skipped[2]] == [
        True
    ] * 3


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_the_separator_is_found_out(separator: str, ending: str) -> None:
    row = separator.join(['"Rain, sun; and|snow."', "Post"])
    (article,), _ = table(f"text{separator}outlet\n{row}\n", f"a.{ending}")
    assert (article.text, article.outlet) == ("Rain, sun; and|snow.", "Post")


def test_a_table_of_one_column_has_no_separator() -> None:
    articles, skipped = table('text\nRain, sun; and snow.\n"Hail, too."\n')
    assert [article.text for article in articles] == ["Rain, sun; and snow.", "Hail, too."]
    assert skipped == []


def test_what_excel_writes_is_read() -> None:
    for data in ("\ufeffsep=;\r\ntext;outlet\r\nRain;Post\r\n", "text;outlet\rRain;Post\r"):
        (article,), skipped = table(data)
        assert (article.text, article.outlet, skipped) == ("Rain", "Post", [])
    (article,), _ = table("text\toutlet\r\n“Rain”\tPost\r\n".encode("utf-16"))
    assert article.text == "“Rain”"


def test_a_quotation_mark_that_never_closes_costs_only_its_line() -> None:
    articles, skipped = table('outlet,text\nA,Rain\nB,"Sun\nC,Snow\nD,"Hail, too"\n')
    assert [article.text for article in articles] == ["Rain", "Snow", "Hail, too"]
    assert len(skipped) == 1
    assert skipped[0].startswith("a.csv, line 3: a quotation mark opens here and never closes")


def test_marks_that_were_not_doubled_are_read_as_they_stand() -> None:
    articles, _ = table('outlet,text\nA,"She said "no" today"\nB,Snow\n')
    assert [article.text for article in articles] == ['She said no" today"', "Snow"]


def test_of_columns_of_one_name_the_first_is_read_and_told() -> None:
    (article,), skipped = table("text,text,outlet\nRain,Sun,Post\n")
    assert (article.text, article.outlet) == ("Rain", "Post")
    assert skipped == ["a.csv: 2 columns are named “text”; the first was read"]


def test_a_cell_larger_than_the_limit_is_named_and_the_next_row_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_tables, "_LARGEST_CELL", 1000)
    articles, skipped = table(f"text,outlet\n{'x' * 5000},Post\nRain,Post\n")
    assert [article.text for article in articles] == ["Rain"]
    assert skipped[0].startswith("a.csv, line 2: ")


def test_a_file_with_too_many_open_marks_is_given_up() -> None:
    articles, skipped = table("text,outlet\n" + '"a"b,"\n' * 401)
    assert len(articles) + len(skipped) < 500


@pytest.mark.parametrize("empty", ["nan", "NaN", "None", "null", " ", '""'])
def test_what_programs_write_for_an_empty_cell_is_no_text(empty: str) -> None:
    articles, skipped = table(f"text,title\n{empty},Ferry\n")
    assert articles == []
    assert skipped == ["a.csv, line 2: no text; every article needs some"]


def test_a_header_alone_or_blank_lines_are_no_articles() -> None:
    assert table("text,date\n") == ([], [])
    assert table("text,date\n\n,\n  \n")[0] == []
    assert table("\n\n")[1] == ["a.csv: an empty table; its first line must name the columns"]


def test_a_binary_file_with_the_ending_of_a_table_is_named() -> None:
    assert table(b"PK\x03\x04" + bytes(100))[1][0].startswith("a.csv: a zip or Office file, not a table")


def test_a_cell_with_odd_bytes_and_marks_is_mended() -> None:
    (article,), _ = table(b"text,outlet\n\x93Na\xefve,\x94 Post\n")
    assert (article.text, article.outlet) == ("“Naïve", "” Post")


def test_the_limit_of_cells_of_the_process_stays_as_it_is(request: pytest.FixtureRequest) -> None:
    before = csv.field_size_limit(4321)
    request.addfinalizer(lambda: csv.field_size_limit(before))
    rows = read_bytes("a.csv", f"text\n{'Rain ' * 40_000}\nSun\n".encode())
    assert len(next(rows).text) == 199_999
    assert csv.field_size_limit() == 4321
    assert [article.text for article in rows] == ["Sun"]
    assert csv.field_size_limit() == 4321
