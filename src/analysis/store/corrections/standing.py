"""Which corrections hold: not undone, and not overridden by a later one.

An undone correction counts for nothing; undoing the undoing brings it back.
Of several that say something of the same thing the latest holds, whoever made
it and wherever it came from: the others are overridden, and listed as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.store.corrections.facts import Correction, Subject, Undo, in_order


@dataclass(frozen=True, slots=True)
class Standing:
    """Corrections by what has become of them, each in the order of time.

    ``overridden`` are pairs of a correction and the later one that holds instead.
    """

    holding: tuple[Correction, ...]
    overridden: tuple[tuple[Correction, Correction], ...]
    undone: tuple[Correction, ...]


def standing(corrections: Iterable[Correction]) -> Standing:
    """Tell which corrections hold.

    Undoing is not listed itself. An undo of something unknown waits for it.
    """
    ordered = in_order(corrections)
    taken_back = _undone(ordered)
    last: dict[Subject, Correction] = {}
    overridden, undone = [], []
    for correction in ordered:
        if isinstance(correction, Undo):
            continue
        if correction.correction_id in taken_back:
            undone.append(correction)
            continue
        for subject in correction.overridden(last):
            if subject in last:
                overridden.append((last.pop(subject), correction))
        last[correction.subject] = correction
    return Standing(tuple(in_order(last.values())), tuple(overridden), tuple(undone))


def undoings(corrections: Iterable[Correction], correction_id: str) -> list[Undo]:
    """What takes a correction back: undoing all of these brings it back."""
    ordered = in_order(corrections)
    undone = _undone(ordered)
    return [
        one
        for one in ordered
        if isinstance(one, Undo) and one.other_id == correction_id and one.correction_id not in undone
    ]


def _undone(ordered: Sequence[Correction]) -> set[str]:
    """Ids of what is undone; the latest undoing is looked at first, since nothing can undo it."""
    undone: set[str] = set()
    for correction in reversed(ordered):
        if isinstance(correction, Undo) and correction.correction_id not in undone:
            undone.add(correction.other_id)
    return undone
