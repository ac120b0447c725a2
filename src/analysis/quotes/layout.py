"""What is a quotation that the layout of its paragraphs tells, without a cue in a sentence?"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import Attribution


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A quotation and the numbers of the paragraphs that it and its source fill."""

    attribution: Attribution
    paragraphs: frozenset[int]
