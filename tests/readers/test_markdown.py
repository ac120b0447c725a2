from datetime import date

import pytest

from analysis.readers import read_bytes
from analysis.readers.markdown import without_markup

BODY = "A ferry sank off Varden on Monday, the coast guard said. Nobody was hurt."


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
