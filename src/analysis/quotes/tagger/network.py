"""Run the tagger's network over a document: numbers in, scores of words out.

The network lies beside this file as ``model.onnx`` with its word pieces;
``model.json`` says which version it is and which bytes it must have. It is
loaded once a process and runs on one thread, since articles are analyzed in
several processes.

It sees a document in windows: runs of whole stretches with a little of what
stands around them, so that no word is judged without its neighborhood. Each
is run by itself: what the network says of an article never depends on another
article, nor on how many are analyzed together.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from analysis.errors import AnalysisError
from analysis.quotes.tagger.decoding import TAGS, Floats, Scores
from analysis.quotes.tagger.encoding import OUTSIDE, SPECIAL, Encoded

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Feed = Mapping[str, npt.NDArray[np.int32]]
Run = Callable[[Feed], tuple[Floats, Floats]]
"""Pieces, positions, cases and marks [1, piece] → scores [1, piece, tag + 1], links [1, piece, 5 × width]."""

WINDOW = 300
CONTEXT = 16


@cache
def facts() -> dict[str, Any]:
    """What ``model.json`` says: version, hashes, transitions, distances."""
    found: dict[str, Any] = json.loads(_file("model.json"))
    return found


@cache
def session() -> Run:
    """The network, ready to run.

    Raises:
        AnalysisError: the file is not the one that this version was made with.
    """
    # It would note this machine and report to its makers; what is analyzed here stays here.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    model = _checked("model.onnx", facts()["sha256"]["model.onnx"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # The file holds the steps in the order that is fastest and that its figures were measured with.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    loaded = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def run(feed: Feed) -> tuple[Floats, Floats]:
        scores, links = loaded.run(["scores", "links"], dict(feed))
        return scores, links

    return run


@cache
def tokenizer() -> Tokenizer:
    """The word pieces that the network was trained with."""
    from tokenizers import Tokenizer

    return Tokenizer.from_str(_checked("tokenizer.json", facts()["sha256"]["tokenizer.json"]).decode("utf-8"))


def _file(name: str) -> bytes:
    return resources.files(__package__).joinpath(name).read_bytes()


def _checked(name: str, expected: str) -> bytes:
    content = _file(name)
    if hashlib.sha256(content).hexdigest() != expected:
        raise AnalysisError(
            f"quotes/tagger/{name}: not the file that this version was made with; install newsvoices again"
        )
    return content


def scores_of(
    encoded: Encoded,
    run: Run,
    distances: Floats,
    *,
    special: tuple[int, int],
    size: int = WINDOW,
    context: int = CONTEXT,
) -> Scores:
    """What the network says of every word of a document.

    ``special`` are the pieces that begin and end a window.
    """
    word_count = len(encoded.starts)
    said = np.zeros((word_count, len(TAGS) + 1), dtype=np.float32)
    links = np.zeros((0, 0), dtype=np.float32)
    nothing = links
    for window in windows_of(encoded, size=size, context=context):
        scores, vectors = run(_feed(encoded, window.first_piece, window.end_piece, special))
        if not links.size:
            links = np.zeros((word_count, vectors.shape[2]), dtype=np.float32)
            nothing = np.zeros((len(encoded.stretches), vectors.shape[2]), dtype=np.float32)
        owned = encoded.stretches[window.first_stretch : window.end_stretch]
        words = slice(owned[0].first_word, owned[-1].end_word)
        at = encoded.first_pieces[words] - window.first_piece + 1
        said[words] = scores[0, at]
        links[words] = vectors[0, at]
        nothing[window.first_stretch : window.end_stretch] = vectors[0, 0]
    first, last, cue_key, cue_first, source_key = np.split(links, 5, axis=1)
    _, _, no_cue, _, no_source = np.split(nothing, 5, axis=1)
    return Scores(
        said[:, :-1], said[:, -1], first, last, cue_key, cue_first, source_key, no_cue, no_source, distances
    )


def _feed(encoded: Encoded, first: int, end: int, special: tuple[int, int]) -> Feed:
    def framed(values: npt.NDArray[np.int64], before: int, after: int) -> npt.NDArray[np.int32]:
        row = np.empty((1, end - first + 2), dtype=np.int32)
        row[0, 0], row[0, 1:-1], row[0, -1] = before, values[first:end], after
        return row

    return {
        "pieces": framed(encoded.pieces, *special),
        "positions": np.arange(end - first + 2, dtype=np.int32)[None, :],
        "cases": framed(encoded.cases, SPECIAL, SPECIAL),
        "marks": framed(encoded.states, OUTSIDE, OUTSIDE),
    }


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open: the stretches that are judged, and the pieces that are seen."""

    first_stretch: int
    end_stretch: int
    first_piece: int
    end_piece: int


def windows_of(encoded: Encoded, *, size: int, context: int) -> list[Window]:
    """Cut a document into windows of at most about ``size`` pieces, with ``context`` more on both sides.

    A stretch longer than ``size`` is a window of its own. The windows of a
    document are about equally long.
    """
    stretches = encoded.stretches
    if not stretches:
        return []
    total = stretches[-1].end_piece - stretches[0].first_piece
    room = total / max(1, round(total / size + 0.49))
    windows: list[Window] = []
    first = 0
    while first < len(stretches):
        end = first + 1
        begin = stretches[first].first_piece
        while end < len(stretches) and _fits(
            begin, stretches[end].first_piece, stretches[end].end_piece, room, size
        ):
            end += 1
        seen = max(0, begin - context), min(len(encoded.pieces), stretches[end - 1].end_piece + 1 + context)
        windows.append(Window(first, end, *seen))
        first = end
    return windows


def _fits(begin: int, first: int, end: int, room: float, size: int) -> bool:
    """Whether the window from ``begin`` is nearer to its size with the stretch [first, end) than without."""
    return end - begin <= size and abs(end - begin - room) <= abs(first - begin - room)
