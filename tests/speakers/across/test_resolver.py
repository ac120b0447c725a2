from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.speakers.across.resolver import LAST_DAY, SpeakerName, names_across
from analysis.speakers.across.voices import NO_DAY, NameSeen

DAY = 730_000

Seen = tuple[str, str, list[int]]


def person(name: str, *days: int) -> Seen:
    return name, "person", [DAY + day for day in days or (0,)]


def body(name: str, *days: int) -> Seen:
    return name, "organization", [DAY + day for day in days or (0,)]


def rows_of(*seen: Seen, forms: dict[str, set[str]] | None = None) -> list[SpeakerName]:
    days = {name: sorted(quoted) for name, _, quoted in seen}
    names = [
        NameSeen(name, kind, len(quoted), frozenset((forms or {}).get(name, ())))
        for name, kind, quoted in seen
    ]
    return names_across(names, lambda asked: {name: days[name] for name in asked if name in days})


def on(rows: list[SpeakerName], name: str, day: int = 0) -> str:
    (found,) = [r.speaker for r in rows if r.name == name and r.first_day <= DAY + day <= r.last_day]
    return found


def test_spellings_of_one_name_are_joined_under_the_most_used() -> None:
    rows = rows_of(
        person("Nguyễn Thị Lan", 1, 2), person("Nguyen Thi Lan"), person("NGUYEN THI LAN", 1, 2, 3)
    )
    assert {row.speaker for row in rows} == {"Nguyễn Thị Lan"}
    assert len({row.speaker_id for row in rows}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bo Stone", "Robert Stone"),
        ("Al Stone", "Al Stone Jr."),
        ("Ana Silva", "Ana Silveira"),
        ("Janet R. Okafor", "Janet B. Okafor"),
        ("Ana Silva", "Silva Ana"),
    ],
)
def test_two_full_names_are_never_joined(one: str, other: str) -> None:
    rows = rows_of(person(one), person(other))
    assert {row.name: row.speaker for row in rows} == {one: one, other: other}


def test_a_middle_name_may_be_missing_where_that_leaves_no_doubt() -> None:
    rows = rows_of(person("Janet Okafor", 1, 2), person("Janet Rose Okafor"), person("Janet R. Okafor"))
    assert {row.speaker for row in rows} == {"Janet Okafor"}


def test_a_name_that_could_be_two_people_is_joined_to_neither() -> None:
    rows = rows_of(person("Janet Okafor"), person("Janet R. Okafor"), person("Janet B. Okafor"))
    assert all(row.speaker == row.name for row in rows)


def test_a_surname_is_joined_to_the_only_full_name_near() -> None:
    rows = rows_of(person("Okafor", 10), person("Janet Okafor", 0))
    assert on(rows, "Okafor", 10) == "Janet Okafor"


def test_a_surname_of_two_people_stands_for_itself() -> None:
    rows = rows_of(person("Okafor", 10), person("Janet Okafor", 0), person("Rui Okafor", 20))
    assert on(rows, "Okafor", 10) == "Okafor"


def test_a_surname_stands_for_different_people_at_different_times() -> None:
    rows = rows_of(person("Okafor", 0, 60, 200, 500), person("Janet Okafor", 0), person("Rui Okafor", 210))
    assert [on(rows, "Okafor", day) for day in (0, 60, 200, 500)] == [
        "Janet Okafor",
        "Janet Okafor",
        "Rui Okafor",
        "Okafor",
    ]


def test_sixty_days_are_near_and_sixty_one_are_not() -> None:
    assert on(rows_of(person("Okafor", 60), person("Janet Okafor", 0)), "Okafor", 60) == "Janet Okafor"
    assert on(rows_of(person("Okafor", 61), person("Janet Okafor", 0)), "Okafor", 61) == "Okafor"


def test_an_article_without_a_date_is_compared_with_all() -> None:
    undated = NO_DAY - DAY
    rows = rows_of(person("Okafor", undated), person("Janet Okafor", 500))
    assert on(rows, "Okafor", undated) == "Janet Okafor"
    rows = rows_of(person("Okafor", undated), person("Janet Okafor", 500), person("Rui Okafor", 0))
    assert on(rows, "Okafor", undated) == "Okafor"
    rows = rows_of(person("Okafor", 500), person("Janet Okafor", undated))
    assert on(rows, "Okafor", 500) == "Janet Okafor"


def test_an_initial_is_joined_to_the_only_first_name_near() -> None:
    rows = rows_of(person("J. R. Okafor"), person("Janet R. Okafor"), person("Rui Okafor"))
    assert on(rows, "J. R. Okafor") == "Janet R. Okafor"
    rows = rows_of(person("J. Okafor"), person("Janet Okafor"), person("John Okafor"))
    assert on(rows, "J. Okafor") == "J. Okafor"


def test_an_initial_that_no_full_name_fits_is_another_person() -> None:
    rows = rows_of(person("Okafor"), person("J. Okafor"), person("Rui Okafor"))
    assert on(rows, "Okafor") == "Okafor"
    rows = rows_of(person("Okafor"), person("J. Okafor"), person("Janet Okafor"))
    assert on(rows, "Okafor") == "Janet Okafor"


def test_a_son_makes_the_surname_ambiguous_and_never_gets_it_alone() -> None:
    rows = rows_of(person("Stone"), person("Al Stone Jr."))
    assert on(rows, "Stone") == "Stone"
    rows = rows_of(person("Stone"), person("Stone Jr."), person("Al Stone"), person("Al Stone Jr."))
    assert (on(rows, "Stone"), on(rows, "Stone Jr.")) == ("Stone", "Al Stone Jr.")


def test_a_surname_of_two_words_is_one() -> None:
    rows = rows_of(person("Van Aalst"), person("Gerrit Van Aalst"), person("Van Stone"))
    assert (on(rows, "Van Aalst"), on(rows, "Van Stone")) == ("Gerrit Van Aalst", "Van Stone")


def test_a_first_name_alone_is_joined_to_nobody() -> None:
    assert on(rows_of(person("Janet"), person("Janet Okafor")), "Janet") == "Janet"


def test_bodies_of_one_name_are_joined() -> None:
    rows = rows_of(body("Harbor & Tug Board", 1, 2), body("the Harbor and Tug Board"), body("Harbor Board"))
    assert {row.name: row.speaker for row in rows} == {
        "Harbor & Tug Board": "Harbor & Tug Board",
        "the Harbor and Tug Board": "Harbor & Tug Board",
        "Harbor Board": "Harbor Board",
    }


def test_an_acronym_is_joined_to_the_body_that_an_article_calls_by_it() -> None:
    seen = (body("HTB", 5, 500), body("H.T.B.", 5), body("Harbor and Tug Board"))
    rows = rows_of(*seen, forms={"Harbor and Tug Board": {"HTB", "BOARD"}})
    assert on(rows, "HTB", 500) == on(rows, "H.T.B.", 5) == "Harbor and Tug Board"
    assert on(rows_of(*seen), "HTB", 5) == "HTB"


def test_an_acronym_of_two_bodies_stands_for_itself() -> None:
    forms = {"Harbor and Tug Board": {"HTB"}, "House Trade Bureau": {"HTB"}}
    rows = rows_of(body("HTB"), body("Harbor and Tug Board"), body("House Trade Bureau"), forms=forms)
    assert on(rows, "HTB") == "HTB"


def test_a_person_and_a_body_of_one_name_are_not_mixed_up() -> None:
    rows = rows_of(body("Stone"), person("Al Stone"))
    assert on(rows, "Stone") == "Stone"


def test_joint_speakers_are_joined_one_by_one() -> None:
    rows = rows_of(person("Bo Chen & Okafor", 3), person("Janet Okafor"))
    assert on(rows, "Bo Chen & Okafor", 3) == "Bo Chen & Janet Okafor"


def test_a_first_name_before_a_full_name_is_no_surname() -> None:
    rows = rows_of(person("Bea & Al Stone"), person("Janet Bea"))
    assert on(rows, "Bea & Al Stone") == "Bea & Al Stone"


def test_a_body_with_an_ampersand_is_no_joint_speaker() -> None:
    rows = rows_of(body("Stone & Okafor"), person("Janet Okafor"), person("Al Stone"))
    assert on(rows, "Stone & Okafor") == "Stone & Okafor"


def test_who_is_quoted_jointly_counts_as_quoted() -> None:
    rows = rows_of(person("Okafor", 3), person("Janet Okafor & Bo Chen"))
    assert on(rows, "Okafor", 3) == "Janet Okafor"


def test_the_id_stays_when_other_forms_of_the_name_are_added() -> None:
    before = rows_of(person("Janet Okafor"))
    after = rows_of(
        person("Janet Okafor"), person("Janet R. Okafor", 1, 2), person("Okafor"), person("Bo Chen")
    )
    assert {row.speaker_id for row in after if row.name != "Bo Chen"} == {before[0].speaker_id}


def test_no_names_give_no_rows() -> None:
    assert rows_of() == []


NAMES = [
    "Okafor",
    "J. Okafor",
    "Janet Okafor",
    "Janet R. Okafor",
    "Janet B. Okafor",
    "Rui Okafor",
    "Okafor Jr.",
]
SEEN = st.dictionaries(
    st.sampled_from([*NAMES, "Okafor & Bo Chen", "Janet Okafor & Okafor"]),
    st.lists(st.integers(0, 300), min_size=1, max_size=4, unique=True),
)


@settings(deadline=None)
@given(SEEN, st.randoms())
def test_every_day_has_one_answer_whatever_the_order(quoted: dict[str, list[int]], random: Random) -> None:
    seen = [person(name, *days) for name, days in quoted.items()]
    rows = rows_of(*seen)
    random.shuffle(seen)
    assert rows == rows_of(*seen)
    for name in quoted:
        spans = [(row.first_day, row.last_day) for row in rows if row.name == name]
        assert (spans[0][0], spans[-1][1]) == (NO_DAY, LAST_DAY)
        assert all(before[1] + 1 == after[0] for before, after in pairwise(spans))
