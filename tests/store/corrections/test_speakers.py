from typing import Any

from analysis.model import Selection
from analysis.store import open_corpus
from analysis.store.corrections import OtherKind, OtherRole, SameSpeaker, add_corrections
from analysis.store.corrections.speakers import new_names


def words_of(corpus: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said.groupby("speaker")["words"].sum().to_dict()


def test_two_speakers_become_one_and_one_gets_another_name(bridge: Any) -> None:
    add_corrections(bridge, [SameSpeaker(by="Eva", name="Bo Chen", speaker="Ana Silva")])
    assert set(words_of(bridge)) == {"Ana Silva"}
    add_corrections(bridge, [SameSpeaker(by="Eva", name="Ana Silva", speaker="Ana M. Silva")])
    read = open_corpus(bridge)
    assert set(words_of(bridge)) == {"Ana M. Silva"}
    assert len(read.quotations(Selection(speakers=("Ana M. Silva",)))) == len(read.quotations())
    assert set(read.speakers()["aliases"].iloc[0]) >= {"Ana Silva", "Bo Chen"}


def test_kind_and_role_of_a_speaker_are_as_a_person_says(bridge: Any) -> None:
    add_corrections(
        bridge,
        [
            OtherRole(by="Eva", name="Bo Chen", role="chief engineer"),
            OtherKind(by="Eva", name="Bo Chen", kind="organization"),
        ],
    )
    read = open_corpus(bridge)
    row = read.speakers().set_index("speaker").loc["Bo Chen"]
    assert (row["kind"], row["role"]) == ("organization", "chief engineer")
    assert set(read.quotations(Selection(kinds=("organization",)))["speaker"]) == {"Bo Chen"}


def test_of_two_names_that_are_each_said_to_be_the_other_the_last_one_stands() -> None:
    there = SameSpeaker(by="Eva", name="Bo Chen", speaker="Robert Chen")
    back = SameSpeaker(by="Eva", name="Robert Chen", speaker="Bo Chen")
    assert set(new_names([there, back]).values()) == {"Bo Chen"}
    assert set(new_names([back, there]).values()) == {"Bo Chen"}


def test_what_is_known_of_a_name_follows_it_to_another_name(bridge: Any) -> None:
    add_corrections(
        bridge,
        [
            OtherRole(by="Eva", name="Bo Chen", role="chief engineer"),
            SameSpeaker(by="Eva", name="Bo Chen", speaker="Robert Chen"),
        ],
    )
    roles = open_corpus(bridge).speakers().set_index("speaker")["role"]
    assert roles["Robert Chen"] == "chief engineer"
