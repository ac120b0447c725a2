"""Rules of who a source is."""

import pytest

from analysis import Article, analyze


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    found = analyze(Article(text=text, title="x")).quotations
    return [(quotation.speaker, quotation.kind) for quotation in found]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Mayor Ana Silva spoke. “It failed,” Silva said.", "Ana Silva", "person"),
        ("Ana Silva spoke. “It failed,” she said.", "Ana Silva", "person"),
        ("Mr. Joe Park met Mrs. Ana Silva. “It failed,” he said.", "Joe Park", "person"),
        ("Ana Silva, the mayor, spoke. “It failed,” the mayor said.", "Ana Silva", "person"),
        ("“It failed,” said UN Ambassador Ngozi Eze-Bello.", "Ngozi Eze-Bello", "person"),
        ("“It failed,” said Zoltán Szekeres.", "Zoltán Szekeres", "person"),
        ("Nguyễn Thị Lan sells fish. “It failed,” Lan said.", "Nguyễn Thị Lan", "person"),
        ("“It failed,” a senior official said.", "senior official", "unnamed"),
        ("Residents said that it failed.", "Residents", "group"),
        ("The report said that it failed.", "report", "document"),
        ("The Varden Chamber of Commerce said that it failed.", "Varden Chamber of Commerce", "organization"),
    ],
)
def test_a_source_becomes_its_speaker(text: str, speaker: str, kind: str) -> None:
    assert speakers(text) == [(speaker, kind)]


def test_joint_speakers_are_joined_in_text_order() -> None:
    assert speakers("Ana Silva and Joe Park said that it failed.") == [("Ana Silva & Joe Park", "person")]


def test_nobody_is_guessed_for_a_pronoun_without_a_name() -> None:
    assert speakers("“It failed,” she said.") == [(None, None)]


def test_a_description_takes_its_fullest_form() -> None:
    text = "A harbor board spokesperson confirmed it failed. “It failed,” the spokesperson said."
    assert speakers(text)[-1] == ("harbor board spokesperson", "unnamed")


def test_the_role_is_given_as_the_text_gives_it() -> None:
    [quotation] = analyze(Article(text="“No,” said Port Director Ana Silva.", title="x")).quotations
    assert quotation.role == "Port Director"
