from datetime import date

import pytest

from analysis.model import Article
from analysis.readers import ReadOptions, Skipped, read_bytes
from analysis.readers.texts import without_markup

BODY = "A ferry sank off Varden on Monday, the coast guard said. Nobody was hurt."


def only(text: str | bytes, name: str = "a.txt", options: ReadOptions = ReadOptions()) -> Article:  # noqa: B008
    data = text.encode() if isinstance(text, str) else text
    (article,) = read_bytes(name, data, options=options)
    return article


def test_a_header_block_is_about_the_article_and_not_in_it() -> None:
    article = only(
        "Title: Ferry sinks\nOutlet: Varden Post\nAuthor: By Ana Silva\nDate: 4 March 2026\n"
        f"URL: https://post.example/ferry\n\n{BODY}\n"
    )
    assert article.text == BODY
    assert (article.title, article.outlet, article.authors) == ("Ferry sinks", "Varden Post", ("Ana Silva",))
    assert (article.published, article.url) == (date(2026, 3, 4), "https://post.example/ferry")


@pytest.mark.parametrize("newline", ["\r\n", "\r"], ids=["windows", "old mac"])
def test_a_header_block_may_have_any_line_ends(newline: str) -> None:
    article = only(f"Title: Ferry sinks\n\n{BODY}\n\nMore.".replace("\n", newline))
    assert (article.title, article.text) == ("Ferry sinks", f"{BODY}\n\nMore.")


@pytest.mark.parametrize(
    "text",
    [
        f"Title: Ferry sinks\n{BODY}",
        f"Title: Ferry sinks\nWeather: wet\n\n{BODY}",
        f"Mayor: Nobody knew\n\n{BODY}",
    ],
    ids=["no blank line", "an unknown key", "only an unknown key"],
)
def test_lines_that_are_no_header_stay_in_the_text(text: str) -> None:
    assert only(text).text == text


def test_blank_lines_may_stand_before_the_header() -> None:
    assert only(f"\n\nTitle: Ferry sinks\n\n{BODY}").text == BODY


def test_a_header_key_may_be_left_empty() -> None:
    article = only(f"Title: Ferry sinks\nAuthor:\nDate:\n\n{BODY}")
    assert (article.authors, article.published, article.text) == ((), None, BODY)


def test_the_title_in_the_text_stays_there() -> None:
    article = only(f"Ferry sinks off Varden\n\n{BODY}")
    assert article.title == "Ferry sinks off Varden"
    assert article.text.startswith("Ferry sinks off Varden\n\nA ferry")


@pytest.mark.parametrize(
    "name", ["2026-03-04-ferry.txt", "x/20260304.txt", "ferry_2026_03_04.md", "p2026-03-04.txt"]
)
def test_a_day_in_the_name_of_the_file_is_the_date(name: str) -> None:
    assert only(BODY, name).published == date(2026, 3, 4)


@pytest.mark.parametrize(
    "name", ["ferry.txt", "2026-13-04.txt", "120260304.txt", "2026-03-04/ferry.txt", "1234.txt"]
)
def test_no_date_is_made_up(name: str) -> None:
    assert only(f"March 4, 2026\n\n{BODY} It was 2026-03-05.", name).published is None


def test_the_header_goes_before_the_name_of_the_file() -> None:
    assert only(f"Date: 2026-03-05\n\n{BODY}", "2026-03-04.txt").published == date(2026, 3, 5)


def test_an_ambiguous_date_is_told_and_the_article_kept() -> None:
    skipped: list[Skipped] = []
    (article,) = read_bytes("a.txt", f"Date: 03/04/2026\n\n{BODY}".encode(), on_skip=skipped.append)
    assert article.published is None
    assert skipped[0].kept
    assert "3 April 2026 or 4 March 2026" in str(skipped[0])


def test_day_first_answers_the_question() -> None:
    article = only(f"Date: 03/04/2026\n\n{BODY}", options=ReadOptions(day_first=True))
    assert article.published == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04" + bytes(60), "a zip or Office file"),
        (bytes(range(256)) * 4, "binary data"),
        (bytes(500), "binary data"),
    ],
    ids=["pdf", "docx", "bytes", "zeros"],
)
def test_a_binary_file_with_the_ending_of_a_text_is_named_for_what_it_is(data: bytes, what: str) -> None:
    skipped: list[Skipped] = []
    assert list(read_bytes("a.txt", data, on_skip=skipped.append)) == []
    assert str(skipped[0]).startswith(f"a.txt: {what}, not text")


def test_a_few_nul_bytes_are_mended() -> None:
    assert only(BODY.encode().replace(b"sank", b"sa\x00nk")).text == BODY


@pytest.mark.parametrize(
    "text", ["שלום, אמר ראש העיר.", "قال «لا» للصحفيين.", "“We won 🎉,” she said 👩‍👩‍👧.", "“”", "“No.”"]
)
def test_scripts_emoji_and_bare_marks_are_kept(text: str) -> None:
    assert only(text).text == text


def test_without_repair_the_text_stays_as_it_is() -> None:
    text = f"  {BODY} â€œno&amp;\r\n"
    assert only(text, options=ReadOptions(repair=False)).text == text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Ferry sinks #", "Ferry sinks"),
        ("Ferry sinks\n===========", "Ferry sinks"),
        (
            "**Rain** and *sun* and __hail__ and _snow_ and ***all***",
            "Rain and sun and hail and snow and all",
        ),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[the *report*](https://x.example/a_(b)) and ![a boat](b.png) here", "the report and  here"),
        ("[the report][1]\n\n[1]: https://x.example", "the report"),
        ("> “No,” she said.\n> “Never.”", "“No,” she said.\n“Never.”"),
        ("- one\n* two\n+ three\n1. four", "one\ntwo\nthree\n1. four"),
        ("above\n\n---\n\nbelow", "above\n\nbelow"),
        ("```python\ncode\n```", "code"),
        (
            "`code` and ~~gone~~ and <b>bold</b> and <https://x.example>",
            "code and gone and bold and https://x.example",
        ),
        ("Tom &amp; Ana \\*not italic\\*", "Tom & Ana *not italic*"),
        ("<!-- a\nnote -->Rain", "Rain"),
        ("— Ana Silva", "— Ana Silva"),
    ],
)
def test_markup_goes_and_words_stay(marked: str, plain: str) -> None:
    assert without_markup(marked) == plain


def test_front_matter_is_about_the_article() -> None:
    text = (
        '---\ntitle: "Ferry: the end"\nauthors:\n  - Ana Silva\n  - Tom Berg\ndate: 2026-03-04 # printed\n'
        f"publisher: Varden Post\ntags: [sea, ships]\n---\n\n{BODY}\n"
    )
    (article,) = read_bytes("a.md", text.encode())
    assert (article.title, article.outlet, article.text) == ("Ferry: the end", "Varden Post", BODY)
    assert (article.authors, article.published) == (("Ana Silva", "Tom Berg"), date(2026, 3, 4))


def test_a_plain_header_block_is_read_in_markdown_too() -> None:
    (article,) = read_bytes("a.md", f"Title: Ferry sinks\n\n{BODY}".encode())
    assert (article.title, article.text) == ("Ferry sinks", BODY)


def test_the_first_heading_is_the_title_and_stays_in_the_text() -> None:
    (article,) = read_bytes("2026-03-04.md", f"# Ferry sinks off Varden\n\n{BODY}".encode())
    assert (article.title, article.published) == ("Ferry sinks off Varden", date(2026, 3, 4))
    assert article.text == f"Ferry sinks off Varden\n\n{BODY}"
