"""What does the network say of each word?

The only file that knows onnxruntime. Windows are read one by one, on one
thread: a window's numbers then never depend on its neighbors, and nothing is
wasted on padding. The model file must be the one that `model.json` names.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.errors import AnalysisError
from analysis.quotes.tagger.labels import ROW, Floats, Integers, Weights
from analysis.quotes.tagger.windows import Window
from analysis.quotes.tagger.words import CLASSIFY, SEPARATE, SPECIAL, Stream, vocabulary

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL = Path(__file__).with_name("model.onnx")
"""The model that is shipped; `model.json` beside it holds its hash and version."""

_FATAL_ONLY = 4


class ModelUnusable(AnalysisError):
    """The tagger's model file is missing or is not the one that belongs to this version."""


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded model."""

    session: InferenceSession
    weights: Weights

    def rows(self, stream: Stream, windows: Sequence[Window]) -> Floats:
        """One row of numbers a word, as `labels.LAYOUT` cuts it."""
        rows = np.zeros((stream.words, ROW), dtype=np.float32)
        for window in windows:
            (answer,) = self.session.run(["rows"], inputs_of(stream, window))
            tokens = stream.tokens[window.first_word : window.last_word]
            rows[window.first_word : window.last_word] = answer[0, tokens - window.first + 1]
        return rows


def inputs_of(stream: Stream, window: Window) -> dict[str, Integers]:
    """What the network is given for one window, its two special pieces added."""
    edges = vocabulary()[CLASSIFY], vocabulary()[SEPARATE]
    part = slice(window.first, window.last)
    return {
        "pieces": _edged(stream.pieces[part], *edges),
        "cases": _edged(stream.cases[part], SPECIAL, SPECIAL),
        "states": _edged(stream.states[part], SPECIAL, SPECIAL),
    }


def _edged(values: Integers, first: int, last: int) -> Integers:
    return np.concatenate(([first], values, [last])).astype(np.int64)[None]


def description(model: Path = MODEL) -> dict[str, Any]:
    """What `model.json` says of a model: its hash and version.

    Raises:
        ModelUnusable: there is none.
    """
    try:
        stored: dict[str, Any] = json.loads(model.with_suffix(".json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise ModelUnusable(f"{model.with_suffix('.json')}: not found; {_REMEDY}") from error
    return stored


_REMEDY = "install newsvoices again, or use the rules engine"


def load(model: Path = MODEL) -> Network:
    """The model of this process, loaded on the first call.

    Raises:
        ModelUnusable: the file is missing, or its content is not what `model.json` names.
    """
    return _loaded(model, os.getpid())


@cache
def _loaded(model: Path, process: int) -> Network:
    """A process that was forked builds its own session, hence its id among the arguments."""
    from onnxruntime import ExecutionMode, InferenceSession, SessionOptions

    data = _checked(model)
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = _FATAL_ONLY
    session = InferenceSession(data, options, providers=["CPUExecutionProvider"])
    stored = session.get_modelmeta().custom_metadata_map["weights"]
    return Network(session, Weights.of(json.loads(stored)))


def _checked(model: Path) -> bytes:
    expected = description(model)["sha256"]
    try:
        data = model.read_bytes()
    except FileNotFoundError as error:
        raise ModelUnusable(f"{model}: not found; {_REMEDY}") from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise ModelUnusable(f"{model}: damaged, its content is not what it should be; {_REMEDY}")
    return data
