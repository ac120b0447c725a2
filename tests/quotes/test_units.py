"""Rules of what is read at a time."""

from analysis.quotes.units import OUTSIDE, units_of
from analysis.text import parse


def units(text: str) -> list[str]:
    return [unit.covering(0, len(unit.tokens) - 1).of(text) for unit in units_of(parse(text, "x"))]


def test_a_quotation_of_several_sentences_is_read_whole() -> None:
    assert units("She left. “It failed. We tried,” she said.") == [
        "She left.",
        "“It failed. We tried,” she said.",
    ]


def test_a_comma_at_a_paragraphs_end_reaches_its_speech_tag() -> None:
    assert len(units("“It failed,”\n\nshe said on Monday.")) == 1


def test_an_endless_sentence_is_read_in_parts_that_lose_no_word() -> None:
    document = parse("word “quoted” " * 1000 + "end.", "x")
    found = units_of(document)
    assert tuple(token for unit in found for token in unit.tokens) == document.tokens
    assert max(sum(number == OUTSIDE for number in unit.inside) for unit in found) == 300
    assert all(unit.inside[0] == OUTSIDE for unit in found)
