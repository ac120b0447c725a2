"""Turn a document into the numbers that the tagger sees.

One stream of word pieces for the whole body, cut into *stretches*: paragraphs,
or parts of very long ones. Nothing that the tagger decides crosses a stretch.
Beside each piece stand the letter case of its word and where it stands to
quotation marks, since the vocabulary is lower-case and knows no pairs.
Every make of double mark is shown as the same straight one, so that no
newspaper's typography is new to the network.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from analysis.text import Document, Marked, Paragraph

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

Numbers = npt.NDArray[np.int64]

BREAK_TOKEN = "[unused1]"
LONGEST_STRETCH = 280
"""In word pieces; a longer paragraph is cut between sentences."""

LOWER, TITLE, UPPER, NO_LETTERS, BREAK, SPECIAL = range(6)
OUTSIDE, INSIDE, INSIDE_SINGLE, MARK = range(4)
CASES, STATES = 6, 4

_SAME_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | {"‘": "'", "’": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph or a part of one: its pieces and words, half-open in the stream."""

    first_piece: int
    end_piece: int
    first_word: int
    end_word: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A document as the tagger reads it.

    ``pieces``, ``cases`` and ``states`` have one entry a word piece (a
    paragraph's end is a piece of its own). ``first_pieces`` names the piece
    that begins each word, ``starts`` and ``ends`` its characters.
    """

    pieces: Numbers
    cases: Numbers
    states: Numbers
    first_pieces: Numbers
    starts: Numbers
    ends: Numbers
    stretches: tuple[Stretch, ...]


def encode(document: Document, tokenizer: Tokenizer) -> Encoded:
    """Turn the body of a document into numbers; a document without a body gives no stretches."""
    body = [(number, p) for number, p in enumerate(document.paragraphs) if p.role == "body"]
    shown = [_shown(paragraph.span.of(document.text)) for _, paragraph in body]
    encodings = tokenizer.encode_batch(shown, add_special_tokens=False)
    starts = document.sentence_starts
    stream = _Stream(document.text, piece_id(tokenizer, BREAK_TOKEN))
    for (number, paragraph), encoding in zip(body, encodings, strict=True):
        cuts = starts[bisect_left(starts, paragraph.span.start) : bisect_left(starts, paragraph.span.end)]
        stream.add(number, paragraph, encoding, cuts)
    return stream.encoded()


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """The number of a piece that the vocabulary must have."""
    found = tokenizer.token_to_id(piece)
    if found is None:
        raise ValueError(f"the vocabulary has no {piece}")
    return found


def _shown(text: str) -> str:
    """The text with one make of marks, character for character."""
    return text.replace("''", '" ').replace("``", '" ').translate(_SAME_MARKS)


def _case(word: str) -> int:
    if word.islower():
        return LOWER
    if not any(character.isalpha() for character in word):
        return NO_LETTERS
    if word.isupper() and len(word) > 1:
        return UPPER
    return TITLE if word[0].isupper() else LOWER


class _Stream:
    """Collects the pieces of one paragraph after the other."""

    def __init__(self, text: str, break_id: int) -> None:
        self._text = text
        self._break = break_id
        self._pieces: list[int] = []
        self._cases: list[int] = []
        self._states: list[int] = []
        self._first_pieces: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._stretches: list[Stretch] = []

    def add(
        self, number: int, paragraph: Paragraph, encoding: Encoding, sentence_starts: Sequence[int]
    ) -> None:
        """Take the next paragraph."""
        offset, marked = paragraph.span.start, paragraph.marked
        if not encoding.ids:
            return
        begin_piece, begin_word = len(self._pieces), len(self._starts)
        self._pieces.extend(encoding.ids)
        previous: int | None = None
        mark, state = 0, OUTSIDE
        for index, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
            if word != previous:
                previous = word
                at = start + offset
                self._first_pieces.append(begin_piece + index)
                self._starts.append(at)
                self._ends.append(at)
                while mark < len(marked) and marked[mark].span.end <= at:
                    mark += 1
                state = _state(marked[mark], at) if mark < len(marked) else OUTSIDE
            self._ends[-1] = end + offset
            self._cases.append(NO_LETTERS)
            self._states.append(state)
        self._name_cases(begin_piece, begin_word)
        self._cut(number, begin_piece, begin_word, sentence_starts)
        self._pieces.append(self._break)
        self._cases.append(BREAK)
        self._states.append(OUTSIDE)

    def _name_cases(self, begin_piece: int, begin_word: int) -> None:
        bounds = [*self._first_pieces[begin_word:], len(self._pieces)]
        for word, (first, end) in enumerate(pairwise(bounds), begin_word):
            case = _case(self._text[self._starts[word] : self._ends[word]])
            self._cases[first:end] = [case] * (end - first)

    def _cut(self, number: int, piece: int, word: int, sentence_starts: Sequence[int]) -> None:
        """Cut the paragraph that was just added into stretches, between sentences where that can be."""
        end_piece, end_word = len(self._pieces), len(self._starts)
        while end_piece - piece > LONGEST_STRETCH:
            latest = bisect_left(self._first_pieces, piece + LONGEST_STRETCH, word)
            cut = next(
                (
                    found
                    for start in reversed(sentence_starts)
                    if word < (found := bisect_left(self._starts, start, word)) <= latest
                ),
                max(latest, word + 1),
            )
            if cut >= end_word:
                break
            self._stretches.append(Stretch(piece, self._first_pieces[cut], word, cut, number))
            piece, word = self._first_pieces[cut], cut
        self._stretches.append(Stretch(piece, end_piece, word, end_word, number))

    def encoded(self) -> Encoded:
        """Everything that was taken."""

        def numbers(values: list[int]) -> Numbers:
            return np.asarray(values, dtype=np.int64)

        return Encoded(
            numbers(self._pieces),
            numbers(self._cases),
            numbers(self._states),
            numbers(self._first_pieces),
            numbers(self._starts),
            numbers(self._ends),
            tuple(self._stretches),
        )


def _state(marked: Marked, at: int) -> int:
    """How a character stands to a marked stretch that ends behind it."""
    if at < marked.span.start:
        return OUTSIDE
    if not marked.inner.start <= at < marked.inner.end:
        return MARK
    return INSIDE_SINGLE if marked.is_single else INSIDE
