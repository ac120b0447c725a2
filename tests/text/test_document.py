"""Rules of paragraphs, sentences, furniture and words."""

import pytest

from analysis.model import Span
from analysis.text import count_words, parse
from analysis.text.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Gov. Silva left. She smiled.", 2, id="title"),
        pytest.param("“Is it over?” she asked. Yes.", 2, id="question before its tag"),
        pytest.param("It met at 9 a.m. The council rose.", 2, id="abbreviation that ends a sentence"),
        pytest.param("He said no. Then he left.", 2, id="no is a word"),
        pytest.param("See No. 5 for more.", 1, id="number"),
        pytest.param("It costs $5.5 million. Too much!", 2, id="decimal"),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: int) -> None:
    assert len(sentence_spans(text, Span(0, len(text)))) == expected


def test_headline_kicker_subhead_and_buttons_are_not_measured() -> None:
    text = (
        "Breaking News\n\nCouncil votes on the levy\n\nThe council voted.\n\n"
        "A tense night\n\nIt was late.\n\nNo comments"
    )
    roles = [(p.span.of(text), p.role) for p in parse(text).paragraphs]
    assert [words for words, role in roles if role == "body"] == ["The council voted.", "It was late."]
    assert dict(roles)["No comments"] == "furniture"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ana Silva and Lee van Aalst", "furniture"),
        ("REPORTING BY JOE PARK", "furniture"),
        ("By then it was late.", "body"),
    ],
)
def test_a_byline_is_no_part_of_the_article(line: str, role: str) -> None:
    assert parse(f"The levy passes\n\n{line}\n\nIt passed.").paragraphs[1].role == role


def test_a_title_in_the_text_is_a_headline_even_with_a_full_stop() -> None:
    document = parse("The levy passes.\n\nIt passed.", "The levy passes")
    assert [p.role for p in document.paragraphs] == ["headline", "body"]


def test_a_dateline_is_left_out_of_its_paragraph() -> None:
    text = "VARDEN, March 3 (CPA) — The ferry sank."
    assert parse(text + "\n\nMore.").paragraphs[0].span.of(text) == "The ferry sank."


def test_lines_wrapped_at_one_width_are_one_paragraph() -> None:
    line = "The council of the city met again on Tuesday night and it"
    assert len(parse("\n".join([line] * 6) + " rose.").paragraphs) == 1


def test_an_empty_text_has_no_parts() -> None:
    assert parse("").paragraphs == ()
    assert parse(" \n ").sentences == ()


def test_words_hold_a_letter_or_digit() -> None:
    assert count_words("“No” — she said 3 times …") == 5
