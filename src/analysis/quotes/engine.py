"""What is an engine? Anything that finds the quotations of a parsed text."""

from __future__ import annotations

from typing import Protocol

from analysis.model import Attribution
from analysis.text import Document


class Engine(Protocol):
    """Finds quotations: content, cue and source. Pure: the same text gives the same answer.

    ``name`` and ``version`` become the analyzer id that stands in every row of a corpus.
    """

    @property
    def name(self) -> str:
        """The engine's name on the command line, such as ``rules``."""

    @property
    def version(self) -> str:
        """Changes whenever the engine may answer differently."""

    def find(self, document: Document) -> tuple[Attribution, ...]:
        """All quotations in the order of their first character; none give an empty tuple."""
