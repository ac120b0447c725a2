import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.speakers.across.person_names import PersonName, could_be_same, person_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Okafor", PersonName("", (), ("okafor",))),
        ("Janet R. Okafor", PersonName("janet", ("r",), ("okafor",))),
        ("J.R. Okafor", PersonName("j", ("r",), ("okafor",))),
        ("Gen. Al Stone, Jr.", PersonName("al", (), ("stone",), "jr")),
        ("Gerrit van der Aalst", PersonName("gerrit", (), ("van", "der", "aalst"))),
        ("Siobhán Ní Dhálaigh", PersonName("siobhan", (), ("ni", "dhalaigh"))),
        ("Dr.", PersonName("", (), ("dr",))),
    ],
)
def test_a_name_comes_apart(name: str, parts: PersonName) -> None:
    assert person_name(name) == parts


@given(st.text(max_size=30))
def test_any_name_comes_apart(name: str) -> None:
    assert person_name(name).surname


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        ("Nguyễn Thị Lan", "Nguyen Thi Lan", True),
        ("Janet Okafor", "Janet Rose Okafor", True),
        ("Janet R. Okafor", "Janet Rose Okafor", True),
        ("J. R. Okafor", "Janet R. Okafor", True),
        ("Okafor", "Janet Okafor", True),
        ("Janet R. Okafor", "Janet B. Okafor", False),
        ("Bo Stone", "Robert Stone", False),
        ("Al Stone", "Al Stone Jr.", False),
        ("A. W. Stone", "A. H. W. Stone", False),
        ("Ana Silva", "Ana Silveira", False),
    ],
)
def test_two_names_could_be_one_persons(one: str, other: str, possible: bool) -> None:
    assert could_be_same(person_name(one), person_name(other)) is possible
    assert could_be_same(person_name(other), person_name(one)) is possible
