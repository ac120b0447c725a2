"""Find texts that are near-copies of one another.

Two functions find who could be (`signatures`, `candidates`: MinHash over
sequences of five words, by rensa), a third decides (`are_copies`: exactly, by
the sequences themselves). A candidate that is none costs a comparison; what is
no candidate is never compared, so the net is cast wide: a third of a wire
story, printed whole elsewhere, is still found.

What stories are made of this is decided in `analysis.store.stories.finding`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import rensa

Hashes = npt.NDArray[np.uint64]
Bands = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]

LEAST_CONTAINMENT = 0.8
MOST_DAYS = 14

_SEQUENCE = 5
_FEWEST = 20  # Shorter texts are copies only where all their sequences are the same.
BANDS = 64
_ROWS = 2
_SEED = 20_260_302
_WORD = re.compile(r"\w+")
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)  # splitmix64 (Steele et al. 2014)

RECIPE = f"{rensa.RMinHash.ALGORITHM_VERSION}-{_SEQUENCE}-{BANDS}x{_ROWS}-{_SEED}"
"""What a signature depends on; signatures of another recipe are made anew."""


def sequences(text: str) -> Hashes:
    """The sequences of five words that stand in a text, as sorted numbers, each once.

    Letter case, punctuation and spaces make no difference.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < _SEQUENCE:
        return np.empty(0, dtype=np.uint64)
    numbers = np.fromiter(map(_number, words), dtype=np.uint64, count=len(words))
    mixed = np.zeros(len(words) - _SEQUENCE + 1, dtype=np.uint64)
    for place in range(_SEQUENCE):
        mixed = _stirred(mixed ^ numbers[place : len(numbers) - _SEQUENCE + 1 + place])
    return np.unique(mixed)


def signatures(found: Sequence[Hashes]) -> Bands:
    """The keys under which similar texts meet: one row a text, one column a band.

    A text without a sequence of five words has zeros, which meet nobody.
    """
    if not found:
        return np.zeros((0, BANDS), dtype=np.uint64)
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in found])]).astype(np.uint64)
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
        np.concatenate(found), offsets, BANDS * _ROWS, _SEED
    )
    rows = np.asarray(matrix.to_rows(), dtype=np.uint64).reshape(len(found), BANDS, _ROWS)
    keys = rows[:, :, 0] << np.uint64(32) | rows[:, :, 1]
    keys[[len(one) == 0 for one in found]] = 0
    return keys


def candidates(
    bands: Bands, days: npt.NDArray[np.float64], is_new: npt.NDArray[np.bool_]
) -> Iterator[Places]:
    """Pairs of texts that could be copies, band by band.

    Args:
        bands: The signatures of all texts.
        days: The day of each as a number, NaN where unknown.
        is_new: Which are to be compared; pairs without a new text are left out.

    Yields:
        Arrays of two columns, the places of the two texts; within `MOST_DAYS`
        of one another or undated. A pair may come several times.
    """
    for band in range(bands.shape[1]):
        keys = bands[:, band]
        order = np.lexsort((days, keys))
        order = order[keys[order] != 0]
        if not len(order):
            continue
        starts = np.flatnonzero(np.r_[True, np.diff(keys[order]) != 0])
        sizes = np.diff(np.r_[starts, len(order)])
        follows = np.ones(len(order), dtype=bool)
        follows[starts] = False
        after = np.flatnonzero(follows)
        # Neighbors in time first: what they join need not be compared again.
        yield _allowed(np.stack([order[after - 1], order[after]], axis=1), days, is_new)
        for start, size in zip(starts[sizes > 2], sizes[sizes > 2], strict=True):
            members = order[start : start + size]
            if is_new[members].any():
                yield from _farther(members, days, is_new)


def are_copies(one: Hashes, other: Hashes) -> bool:
    """Whether two texts share 80 % of the sequences of the shorter one.

    Texts that share 70 % of all their sequences (Jaccard) share more than that: 82 % at least.

    >>> text = sequences(" ".join(f"word{number}" for number in range(200)))
    >>> are_copies(text, text[:90]), are_copies(text, text[:5]), are_copies(text[:0], text[:0])
    (True, False, False)
    """
    shorter = min(len(one), len(other))
    if shorter == 0:
        return False
    shared = len(np.intersect1d(one, other, assume_unique=True))
    if shorter < _FEWEST:
        return shared == max(len(one), len(other))
    return shared >= LEAST_CONTAINMENT * shorter


def _farther(
    members: Places, days: npt.NDArray[np.float64], is_new: npt.NDArray[np.bool_]
) -> Iterator[Places]:
    """The pairs of one bucket that are no neighbors."""
    for place in range(len(members) - 2):
        others = members[place + 2 :]
        yield _allowed(np.stack([np.full(len(others), members[place]), others], axis=1), days, is_new)


def _allowed(pairs: Places, days: npt.NDArray[np.float64], is_new: npt.NDArray[np.bool_]) -> Places:
    apart = np.abs(days[pairs[:, 0]] - days[pairs[:, 1]])
    near = np.isnan(apart) | (apart <= MOST_DAYS)
    return pairs[near & is_new[pairs].any(axis=1)]


@lru_cache(maxsize=500_000)
def _number(word: str) -> int:
    # Python's own hash is another one in each process.
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _stirred(numbers: Hashes) -> Hashes:
    """Every bit of the result depends on every bit of the number; overflow is meant."""
    numbers = numbers + np.uint64(_MIX[0])
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(_MIX[1])
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(_MIX[2])
    return numbers ^ (numbers >> np.uint64(31))
