"""Is every number written the same way everywhere?"""

from typing import Any

import pytest

from analysis.wording import numbers
from analysis.wording.numbers import NBSP


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.174, "17 %"),
        (0.004, "0.4 %"),
        (0.00996, "1 %"),
        (0.0004, "< 0.1 %"),
        (0.0005, "0.1 %"),
        (0.0, "0 %"),
        (1.0, "100 %"),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_shares_are_whole_percent_but_under_one(value: Any, written: str) -> None:
    assert numbers.share(value) == written.replace(" ", NBSP)


def test_halves_are_rounded_away_from_zero() -> None:
    assert numbers.share(0.125) == f"13{NBSP}%"
    assert numbers.signed(-2.5, 0) == "−3"


def test_a_difference_never_contradicts_the_shares_beside_it() -> None:
    assert numbers.shares_and_points(0.104, 0.116) == (f"10.4{NBSP}%", f"11.6{NBSP}%", "+1.2")
    assert numbers.shares_and_points(0.12, 0.17) == (f"12{NBSP}%", f"17{NBSP}%", "+5")


def test_zero_has_no_sign() -> None:
    assert (numbers.tone(-0.001), numbers.points(0.0)) == ("0.00", "0")


def test_millions_are_short() -> None:
    assert (numbers.count(999_999), numbers.count(1_200_000)) == ("999,999", f"1.2{NBSP}M")
