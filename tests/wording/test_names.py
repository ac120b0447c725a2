"""Are names shortened without becoming somebody else's?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.wording.names import escaped, fitted, short_names, wrapped


@given(st.text(min_size=1, max_size=200))
def test_a_wrapped_name_keeps_to_its_lines_and_width(name: Any) -> None:
    lines = wrapped(name)
    assert 1 <= len(lines) <= 4
    assert all(len(line) <= 30 for line in lines)


def test_a_name_too_long_loses_its_middle() -> None:
    lines = wrapped("begin " + "word " * 60 + "end")
    assert (lines[0].split()[0], lines[2][0], lines[3].split()[-1]) == ("begin", "…", "end")


def test_wide_characters_take_more_room() -> None:
    assert all(
        len(line) <= 20 for line in wrapped("東京都知事選挙管理委員会事務局長代理補佐役職員組合連合会")
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Siobhán Ní Dhálaigh", "Ní Dhálaigh"),
        ("Yusuf al-Rashidi", "al-Rashidi"),
        ("Ludwig van der Berg", "van der Berg"),
        ("Henry Wells Jr.", "Wells Jr."),
        ("Madonna", "Madonna"),
    ],
)
def test_a_person_is_called_by_the_surname(name: str, short: str) -> None:
    assert short_names({name: "person"}, 18) == {name: short}


def test_two_persons_of_one_surname_stay_apart() -> None:
    short = short_names({"Ana Silva": "person", "Alma Silva": "person"}, 18)
    assert short == {"Ana Silva": "Ana Silva", "Alma Silva": "Alma Silva"}


def test_what_is_no_person_is_cut_in_its_middle() -> None:
    name = "Regional Association of Independent Harbour Pilots and Tug Masters"
    assert fitted(name, 18) == "Regional … Masters"
    assert fitted("Donaudampfschifffahrtsgesellschaft", 12) == "Donaud…chaft"


def test_markup_is_shown_as_it_is() -> None:
    assert escaped('<b>A\n"B" & C</b>') == '&lt;b&gt;A "B" &amp; C&lt;/b&gt;'
