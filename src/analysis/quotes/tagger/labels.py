"""Which labels can a word carry, and what does the network say of each word?

Every word is outside, or begins or goes on with a source, a cue or a content.
The network gives one row of numbers a word; the slices here say what they are.
Training, export and prediction share this layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

Role = Literal["source", "cue", "content"]
Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

ROLES: tuple[Role, ...] = ("source", "cue", "content")
OUTSIDE = 0
LABELS = 1 + 2 * len(ROLES)
FORBIDDEN = -10_000.0
"""Added to the score of a step that cannot be, such as from outside into the middle of a cue."""

ACT_THOUGHT, ACT_STATEMENT = 0, 1
WIDTH = 96
"""How many numbers a pointer compares."""


def begin(role: Role) -> int:
    """The label of a role's first word."""
    return 1 + 2 * ROLES.index(role)


def inside(role: Role) -> int:
    """The label of a role's later words."""
    return begin(role) + 1


class Layout(NamedTuple):
    """Where each part of a word's row stands."""

    tags: slice
    act: slice
    none: slice
    """Two numbers: the score of a content that has no cue, and of a cue that has no source."""
    piece_first: slice
    piece_last: slice
    cue_key: slice
    cue_query: slice
    source_key: slice


def _layout() -> tuple[Layout, int]:
    slices, at = [], 0
    for size in (LABELS, 2, 2, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH):
        slices.append(slice(at, at + size))
        at += size
    return Layout(*slices), at


LAYOUT, ROW = _layout()


def allowed_transitions() -> Floats:
    """0 where one label may follow another, `FORBIDDEN` where not; row = before, column = after."""
    steps = np.zeros((LABELS, LABELS), dtype=np.float32)
    for role in ROLES:
        steps[:, inside(role)] = FORBIDDEN
        steps[begin(role), inside(role)] = steps[inside(role), inside(role)] = 0.0
    return steps


def allowed_starts() -> Floats:
    """The same for the first word of a paragraph."""
    starts = np.zeros(LABELS, dtype=np.float32)
    for role in ROLES:
        starts[inside(role)] = FORBIDDEN
    return starts


@dataclass(frozen=True, slots=True)
class Weights:
    """What decoding needs beside the rows: learned steps between labels, and leanings by distance."""

    transitions: Floats
    starts: Floats
    piece_distance: Floats
    source_distance: Floats

    @classmethod
    def of(cls, stored: dict[str, Any]) -> Weights:
        """Read what export wrote, the impossible steps added."""
        return cls(
            np.asarray(stored["transitions"], dtype=np.float32) + allowed_transitions(),
            np.asarray(stored["starts"], dtype=np.float32) + allowed_starts(),
            np.asarray(stored["piece_distance"], dtype=np.float32),
            np.asarray(stored["source_distance"], dtype=np.float32),
        )
