"""Which terms, words and phrases, occur in a stretch of text, and where?

A phrase is two or three words with nothing but a space between them, of which
the outer ones are no stop words. Only its last word is brought to its base
form (“rising prices” is “rising price”), since “rise price” is no phrase
anybody says. Words of names keep their form: “Ghent” reads better than
“ghent”, and the base form of a name is another name. Offices and the like
(“President Silva”) are lower case when they are counted by themselves.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from analysis.keywords.forms import forms_of
from analysis.keywords.words import Token, tokens_of
from analysis.resources import word_set


class Term(NamedTuple):
    """One occurrence of a word or phrase: the form it is counted under, and where it stands."""

    term: str
    start: int
    end: int


def terms_of(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """Name all words and phrases of ``text[start:end]`` that can be keywords.

    Returns:
        Terms in the order of their first character, shorter first, with
        offsets into ``text``. Words in a phrase are listed by themselves too.

    >>> [found.term for found in terms_of("In Ghent, interest rates.")]
    ['Ghent', 'interest', 'interest rate', 'rate']
    """
    tokens = tokens_of(text, start, len(text) if end is None else end)
    forms = [forms_of(token.text, token.is_name) for token in tokens]
    joined = [_are_joined(text, *pair) for pair in pairwise(tokens)] + [False, False]
    found: list[Term] = []
    for i, word in enumerate(forms):
        at = tokens[i].start
        if word.counts:
            found.append(Term(word.alone, at, tokens[i].end))
        if not (word.opens and joined[i]):
            continue
        second = forms[i + 1]
        if second.counts:
            found.append(Term(f"{word.inner} {second.last}", at, tokens[i + 1].end))
        elif tokens[i + 1].text not in word_set("phrase_links"):
            continue
        if joined[i + 1] and forms[i + 2].counts:
            form = f"{word.inner} {second.inner} {forms[i + 2].last}"
            found.append(Term(form, at, tokens[i + 2].end))
    return found


def _are_joined(text: str, before: Token, after: Token) -> bool:
    return text[before.end : after.start] in (" ", "\u00a0")
