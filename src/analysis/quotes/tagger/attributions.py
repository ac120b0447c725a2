"""Which attributions do the network's rows hold?

Labels, spans, pointers, then one attribution a cue. A quotation of some words
that points to no cue is kept without a source; other contents without a cue
are dropped, and so are cues without content.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.model import Act, Attribution, Span
from analysis.quotes.tagger.labels import ACT_STATEMENT, LAYOUT, Floats, Integers, Weights, begin
from analysis.quotes.tagger.linking import Link, cue_links, source_links
from analysis.quotes.tagger.pieces import Piece, bounded, pieces_of, quoted_of
from analysis.quotes.tagger.viterbi import best_labels
from analysis.quotes.tagger.words import Stream
from analysis.text import Document

_FEWEST_WORDS = 4
"""Fewer quoted words without a cue are a title or a scare quote."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was read of one text."""

    stream: Stream
    rows: Floats
    contents: list[Piece]
    cues: list[Piece]
    sources: list[Piece]
    whole: frozenset[Piece]
    """What stands in quotation marks, as contents."""

    def span(self, piece: Piece) -> Span:
        return Span(int(self.stream.starts[piece.first]), int(self.stream.ends[piece.last]))


def attributions_of(document: Document, stream: Stream, rows: Floats, weights: Weights) -> list[Attribution]:
    """All attributions of a text in the order of their first character."""
    labels = best_labels(rows[:, LAYOUT.tags], stream.paragraphs, weights)
    answer = _answer(document, stream, rows, labels)
    pointers = cue_links(answer.contents, answer.cues, rows, weights)
    sources = source_links(answer.cues, answer.sources, rows, weights)
    found = _with_cue(answer, pointers, sources) + _without_cue(answer, pointers)
    return sorted(found, key=lambda a: (a.content[0], a.content[-1].end, a.cue))


def _answer(document: Document, stream: Stream, rows: Floats, labels: Integers) -> _Answer:
    quoted = quoted_of(document, stream)
    text = document.text
    words = [text[s:e].lower() for s, e in zip(stream.starts.tolist(), stream.ends.tolist(), strict=True)]
    pieces = bounded(pieces_of(labels, stream.paragraphs), quoted, words)
    contents, cues, sources = ([p for p in pieces if p.role == role] for role in ("content", "cue", "source"))
    whole = frozenset(Piece("content", q.first, q.last) for q in quoted)
    return _Answer(stream, rows, contents, cues, sources, whole)


def _with_cue(answer: _Answer, pointers: list[Link], sources: list[Link]) -> list[Attribution]:
    own: dict[int, list[tuple[Piece, Link]]] = {}
    for content, pointer in zip(answer.contents, pointers, strict=True):
        if pointer.target is not None:
            own.setdefault(pointer.target, []).append((content, pointer))
    return [_attribution(answer, pairs, answer.cues[number], sources[number]) for number, pairs in own.items()]


def _attribution(answer: _Answer, pairs: list[tuple[Piece, Link]], cue: Piece, link: Link) -> Attribution:
    source = (answer.span(answer.sources[link.target]),) if link.target is not None else ()
    chance = min(_label_chance(answer, content) for content, _ in pairs)
    pointed = min(pointer.probability for _, pointer in pairs)
    return Attribution(
        content=tuple(answer.span(content) for content, _ in pairs),
        source=source,
        cue=(answer.span(cue),),
        act=_act(answer, cue),
        confidence=round(chance * pointed * link.probability, 3),
    )


def _without_cue(answer: _Answer, pointers: list[Link]) -> list[Attribution]:
    return [
        Attribution((answer.span(content),), (), (), "statement", round(_label_chance(answer, content) / 2, 3))
        for content, pointer in zip(answer.contents, pointers, strict=True)
        if pointer.target is None and _is_quotation(answer, content)
    ]


def _is_quotation(answer: _Answer, content: Piece) -> bool:
    return content.last - content.first > _FEWEST_WORDS and content in answer.whole


def _act(answer: _Answer, cue: Piece) -> Act:
    scores = answer.rows[cue.first, LAYOUT.act]
    return "statement" if scores[ACT_STATEMENT] >= scores[1 - ACT_STATEMENT] else "thought"


def _label_chance(answer: _Answer, content: Piece) -> float:
    """The mean chance that a word of the content is content."""
    scores = answer.rows[content.first : content.last + 1, LAYOUT.tags].astype(np.float64)
    chances = np.exp(scores - scores.max(1, keepdims=True))
    first = begin("content")
    return float((chances[:, first : first + 2].sum(1) / chances.sum(1)).mean())
