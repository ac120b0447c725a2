"""Do loud voices count for what they are?"""

from typing import Any

import pandas as pd
import pytest

from analysis.errors import MissingColumns
from analysis.measures.concentration import effective_voices


def said(*rows: tuple[str | None, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["speaker", "words"]).astype({"speaker": "str", "words": "int64"})


def test_equal_voices_count_one_each() -> None:
    assert effective_voices(said(("Ana", 5), ("Bo", 2), ("Bo", 3), ("Cy", 5))) == 3


def test_one_loud_voice_makes_the_others_count_little() -> None:
    number = effective_voices(said(("Ana", 98), ("Bo", 1), ("Cy", 1)))
    assert 1 < number < 1.2


def test_unattributed_words_are_no_voice() -> None:
    assert effective_voices(said(("Ana", 1), (None, 100))) == 1


@pytest.mark.parametrize("statements", [said(), said((None, 3)), said(("Ana", 0))])
def test_without_words_there_is_no_number(statements: Any) -> None:
    assert effective_voices(statements) is None


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(MissingColumns, match="'words'"):
        effective_voices(said().drop(columns="words"))
