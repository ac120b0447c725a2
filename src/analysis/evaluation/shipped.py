"""How accurate is each engine, measured when it was shipped?

The figures lie in ``accuracy.json`` beside this file; ``benchmarks/accuracy.py``
writes it. An engine that has changed since keeps its old figures with its old
version, so that a reader can tell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EngineAccuracy:
    """What was measured of one engine.

    ``figures`` are those of `analysis.evaluation.headline`, from 0 to 1, and
    ``articles_per_cpu_second``; ``attribution_interval`` is the 95 % interval
    of ``attribution_f1``. ``corpus`` and ``speakers_corpus`` say on which articles.
    """

    engine: str
    version: str
    corpus: str
    speakers_corpus: str
    figures: Mapping[str, float]
    attribution_interval: tuple[float, float]


@cache
def shipped_accuracy() -> tuple[EngineAccuracy, ...]:
    """The measured accuracy of each engine that was measured, in the order of `analysis.pipeline.ENGINES`."""
    text = files("analysis.evaluation").joinpath("accuracy.json").read_text("utf-8")
    return tuple(
        EngineAccuracy(
            engine=entry["engine"],
            version=entry["version"],
            corpus=entry["corpus"],
            speakers_corpus=entry["speakers_corpus"],
            figures=entry["figures"],
            attribution_interval=(entry["attribution_interval"][0], entry["attribution_interval"][1]),
        )
        for entry in json.loads(text)
    )
