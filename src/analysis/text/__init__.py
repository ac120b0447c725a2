"""Paragraphs, sentences, words and quotation marks of a text."""

from analysis.text.document import Document, Paragraph, Sentence, parse
from analysis.text.folding import folded, folded_letters
from analysis.text.marks import Marked
from analysis.text.repair import repair
from analysis.text.sentences import begins_sentence
from analysis.text.stretches import Stretches
from analysis.text.words import Token, count_words, is_word, tokens_of, words_of

__all__ = [
    "Document",
    "Marked",
    "Paragraph",
    "Sentence",
    "Stretches",
    "Token",
    "begins_sentence",
    "count_words",
    "folded",
    "folded_letters",
    "is_word",
    "parse",
    "repair",
    "tokens_of",
    "words_of",
]
