"""Rules of lines that stand on a page and are no part of the article."""

import pytest

from analysis.text.furniture import dateline_length, is_byline, is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Silva",
        "By Ana Silva and Joe Park",
        "by Ana Silva, Joe Park & Lee van Aalst for the Harbor Post",
        "REPORTING BY ÉLISE PARK",
        "Photos by Ng",
    ],
)
def test_a_byline_names_who_made_the_article(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["By then it was late.", "By étienne", "Bystanders left", "By Ana Silva won it all again"]
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_a_long_line_is_neither_byline_nor_furniture() -> None:
    assert not is_byline("By Ana Silva and Joe Park for " + "the Harbor Post " * 9)
    assert not is_furniture("Breaking news" + " and more" * 40)


@pytest.mark.parametrize("line", ["BREAKING NEWS", "Live updates:", "…"])
def test_furniture_is_known_by_its_letters(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("VARDEN (CPA) — The ferry sank.", "The ferry sank."),
        ("VARDEN - The ferry sank.", "The ferry sank."),
        ("Varden, March 3 (CPA) — The ferry sank.", "The ferry sank."),
        ("ÖREBRO — The ferry sank.", "The ferry sank."),
        ("The ferry — a small one — sank.", "The ferry — a small one — sank."),
    ],
)
def test_a_dateline_is_a_place_in_capitals_or_with_an_agency(paragraph: str, rest: str) -> None:
    assert paragraph[dateline_length(paragraph) :] == rest
