"""Decode the network's scores into spans and links.

Tags are chosen for a whole stretch at once (Viterbi), so that no span is
broken. Then each content piece takes the cue it points to, each cue its
source; pieces with the same cue are one attribution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.quotes.tagger.encoding import Encoded, Stretch

Floats = npt.NDArray[np.float32]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
BUCKETS = 14
"""Distances in words are told apart by their power of two, forwards and backwards."""
IMPOSSIBLE = -1e4
LEANING = np.array([0, 1.5, 0, 0.2, 0, 0.04, 0.04], np.float32)
"""What each tag's score gains when tags are chosen: the likeliest tags alone leave out too many
sources and cues. Set where attribution F1 is highest on marked articles kept from training."""


def allowed_transitions() -> npt.NDArray[np.bool_]:
    """Which tag may follow which: an inner tag only its own kind."""
    allowed = np.ones((len(TAGS), len(TAGS)), dtype=bool)
    for after, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            allowed[:, after] = [before[2:] == tag[2:] for before in TAGS]
    return allowed


def distance_buckets(distances: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The bucket of each distance in words; 0 … `BUCKETS`, the middle is no distance."""
    half = BUCKETS // 2
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(distances), 1))).astype(np.int64) + 1, half)
    return half + np.sign(distances) * size


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of each word of a document.

    All but the last three have one row a word: tag scores, the score of being
    a statement (of a cue's first word), and the vectors whose products say
    what belongs together. ``no_cue`` and ``no_source`` have one row a stretch.
    ``distances`` [2, bucket] holds what distance adds to content → cue and to
    cue → source.
    """

    emissions: Floats
    acts: Floats
    content_first: Floats
    content_last: Floats
    cue_key: Floats
    cue_first: Floats
    source_key: Floats
    no_cue: Floats
    no_source: Floats
    distances: Floats


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in words (first, last): its pieces, cue and source, and how sure it is.

    ``cue`` and ``source`` are None where there is none. ``statement`` is the
    likelihood that something was communicated; None without a cue.
    """

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    source: tuple[int, int] | None
    statement: float | None
    confidence: float
    paragraph: int


def decode(encoded: Encoded, scores: Scores, transitions: Floats) -> list[Found]:
    """All attributions of a document, in text order."""
    tags = best_tags(encoded.stretches, scores.emissions + LEANING, transitions)
    certainty = _certainty(likely_tags(encoded.stretches, scores.emissions, transitions), tags)
    found: list[Found] = []
    for number, stretch in enumerate(encoded.stretches):
        spans = _spans(tags, stretch)
        if spans["content"]:
            found.extend(_linked(number, stretch, spans, scores, certainty))
    return found


class _Abreast:
    """Stretches side by side, longest first, so that all are worked on word by word at once."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        order = sorted(stretches, key=lambda s: s.first_word - s.end_word)
        self.begins = np.array([s.first_word for s in order], dtype=np.int64)
        self.lengths = np.array([s.end_word - s.first_word for s in order], dtype=np.int64)
        self.longest = int(self.lengths[0]) if order else 0

    def reaching(self, word: int) -> int:
        """How many stretches, the first ones, have a word with this number."""
        return int(np.searchsorted(-self.lengths, -word, side="left"))


def best_tags(stretches: Sequence[Stretch], emissions: Floats, transitions: Floats) -> npt.NDArray[np.int64]:
    """The likeliest tags of all words, stretch by stretch."""
    tags = np.zeros(len(emissions), dtype=np.int64)
    if not stretches:
        return tags
    abreast = _Abreast(stretches)
    best = emissions[abreast.begins] + transitions[0]
    back: list[npt.NDArray[np.int64]] = []
    running = len(stretches)
    finals = np.zeros(len(stretches), dtype=np.int64)
    for word in range(1, abreast.longest + 1):
        still = abreast.reaching(word)
        finals[still:running] = best[still:running].argmax(1)
        running = still
        if not running:
            break
        paths = best[:running, :, None] + transitions
        back.append(paths.argmax(1))
        best = paths.max(1) + emissions[abreast.begins[:running] + word]
    for row, (begin, length) in enumerate(zip(abreast.begins, abreast.lengths, strict=True)):
        tag = int(finals[row])
        for word in range(int(length) - 1, -1, -1):
            tags[begin + word] = tag
            if word:
                tag = int(back[word - 1][row, tag])
    return tags


def likely_tags(stretches: Sequence[Stretch], emissions: Floats, transitions: Floats) -> Floats:
    """How likely each tag of each word is, all paths of its stretch considered [word, tag]."""
    shares = np.zeros_like(emissions)
    if not stretches:
        return shares
    abreast = _Abreast(stretches)
    moves = np.exp(transitions)
    worth = np.exp(emissions - emissions.max(1, keepdims=True))
    forward = worth[abreast.begins] * moves[0]
    shares[abreast.begins] = forward / forward.sum(1, keepdims=True)
    for word in range(1, abreast.longest):
        at = abreast.begins[: abreast.reaching(word)] + word
        forward = (shares[at - 1] @ moves) * worth[at]
        shares[at] = forward / forward.sum(1, keepdims=True)
    behind = np.ones((len(stretches), len(TAGS)), dtype=emissions.dtype)
    for word in range(abreast.longest - 2, -1, -1):
        rows = abreast.reaching(word + 1)
        at = abreast.begins[:rows] + word
        back = (behind[:rows] * worth[at + 1]) @ moves.T
        behind[:rows] = back / back.sum(1, keepdims=True)
        both = shares[at] * behind[:rows]
        shares[at] = both / both.sum(1, keepdims=True)
    return shares


def _certainty(shares: Floats, tags: npt.NDArray[np.int64]) -> Floats:
    """How likely the kind of the tag that each word was given is (begin and inner count as one)."""
    kinds = np.stack([shares[:, 0], *(shares[:, at] + shares[:, at + 1] for at in (1, 3, 5))], axis=1)
    chosen: Floats = kinds[np.arange(len(tags)), (tags + 1) // 2]
    return chosen


def _spans(tags: npt.NDArray[np.int64], stretch: Stretch) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    first = 0
    kind = ""
    for word in range(stretch.first_word, stretch.end_word):
        name = TAGS[tags[word]]
        if name.startswith("I-"):
            continue
        if kind:
            spans[kind].append((first, word - 1))
        kind, first = name[2:], word
    if kind:
        spans[kind].append((first, stretch.end_word - 1))
    return spans


def _linked(
    number: int,
    stretch: Stretch,
    spans: dict[str, list[tuple[int, int]]],
    scores: Scores,
    certainty: Floats,
) -> list[Found]:
    contents, cues, sources = spans["content"], spans["cue"], spans["source"]
    of_content = _choices(
        [scores.content_first[first] + scores.content_last[last] for first, last in contents],
        [first for first, _ in contents],
        [first for first, _ in cues],
        scores.cue_key,
        scores.no_cue[number],
        scores.distances[0],
    )
    of_cue = _choices(
        [scores.cue_first[first] for first, _ in cues],
        [first for first, _ in cues],
        [first for first, _ in sources],
        scores.source_key,
        scores.no_source[number],
        scores.distances[1],
    )
    groups: dict[tuple[int, int], list[int]] = {}
    for piece, (cue, _) in enumerate(of_content):
        groups.setdefault((cue, piece if cue < 0 else 0), []).append(piece)
    found = []
    for (cue, _), pieces in groups.items():
        words = np.concatenate([certainty[contents[p][0] : contents[p][1] + 1] for p in pieces])
        confidence = float(words.mean()) * min(of_content[p][1] for p in pieces)
        source = None
        statement = None
        if cue >= 0:
            chosen, likely = of_cue[cue]
            source = sources[chosen] if chosen >= 0 else None
            confidence *= likely
            statement = float(1 / (1 + np.exp(-scores.acts[cues[cue][0]])))
        found.append(
            Found(
                tuple(contents[p] for p in pieces),
                cues[cue] if cue >= 0 else None,
                source,
                statement,
                confidence,
                stretch.paragraph,
            )
        )
    return sorted(found, key=lambda f: f.content)


def _choices(
    queries: Sequence[Floats],
    froms: Sequence[int],
    tos: Sequence[int],
    keys: Floats,
    nothing: Floats,
    distances: Floats,
) -> list[tuple[int, float]]:
    """For each query the number of its target (or −1) and how likely it is."""
    if not queries:
        return []
    if not tos:
        return [(-1, 1.0)] * len(queries)
    asked = np.stack(queries)
    scale = 1 / np.sqrt(asked.shape[1])
    away = np.asarray(tos)[None, :] - np.asarray(froms)[:, None]
    products = asked @ keys[np.asarray(tos)].T * scale + distances[distance_buckets(away)]
    whole = np.concatenate([(asked @ nothing * scale)[:, None], products], axis=1)
    likely = np.exp(whole - whole.max(1, keepdims=True))
    likely /= likely.sum(1, keepdims=True)
    best = likely.argmax(1)
    return [(int(at) - 1, float(likely[row, at])) for row, at in enumerate(best)]
