"""Name the terms, words and phrases, that occur in stretches of a text, with their places.

A phrase is two or three words with nothing but a space between them, of which
the outer ones are no stop words. Only its last word is brought to its base
form (“rising prices” is “rising price”), since “rise price” is no phrase
anybody says. Words of names keep their form: “Ghent” reads better than
“ghent”, and the base form of a name is another name. Offices and the like
(“President Silva”) are lower case when they are counted by themselves.

A capital means a name in the middle of a sentence. At its beginning it means
one only if the word has such a capital elsewhere in the text, or if no
dictionary knows it: “Silva said” but not “Voters said”.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex
from simplemma import is_known

from analysis.keywords.forms import bare, forms_of
from analysis.model import Span
from analysis.resources import word_set
from analysis.text import Token, begins_sentence, words_of

_INNER_CAPITAL = regex.compile(r"(?<=[a-z,] )\p{Lu}[^\W\d_]+(?:['’-][^\W\d_][^\W\d_]+)*")


class Term(NamedTuple):
    """One occurrence of a word or phrase: the form it is counted under, and where it stands."""

    term: str
    start: int
    end: int


def terms_of(text: str, spans: Iterable[Span] | None = None) -> list[Term]:
    """Name all words and phrases that can be keywords.

    Args:
        text: The whole text, in which is seen what capitals mean.
        spans: The stretches whose terms are wanted, such as sentences; all of
            the text where none are given.

    Returns:
        Terms in the order of their first character, shorter first, with
        offsets into ``text``. Words in a phrase are listed by themselves too.

    >>> [found.term for found in terms_of("In Ghent, interest rates.")]
    ['Ghent', 'interest', 'interest rate', 'rate']
    """
    capitals = frozenset(_INNER_CAPITAL.findall(text))
    if spans is None:
        spans = [Span(0, len(text))] if text else []
    return [term for span in spans for term in _terms(text, words_of(text, span.start, span.end), capitals)]


def _terms(text: str, words: list[Token], capitals: Set[str]) -> list[Term]:
    written = [text[start:end] for start, end, _ in words]
    forms = [
        forms_of(word, word[0].isupper() and _means_a_name(text, word, words[i].start, capitals, i == 0))
        for i, word in enumerate(written)
    ]
    joined = [text[before.end : after.start] in (" ", "\u00a0") for before, after in pairwise(words)]
    joined += [False, False]
    found: list[Term] = []
    for i, word in enumerate(forms):
        at = words[i].start
        if word.counts:
            found.append(Term(word.alone, at, words[i].end))
        if not (word.opens and joined[i]):
            continue
        second = forms[i + 1]
        if second.counts:
            found.append(Term(f"{word.inner} {second.last}", at, words[i + 1].end))
        elif written[i + 1] not in word_set("phrase_links"):
            continue
        if joined[i + 1] and forms[i + 2].counts:
            form = f"{word.inner} {second.inner} {forms[i + 2].last}"
            found.append(Term(form, at, words[i + 2].end))
    return found


def _means_a_name(text: str, word: str, start: int, capitals: Set[str], is_first: bool) -> bool:
    if not begins_sentence(text, start, is_first=is_first):
        return True
    return bare(word) in capitals or not _is_known(bare(word).lower())


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    return bool(is_known(word, "en"))
