"""The learned engine: a small network tags content, cue and source and says what belongs together.

Better than the rules on ordinary news prose and several times slower. How it
was made and what it gets wrong stands in docs/model-card.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from analysis.model import Attribution, Span
from analysis.quotes.rules import RuleEngine
from analysis.quotes.tagger.completing import (
    completed,
    merged,
    with_echoes,
    with_overlooked,
    within_marks,
)
from analysis.quotes.tagger.decoding import Floats, Found, decode
from analysis.quotes.tagger.encoding import Encoded, encode, piece_id
from analysis.quotes.tagger.network import Run, facts, scores_of, session, tokenizer
from analysis.text import Document

SURE = 0.9
"""How sure the network must be of content that neither it nor the rules can say anything of."""


class TaggerEngine:
    """Finds quotations with the network that ships with newsvoices.

    ``run`` may be another network with the same inputs and outputs, and
    ``learned`` its transitions and distances; training measures itself so.
    """

    def __init__(self, run: Run | None = None, learned: tuple[Floats, Floats] | None = None) -> None:
        self._run = run
        self._learned = learned
        self._rules = RuleEngine()

    @property
    def name(self) -> str:
        """``tagger``."""
        return "tagger"

    @property
    def version(self) -> str:
        """The version of the network's file."""
        return str(facts()["version"])

    def find(self, document: Document) -> tuple[Attribution, ...]:
        """All quotations in the order of their first character."""
        pieces = tokenizer()
        encoded = encode(document, pieces)
        if not encoded.stretches:
            return ()
        transitions, distances = self._learned or _shipped()
        special = (piece_id(pieces, "[CLS]"), piece_id(pieces, "[SEP]"))
        scores = scores_of(encoded, self._run or session(), distances, special=special)
        tagged = _in_characters(document, encoded, decode(encoded, scores, transitions))
        ruled = self._rules.find(document)
        found = with_echoes(completed(tagged, ruled, sure=SURE), ruled, document.text)
        found = with_overlooked(found, ruled, document.text)
        return tuple(sorted(found, key=lambda a: (a.content[0], a.content[-1].end)))


@cache
def _shipped() -> tuple[Floats, Floats]:
    known = facts()
    return np.array(known["transitions"], np.float32), np.array(known["distances"], np.float32)


def _in_characters(document: Document, encoded: Encoded, found: Sequence[Found]) -> list[Attribution]:
    def span(words: tuple[int, int]) -> Span:
        return Span(int(encoded.starts[words[0]]), int(encoded.ends[words[1]]))

    attributions: list[Attribution] = []
    for one in found:
        marked = document.paragraphs[one.paragraph].marked
        content = merged([within_marks(span(piece), marked, document.text) for piece in one.content])
        attributions.append(
            Attribution(
                content=content,
                source=(span(one.source),) if one.source else (),
                cue=(span(one.cue),) if one.cue else (),
                act="statement" if one.statement is None or one.statement >= 0.5 else "thought",
                confidence=round(one.confidence, 3),
            )
        )
    return attributions
