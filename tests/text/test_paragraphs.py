"""Rules of where paragraphs are."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.text.paragraphs import paragraph_spans

LINE = "The council of the city met again on Tuesday night and it"


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in paragraph_spans(text)]


def test_every_line_is_a_paragraph() -> None:
    assert paragraphs("One.\nTwo.\n\n  Three. \n") == ["One.", "Two.", "Three."]


def test_lines_wrapped_at_one_width_are_one_paragraph_up_to_a_blank_line() -> None:
    block = "\n".join([LINE] * 4)
    assert paragraphs(f"{block} rose.\n\n{block} sat.") == [f"{block} rose.", f"{block} sat."]


def test_lines_that_end_sentences_are_not_wrapped() -> None:
    assert len(paragraphs("\n".join([LINE + " rose."] * 6))) == 6


@given(st.text(st.sampled_from("ab .\n\t\u00a0") | st.characters(), max_size=200))
def test_paragraphs_hold_all_that_is_no_white_space_in_order(text: str) -> None:
    assert "".join("".join(part.split()) for part in paragraphs(text)) == "".join(text.split())
