"""Which corrections hold: not undone, and not overridden by a later one?

An undone correction counts for nothing; undoing the undoing brings it back.
Of several that say something of the same thing the latest holds, whoever made
it and wherever it came from: the others are overridden, and listed as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.store.corrections.facts import Correction


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
    ordered = sorted(corrections, key=lambda correction: correction.order)
    undone = _undone(ordered)
    last: dict[tuple[str, ...], Correction] = {}
    overridden = []
    for correction in ordered:
        if correction.action == "undo" or correction.correction_id in undone:
            continue
        for subject in _subjects(correction, last):
            if subject in last:
                overridden.append((last.pop(subject), correction))
        last[_subject(correction)] = correction
    return Standing(
        holding=tuple(sorted(last.values(), key=lambda correction: correction.order)),
        overridden=tuple(overridden),
        undone=tuple(one for one in ordered if one.correction_id in undone and one.action != "undo"),
    )


def undoings(corrections: Iterable[Correction], correction_id: str) -> list[Correction]:
    """What takes a correction back: undoing all of these brings it back."""
    ordered = sorted(corrections, key=lambda correction: correction.order)
    undone = _undone(ordered)
    return [
        one
        for one in ordered
        if one.action == "undo" and one.other_id == correction_id and one.correction_id not in undone
    ]


def _undone(ordered: Sequence[Correction]) -> set[str]:
    """Ids of what is undone; the latest undoing is looked at first, since nothing can undo it."""
    undone: set[str] = set()
    for correction in reversed(ordered):
        if correction.action == "undo" and correction.correction_id not in undone and correction.other_id:
            undone.add(correction.other_id)
    return undone


def _subject(correction: Correction) -> tuple[str, ...]:
    """What a correction is about."""
    article, name = correction.article_id or "", correction.name or ""
    text = [part for piece in correction.pieces for part in (str(piece.start), piece.text)]
    if correction.action in ("speaker", "no_quotation", "quotation"):
        return ("quotation", article, *text)
    if correction.action == "tone":
        return ("tone", article, *text)
    if correction.action == "join_story":
        return ("join_story", *sorted((article, correction.other_id or "")))
    if correction.action == "apart":
        return ("apart", *sorted((name, correction.speaker or "")))
    return (correction.action, name, article)


def _subjects(correction: Correction, last: dict[tuple[str, ...], Correction]) -> list[tuple[str, ...]]:
    """What a correction overrides: its own subject, and joining and leaving a story each other."""
    own = _subject(correction)
    if correction.action == "leave_story":
        joined = [key for key in last if key[0] == "join_story" and correction.article_id in key]
        return [own, *joined]
    if correction.action == "join_story":
        return [own, ("leave_story", "", correction.article_id or "")]
    return [own]
