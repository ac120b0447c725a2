"""Name the figures that sum up an engine, and read those that are shipped.

The names are those of floors, of the shipped accuracy and of the benchmark's
table, so that one figure has one name everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from analysis.evaluation.agreement import Agreement
from analysis.evaluation.attributions import AttributionFigures
from analysis.evaluation.voices import VoiceFigures

LOWER_IS_BETTER = frozenset({"voice_error"})

_F1 = (
    "content_characters",
    "attribution",
    "attribution_quoted",
    "attribution_speech",
    "exact_source",
    "exact_cue",
    "exact_content",
)
_RECALL = ("recall_direct", "recall_mixed", "recall_indirect")


def headline(found: AttributionFigures, voices: VoiceFigures | None = None) -> dict[str, float]:
    """The figures that sum up an engine, from 0 to 1.

    F1 except for ``recall_…``, ``source_words`` (right among those found), and
    those of speakers that are shares: see `VoiceFigures`. What could not be
    measured, for want of anything marked, is left out.
    """
    by_name = found.agreements
    figures = {f"{name}_f1": by_name[name].f1 for name in _F1 if _is_measured(by_name, name)}
    figures |= {
        name: by_name[name].recall for name in (*_RECALL, "source_words") if _is_measured(by_name, name)
    }
    return figures | (_of_voices(voices) if voices else {})


def _is_measured(by_name: Mapping[str, Agreement], name: str) -> bool:
    return name in by_name and bool(by_name[name].gold)


def _of_voices(voices: VoiceFigures) -> dict[str, float]:
    figures = {"speaker_f1": voices.speaker.f1} if voices.speaker.gold else {}
    shares = {
        "speaker_of_found": voices.found,
        "speaker_of_found_persons": voices.found_persons,
        "speaker_of_found_pronouns": voices.found_pronouns,
        "confident_right": voices.confident,
        "confident_found_right": voices.confident_found,
        "loudest_speaker": voices.loudest,
    }
    figures |= {name: share.recall for name, share in shares.items() if share.gold}
    if voices.speaker.predicted:
        figures["confident_share"] = voices.confident.predicted / voices.speaker.predicted
    return figures if voices.voice_error is None else figures | {"voice_error": voices.voice_error}


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
