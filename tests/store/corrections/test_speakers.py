from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from analysis.model import Selection
from analysis.store import open_corpus
from analysis.store.corrections import OtherKind, OtherRole, SameSpeaker, add_corrections
from analysis.store.corrections.speakers import facts_of, new_names, with_names_corrected
from analysis.store.names import NAMES_SCHEMA


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


def test_a_name_is_another_in_its_own_rows_and_gets_one_for_all_days_where_it_has_none() -> None:
    days = {"first_day": date(2026, 3, 1), "last_day": date(2026, 3, 9)}
    rows = [{"name": name, **days, "speaker": name, "speaker_id": name} for name in ("Bo Chen", "Cy Rossi")]
    names = pa.Table.from_pylist(rows, schema=NAMES_SCHEMA)
    made = [SameSpeaker(by="Eva", name="Bo Chen", speaker="Robert Chen")]
    assert with_names_corrected(names, []) is names
    found = with_names_corrected(names, made).to_pylist()
    assert [(row["name"], row["speaker"]) for row in found] == [
        ("Bo Chen", "Robert Chen"),
        ("Cy Rossi", "Cy Rossi"),
        ("Robert Chen", "Robert Chen"),
    ]
    assert [row["first_day"] for row in found] == [days["first_day"], days["first_day"], date.min]
    assert [row["last_day"] for row in found] == [days["last_day"], days["last_day"], date.max]


def test_of_facts_the_latest_is_told_under_the_name_of_now() -> None:
    moments = (datetime(2026, 3, day, tzinfo=UTC) for day in (3, 1, 2, 4))
    made = [
        OtherRole(by="Eva", name="Bo Chen", role="pilot", at=next(moments)),
        OtherRole(by="Eva", name="Robert Chen", role="clerk", at=next(moments)),
        OtherKind(by="Eva", name="Bo Chen", kind="group", at=next(moments)),
        SameSpeaker(by="Eva", name="Bo Chen", speaker="Robert Chen", at=next(moments)),
    ]
    assert facts_of(made).to_pylist() == [{"speaker": "Robert Chen", "kind": "group", "role": "pilot"}]
    assert facts_of([]).num_rows == 0
