"""Rules of stretches of a text."""

from __future__ import annotations

import pytest

from analysis.model import Span
from analysis.text.stretches import Stretches


@pytest.mark.parametrize(
    ("position", "held"), [(0, False), (1, True), (4, True), (5, True), (7, False), (9, True), (10, False)]
)
def test_a_position_is_held_where_one_of_the_stretches_holds_it(position: int, held: bool) -> None:
    assert Stretches([Span(9, 10), Span(1, 5), Span(2, 7)]).hold(position) is held


def test_no_stretches_hold_nothing() -> None:
    assert not Stretches([]).hold(0)


def test_what_overlaps_is_counted_once() -> None:
    stretches = Stretches([Span(1, 5), Span(2, 7), Span(9, 10)])
    assert [stretches.overlap(span) for span in (Span(0, 1), Span(0, 3), Span(4, 12), Span(7, 9))] == [
        0,
        2,
        4,
        0,
    ]
