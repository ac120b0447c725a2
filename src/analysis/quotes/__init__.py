"""Find quotations: content, cue and source."""

from __future__ import annotations

from typing import Protocol

from analysis.model import Attribution
from analysis.quotes.rules import RuleEngine
from analysis.quotes.tagger import TaggerEngine
from analysis.text import Document

__all__ = ["Engine", "RuleEngine", "TaggerEngine"]


class Engine(Protocol):
    """Finds quotations: content, cue and source. Pure: the same text gives the same answer.

    ``name`` and ``version`` begin the analyzer id that stands in every row of
    a corpus; the fingerprint of its code follows them (`analysis.pipeline`).
    """

    @property
    def name(self) -> str:
        """The engine's name on the command line, such as ``rules``."""

    @property
    def version(self) -> str:
        """The version that people know, such as ``0.2.2``."""

    def find(self, document: Document) -> tuple[Attribution, ...]:
        """All quotations in the order of their first character; none give an empty tuple."""
