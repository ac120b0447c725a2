"""Do the bars show shares as they are, in their fixed places?"""

from typing import Any

import pandas as pd
import pytest

from analysis.charts.palette import palette
from analysis.charts.shares import share_of_voice
from analysis.model import UNNAMED_SOURCES
from analysis.wording.numbers import NBSP

COLUMNS = [
    "speaker",
    "kind",
    "words",
    "direct",
    "mixed",
    "indirect",
    "quotations",
    "articles",
    "share",
    "reach",
]


def table(*rows: tuple[str | None, str | None, float]) -> pd.DataFrame:
    full = [(name, kind, 100, 50, 30, 20, 7, 2, share, 0.5) for name, kind, share in rows]
    return pd.DataFrame(full, columns=COLUMNS).astype({"speaker": "str", "kind": "str"})


def draw(shares: pd.DataFrame, **options: Any) -> Any:
    return share_of_voice(shares, **{"mode": "light", "colors": {"Ana": 0, "Bo": 1}} | options)


def texts(fig: Any) -> list[str]:
    return [annotation.text for annotation in fig.layout.annotations]


def bars(fig: Any, form: str) -> Any:
    return next(trace for trace in fig.data if trace.name == form)


def test_forms_are_parts_of_the_share_laid_end_to_end() -> None:
    fig = draw(table(("Ana", "person", 0.4)))
    assert [bars(fig, form).x[0] for form in ("direct", "mixed", "indirect")] == pytest.approx(
        [0.2, 0.12, 0.08]
    )
    assert [bars(fig, form).base[0] for form in ("direct", "mixed", "indirect")] == pytest.approx(
        [0, 0.2, 0.32]
    )


def test_numbers_stand_in_columns_and_only_the_share_is_bold() -> None:
    found = texts(draw(table(("Ana", "person", 0.174))))
    assert found[-4:] == ["Ana", f"<b>17{NBSP}%</b>", f"50{NBSP}%", "7"]


def test_the_interval_has_a_column_only_where_it_is_known() -> None:
    plain = table(("Ana", "person", 0.4))
    assert f"95{NBSP}%" not in texts(draw(plain))
    assert "30–50" in texts(draw(plain.assign(low=0.3, high=0.5)))


def test_speakers_beyond_the_top_stand_together() -> None:
    fig = draw(table(("Ana", "person", 0.4), ("Bo", "person", 0.3), ("Cy", "person", 0.1)), top=1)
    assert "2 others" in texts(fig)
    assert f"<b>40{NBSP}%</b>" in texts(fig)
    assert bars(fig, "direct").customdata[1][0] is None


def test_unattributed_speech_is_grey_and_last() -> None:
    fig = draw(table((None, None, 0.6), ("Ana", "person", 0.4)))
    assert list(bars(fig, "direct").marker.color)[-1] == palette("light").unattributed
    assert [text for text in texts(fig) if text in ("Ana", "Unattributed")] == ["Ana", "Unattributed"]


def test_unnamed_sources_have_a_hollow_swatch() -> None:
    fig = draw(table((UNNAMED_SOURCES, "unnamed", 0.4)))
    assert fig.layout.shapes[-1].fillcolor == palette("light").page


def test_the_lower_ranked_of_two_with_one_color_is_hatched() -> None:
    fig = draw(table(("Ana", "person", 0.4), ("Cy", "person", 0.3)), colors={"Ana": 0, "Cy": 10})
    assert list(bars(fig, "direct").marker.pattern.shape) == ["", "/"]
    assert bars(fig, "direct").marker.color[0] == bars(fig, "direct").marker.color[1]


def test_a_row_is_as_high_as_its_name_needs() -> None:
    one = draw(table(("Ana", "person", 0.4))).layout.height
    three = draw(table(("Regional Association of Independent Harbour Pilots and Tug Masters", None, 0.4)))
    assert (one, three.layout.height) == (22 + 39, 22 + 75)


def test_outlets_are_neutral() -> None:
    by_outlet = table(("Post", None, 1.0)).rename(columns={"speaker": "outlet"}).drop(columns="kind")
    assert bars(draw(by_outlet), "direct").marker.color[0] == palette("light").neutral


def test_without_reach_there_is_no_such_column() -> None:
    assert "reach" not in texts(draw(table(("Ana", "person", 1.0)).drop(columns="reach")))


def test_the_alt_sentence_names_the_largest_share() -> None:
    alt = draw(table(("Ana", "person", 0.4), ("Bo", "person", 0.3))).layout.meta["alt"]
    assert alt == f"Share of voice by speaker: Ana has most, 40{NBSP}%, before Bo with 30{NBSP}%."


def test_a_bar_of_others_does_not_squeeze_those_who_are_named() -> None:
    fig = draw(table(("Ana", "person", 0.1), ("Bo", "person", 0.05), ("Cy", "person", 0.8)), top=1)
    assert fig.layout.xaxis.range[1] == pytest.approx(0.1 / 0.985)
    ends = [bars(fig, "indirect").base[place] + bars(fig, "indirect").x[place] for place in (0, 1)]
    assert ends == pytest.approx([0.1, 0.1])
    assert f"<b>85{NBSP}%</b>" in texts(fig)
    assert len([shape for shape in fig.layout.shapes if shape.line.width == 3]) == 2


def test_a_bar_of_others_within_the_scale_is_whole() -> None:
    fig = draw(table(("Ana", "person", 0.7), ("Bo", "person", 0.2), ("Cy", "person", 0.1)), top=1)
    assert not [shape for shape in fig.layout.shapes if shape.line.width == 3]
    assert [row[1] for row in bars(fig, "direct").customdata if row[1] != "named"] == ["others"]
