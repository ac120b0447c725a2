"""What does the network read of a text?

Lower-case word pieces, and for each the letter case of its word and whether it
stands in quotation marks, since the vocabulary knows neither. Paragraphs
begin with a break. Page furniture is left out, headlines are read for their
context. Everything later counts in words: pieces of one word belong together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from analysis.quotes.tagger.labels import Integers
from analysis.text import Document, Paragraph

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

BREAK, UNKNOWN, CLASSIFY, SEPARATE = "[unused1]", "[UNK]", "[CLS]", "[SEP]"
SPECIAL, NO_LETTERS, LOWER, TITLE, UPPER = range(5)
CASES = 5
_, UNQUOTED, QUOTED, MARK = range(4)
STATES = 4


@dataclass(frozen=True, slots=True)
class Stream:
    """A text as the network reads it.

    ``pieces``, ``cases`` and ``states`` have one number a word piece or break;
    ``tokens`` (each word's first piece), ``starts``, ``ends`` (its characters)
    and ``paragraphs`` (its paragraph's number in the document) one a word;
    ``breaks`` one a paragraph.
    """

    pieces: Integers
    cases: Integers
    states: Integers
    tokens: Integers
    starts: Integers
    ends: Integers
    paragraphs: Integers
    breaks: Integers

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.tokens)


@cache
def tokenizer() -> Tokenizer:
    """The word-piece tokenizer, its vocabulary read once."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    made = Tokenizer(WordPiece(vocabulary(), unk_token=UNKNOWN))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


@cache
def vocabulary() -> dict[str, int]:
    """Each word piece's number: its line in the vocabulary file."""
    text = files("analysis.quotes.tagger").joinpath("vocabulary.txt").read_text("utf-8")
    return {piece: number for number, piece in enumerate(text.split("\n")) if piece}


def stream_of(document: Document) -> Stream:
    """The whole text of a document, page furniture left out."""
    numbers = [n for n, paragraph in enumerate(document.paragraphs) if paragraph.role != "furniture"]
    texts = [document.paragraphs[n].span.of(document.text) for n in numbers]
    building = _Building()
    for number, encoding in zip(numbers, tokenizer().encode_batch(texts, add_special_tokens=False), strict=True):
        building.add(number, document.paragraphs[number], document.text, encoding)
    return building.done()


class _Building:
    def __init__(self) -> None:
        self._break = vocabulary()[BREAK]
        self._pieces: list[tuple[int, int, int]] = []
        self._words: list[tuple[int, int, int, int]] = []
        self._breaks: list[int] = []

    def add(self, number: int, paragraph: Paragraph, text: str, encoding: Encoding) -> None:
        """One paragraph: a break, then its words."""
        self._breaks.append(len(self._pieces))
        self._pieces.append((self._break, SPECIAL, SPECIAL))
        states = _States(paragraph)
        pieces = zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True)
        for _, group in groupby(pieces, key=itemgetter(0)):
            word = list(group)
            start, end = (paragraph.span.start + word[0][2][0], paragraph.span.start + word[-1][2][1])
            case, state = case_of(text[start:end]), states.at(start)
            self._words.append((len(self._pieces), start, end, number))
            self._pieces.extend((piece, case, state) for _, piece, _ in word)

    def done(self) -> Stream:
        pieces = np.asarray(self._pieces, dtype=np.int64).reshape(-1, 3).T
        words = np.asarray(self._words, dtype=np.int64).reshape(-1, 4).T
        return Stream(*pieces, *words, np.asarray(self._breaks, dtype=np.int64))


def case_of(word: str) -> int:
    """How a word is written.

    >>> [case_of(word) for word in ("the", "Trump", "FBI", "I", "1,200")] == [LOWER, TITLE, UPPER, TITLE, NO_LETTERS]
    True
    """
    if word.islower():
        return LOWER
    if not any(map(str.isalpha, word)):
        return NO_LETTERS
    if len(word) > 1 and word.isupper():
        return UPPER
    return TITLE if word[0].isupper() else LOWER


class _States:
    """Walks along a paragraph's quotations, whose words come in text order."""

    def __init__(self, paragraph: Paragraph) -> None:
        self._marked = paragraph.marked
        self._next = 0

    def at(self, position: int) -> int:
        while self._next < len(self._marked) and self._marked[self._next].span.end <= position:
            self._next += 1
        if self._next == len(self._marked):
            return UNQUOTED
        marked = self._marked[self._next]
        if position < marked.span.start:
            return UNQUOTED
        return QUOTED if marked.inner.start <= position < marked.inner.end else MARK
