"""Does everybody keep one color?"""

from typing import Any

import pandas as pd
import pytest

from analysis.charts.palette import DARK, LIGHT, color_slots, palette, second_of_slot, speaker_color, text_on
from analysis.model import UNNAMED_SOURCES


def test_places_follow_words_then_the_alphabet_and_leave_unnamed_sources_out() -> None:
    speakers = pd.DataFrame(
        {
            "speaker": [UNNAMED_SOURCES, "Bo", "Ana", "Cy"],
            "kind": ["unnamed", *["person"] * 3],
            "words": [9, 2, 2, 5],
        }
    )
    assert color_slots(speakers) == {"Cy": 0, "Ana": 1, "Bo": 2}


def test_the_eleventh_speaker_has_the_first_color_again() -> None:
    assert speaker_color("K", {"K": 10}, "light") == LIGHT.slots[0]


@pytest.mark.parametrize(
    ("name", "kind"), [(None, None), (UNNAMED_SOURCES, None), ("senior official", "unnamed")]
)
def test_whoever_has_no_name_is_grey(name: Any, kind: str | None) -> None:
    assert speaker_color(name, {"senior official": 0}, "dark", kind=kind) == DARK.unattributed


def test_a_speaker_without_a_place_is_the_grey_of_others() -> None:
    assert speaker_color("New", {}, "light") == LIGHT.others


def test_only_the_lower_ranked_of_a_color_is_marked() -> None:
    assert second_of_slot(["A", "K", "B"], {"A": 0, "B": 1, "K": 10}) == {"K"}


def test_text_on_a_color_is_the_one_easier_to_read() -> None:
    assert text_on("#EEF1F4", "light") == LIGHT.ink
    assert text_on("#1B2D42", "light") == LIGHT.page


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="'sepia'"):
        palette("sepia")
