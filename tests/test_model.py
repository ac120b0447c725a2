from datetime import date

import pytest

from analysis.model import Selection


def test_the_base_forgets_speakers_and_kinds_and_nothing_else() -> None:
    selection = Selection(
        date_from=date(2026, 1, 1),
        speakers=("Ana Silva",),
        kinds=("person",),
        forms=("direct",),
        text="harbor",
    )
    expected = Selection(date_from=date(2026, 1, 1), forms=("direct",), text="harbor")
    assert selection.base() == expected


def test_equal_selections_are_one_key() -> None:
    assert {Selection(outlets=("A",)): 1}[Selection(outlets=("A",))] == 1


def test_an_unknown_form_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="sideways"):
        Selection(forms=("sideways",))
