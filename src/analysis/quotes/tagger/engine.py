"""The tagger: an engine that learned from annotated news what is said and by whom.

A small encoder reads the text in windows and labels its words; pointers join
contents, cues and sources. How it was trained stands in `training/`; the
rules beside it are faster and know other styles.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from analysis.model import Attribution
from analysis.quotes.tagger.attributions import attributions_of
from analysis.quotes.tagger.network import MODEL, description, load
from analysis.quotes.tagger.windows import windows_of
from analysis.quotes.tagger.words import stream_of
from analysis.text import Document


@dataclass(frozen=True, slots=True)
class TaggerEngine:
    """Finds quotations by a learned network.

    The model is loaded once in each process, when the first text comes.
    Headlines are read for their context; what they say is an attribution only
    where ``includes_headlines``, because headlines are never measured.
    """

    model: Path = MODEL
    includes_headlines: bool = False
    name: str = "tagger"

    @property
    def version(self) -> str:
        """The model's version, and the beginning of its hash."""
        stored = description(self.model)
        return f"{stored['version']}+{stored['sha256'][:8]}"

    def find(self, document: Document) -> tuple[Attribution, ...]:
        """All quotations in the order of their first character.

        Raises:
            ModelUnusable: the model file is missing or damaged.
        """
        network = load(self.model)
        stream = stream_of(document)
        rows = network.rows(stream, windows_of(stream))
        found = attributions_of(document, stream, rows, network.weights)
        return tuple(found if self.includes_headlines else _measured(document, found))


def _measured(document: Document, found: list[Attribution]) -> list[Attribution]:
    """Without those in headlines."""
    starts = [paragraph.span.start for paragraph in document.paragraphs]
    numbers = [bisect_right(starts, attribution.content[0].start) - 1 for attribution in found]
    return [a for a, number in zip(found, numbers, strict=True) if document.paragraphs[number].role == "body"]
