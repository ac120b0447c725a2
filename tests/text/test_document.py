"""Rules of what is asked of a document."""

import pytest

from analysis.text import count_words, parse


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


TEXT = "The levy passes\n\nAna Silva left. “We won,” she said.\n\nIt rained."


def test_a_position_belongs_to_the_last_sentence_that_begins_before_it() -> None:
    document = parse(TEXT)
    at = [document.sentence_at(TEXT.index(word)) for word in ("levy", "Ana", "left", "We", "rained")]
    assert at == [-1, 0, 0, 1, 2]
    assert [document.paragraph_at(TEXT.index(word)) for word in ("levy", "left", "rained")] == [-1, 1, 2]


def test_words_of_a_stretch_are_those_that_begin_in_it() -> None:
    document = parse(TEXT)
    assert [token.lower for token in document.tokens_in(document.marked[0].span)] == [
        "“",
        "we",
        "won",
        ",",
        "”",
    ]


def test_what_stands_in_marks_is_quoted() -> None:
    document = parse(TEXT)
    assert [document.quoted.hold(TEXT.index(word)) for word in ("won", "said")] == [True, False]


def test_a_capital_is_one_in_any_script() -> None:
    document = parse("Élan, élan, Ωmega.")
    assert [document.is_capital(token) for token in document.tokens if token.lower[0].isalnum()] == [
        True,
        False,
        True,
    ]
