"""Does the matrix keep the order it was asked for, and say what its columns are?"""

from typing import Any

import pandas as pd

from analysis.charts.cross import outlets_by_speakers
from analysis.measures.cross import outlets_by_speakers as measured

SAID = pd.DataFrame(
    {
        "outlet": ["May", "April", "April"],
        "speaker": ["Ana", "Ana", "Bo"],
        "words": [1, 5, 4],
        "kind": "person",
    }
)


def heads(fig: Any) -> list[str]:
    return [text.text for text in fig.layout.annotations if text.xref == "x" and "%" not in text.text]


def test_columns_with_most_words_come_first() -> None:
    assert heads(outlets_by_speakers(measured(SAID), mode="light")) == ["April", "May"]


def test_columns_can_be_put_in_order_and_named() -> None:
    fig = outlets_by_speakers(measured(SAID), mode="light", order=["May", "April"], noun="period")
    assert heads(fig) == ["May", "April"]
    assert fig.layout.meta["alt"].startswith("Periods by speakers")


def test_columns_left_out_are_said_unless_they_were_chosen() -> None:
    assert "1 more" in outlets_by_speakers(measured(SAID), mode="light", most_outlets=1).layout.meta["note"]
    assert "note" not in outlets_by_speakers(measured(SAID), mode="light", order=["May"]).layout.meta
