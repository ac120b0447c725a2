"""Paragraphs, sentences, words and quotation marks of a text."""

from analysis.text.document import Document, Paragraph, Sentence, parse
from analysis.text.marks import Marked
from analysis.text.repair import repair
from analysis.text.words import Token, count_words, is_word, tokens_of

__all__ = [
    "Document",
    "Marked",
    "Paragraph",
    "Sentence",
    "Token",
    "count_words",
    "is_word",
    "parse",
    "repair",
    "tokens_of",
]
