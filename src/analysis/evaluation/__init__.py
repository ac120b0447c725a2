"""Score predictions against gold: quotations, speakers, shares of voice."""

from analysis.evaluation.agreement import Agreement
from analysis.evaluation.attributions import AttributionFigures, measure_attributions
from analysis.evaluation.engine_run import EngineRun, run_engine
from analysis.evaluation.headline import LOWER_IS_BETTER, EngineAccuracy, headline, shipped_accuracy
from analysis.evaluation.reading import (
    Credited,
    GoldArticle,
    Predictions,
    SpeakerMark,
    SpeakerMarks,
    credited,
    read_gold,
    read_predictions,
    read_speaker_marks,
)
from analysis.evaluation.voices import VoiceFigures, measure_voices

__all__ = [
    "LOWER_IS_BETTER",
    "Agreement",
    "AttributionFigures",
    "Credited",
    "EngineAccuracy",
    "EngineRun",
    "GoldArticle",
    "Predictions",
    "SpeakerMark",
    "SpeakerMarks",
    "VoiceFigures",
    "credited",
    "headline",
    "measure_attributions",
    "measure_voices",
    "read_gold",
    "read_predictions",
    "read_speaker_marks",
    "run_engine",
    "shipped_accuracy",
]
