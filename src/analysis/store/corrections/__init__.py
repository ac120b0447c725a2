"""Corrections as facts of their own, applied on reading."""

from __future__ import annotations

from analysis.store.corrections.articles import (
    InArticle,
    MissedQuotation,
    NoQuotation,
    OfPassage,
    OtherSpeaker,
    OtherTone,
    SplitSpeaker,
    corrected,
)
from analysis.store.corrections.facts import Correction, Passage, Undo, passages, undo_of
from analysis.store.corrections.speakers import OtherKind, OtherRole, SameSpeaker, TwoSpeakers
from analysis.store.corrections.standing import Standing, standing, undoings
from analysis.store.corrections.stored import (
    add_corrections,
    as_line,
    corrections_version,
    read_lines,
    stored_corrections,
)
from analysis.store.corrections.stories import JoinStory, LeaveStory

__all__ = [
    "Correction",
    "InArticle",
    "JoinStory",
    "LeaveStory",
    "MissedQuotation",
    "NoQuotation",
    "OfPassage",
    "OtherKind",
    "OtherRole",
    "OtherSpeaker",
    "OtherTone",
    "Passage",
    "SameSpeaker",
    "SplitSpeaker",
    "Standing",
    "TwoSpeakers",
    "Undo",
    "add_corrections",
    "as_line",
    "corrected",
    "corrections_version",
    "passages",
    "read_lines",
    "standing",
    "stored_corrections",
    "undo_of",
    "undoings",
]
