"""Rules of what the network sees at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.quotes.tagger.encoding import Encoded, Stretch
from analysis.quotes.tagger.network import windows_of


def _encoded(lengths: list[int]) -> Encoded:
    stretches: list[Stretch] = []
    piece = 0
    for number, length in enumerate(lengths):
        stretches.append(Stretch(piece, piece + length, piece, piece + length, number))
        piece += length + 1
    at = np.arange(piece)
    return Encoded(at, at, at, at, at, at, tuple(stretches))


@given(st.lists(st.integers(1, 280), max_size=30), st.integers(100, 300), st.integers(0, 40))
def test_every_stretch_is_judged_once_and_seen_whole(lengths: list[int], size: int, context: int) -> None:
    encoded = _encoded(lengths)
    windows = windows_of(encoded, size=size, context=context)
    judged = [number for w in windows for number in range(w.first_stretch, w.end_stretch)]
    assert judged == list(range(len(lengths)))
    for window in windows:
        owned = encoded.stretches[window.first_stretch : window.end_stretch]
        assert window.first_piece <= owned[0].first_piece
        assert window.end_piece >= owned[-1].end_piece


@given(st.lists(st.integers(1, 280), max_size=30), st.integers(100, 300))
def test_no_window_is_longer_than_it_may_be_unless_one_stretch_is(lengths: list[int], size: int) -> None:
    for window in windows_of(_encoded(lengths), size=size, context=20):
        one = window.end_stretch - window.first_stretch == 1
        assert one or window.end_piece - window.first_piece <= size + 41


def test_a_window_sees_a_little_of_its_neighborhood() -> None:
    first, second = windows_of(_encoded([150, 150]), size=200, context=10)
    assert (first.first_piece, first.end_piece) == (0, 161)
    assert (second.first_piece, second.end_piece) == (141, 302)
