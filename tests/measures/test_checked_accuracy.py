from typing import Any

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.checked import sample_accuracy

COLUMNS = ["is_found", "is_wrong", "is_speech", "is_missed", "is_speaker_right"]


def checked(*rows: Any) -> Any:
    return pd.DataFrame(rows, columns=COLUMNS)


RIGHT = (True, False, True, False, True)
OTHER_SPEAKER = (True, False, True, False, False)
NO_QUOTATION = (True, True, False, False, True)
MISSED = (False, False, True, True, True)
SILENT = (False, False, False, False, True)


def test_each_figure_counts_only_the_items_that_tell_of_it() -> None:
    found = sample_accuracy(
        checked(*[RIGHT] * 6, *[OTHER_SPEAKER] * 2, *[NO_QUOTATION] * 2, *[MISSED] * 4, *[SILENT] * 86),
        with_recall=True,
    ).set_index("measure")
    assert found.loc["recall", ["right", "checked"]].tolist() == [8, 12]
    assert found.loc["precision", ["right", "checked"]].tolist() == [8, 10]
    assert found.loc["speaker", ["right", "checked"]].tolist() == [6, 8]
    assert found.loc["precision with speaker", ["right", "checked"]].tolist() == [6, 10]
    # Wilson's interval of 8 of 10, as in the textbook: 49 to 94 percent.
    assert found.loc["precision", ["low", "high"]].tolist() == pytest.approx([0.4902, 0.9433])


def test_checked_quotations_tell_nothing_of_recall() -> None:
    assert "recall" not in set(sample_accuracy(checked(RIGHT), with_recall=False)["measure"])


def test_nothing_checked_gives_figures_without_values() -> None:
    found = sample_accuracy(checked(), with_recall=True)
    assert found["checked"].tolist() == [0, 0, 0, 0]
    assert found[["value", "low", "high"]].isna().all(axis=None)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="is_missed"):
        sample_accuracy(checked(RIGHT).drop(columns="is_missed"), with_recall=True)
