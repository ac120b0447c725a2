"""Rules of what a source phrase consists of."""

import pytest

from analysis.model import Span
from analysis.speakers.cast import cast_of
from analysis.speakers.phrases import phrases_of
from analysis.text import parse


def parts(source: str, before: str = "") -> list[tuple[str, str]]:
    text = f"{before}{source} said so."
    cast = cast_of(parse(text, "x"), "x")
    found = phrases_of(text, [Span(len(before), len(before) + len(source))], cast)
    return [(p.sort, p.entity.name if p.entity else p.words or p.head) for p in found]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ana Silva", "Ana Silva"),
        ("Senator Ana Silva of Ghent", "Ana Silva"),
        ("“Night Show” host Ana Silva", "Ana Silva"),
        ("the mayor’s lawyer, Ana Silva,", "Ana Silva"),
        ("the chair of the committee, Councilor Ana Silva,", "Ana Silva"),
        ("her longtime friend, businesswoman Ana Silva", "Ana Silva"),
        ("Ana Silva, the mayor of Ghent,", "Ana Silva"),
    ],
)
def test_the_head_of_a_source_is_its_name(source: str, name: str) -> None:
    assert parts(source) == [("name", name)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a spokesman for Ana Silva", "spokesman for Ana Silva"),
        ("the Silva campaign", "Silva campaign"),
        ("a report by the Harbor Board", "report by the Harbor Board"),
        ("several pilots, including Ana Silva,", "several pilots"),
        ("an experienced, patient member of the crew", "experienced, patient member of the crew"),
        ("a person who attended the meeting", "person who attended the meeting"),
    ],
)
def test_a_name_that_only_belongs_to_a_description_is_not_its_head(source: str, words: str) -> None:
    assert parts(source) == [("description", words)]


@pytest.mark.parametrize(
    ("source", "both"),
    [
        ("Ana Silva and Joe Park", ["Ana Silva", "Joe Park"]),
        ("Ana Silva of Ghent and Joe Park of Varden", ["Ana Silva", "Joe Park"]),
        ("Ana Silva (Ghent) and Joe Park (Varden)", ["Ana Silva", "Joe Park"]),
        ("Ana Silva, Joe Park and Kim Lee", ["Ana Silva", "Joe Park", "Kim Lee"]),
    ],
)
def test_joint_speakers_are_parted(source: str, both: list[str]) -> None:
    assert [name for _, name in parts(source)] == both


@pytest.mark.parametrize("source", ["anybody", "having", "sign", "them", "you"])
def test_some_words_are_no_speaker(source: str) -> None:
    assert parts(source)[0][0] in {"nothing", "plural"}
