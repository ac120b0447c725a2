"""Which terms, words and phrases, occur in a stretch of text, and where?

A phrase is two or three words with nothing but a space between them, of which
the outer ones are no stop words. Only its last word is brought to its base
form (“rising prices” is “rising price”), since “rise price” is no phrase
anybody says. Words of names keep their form: “Ghent” reads better than
“ghent”, and the base form of a name is another name. Offices and the like
(“President Silva”) are lower case when they are counted by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.keywords.forms import form_of, is_content_word
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
    is_content = [is_content_word(token.bare) for token in tokens]
    found: list[Term] = []
    for i, token in enumerate(tokens):
        if is_content[i]:
            form = token.bare if token.is_name and not _is_office(token) else form_of(token.bare)
            found.append(Term(form, token.start, token.end))
        elif not (token.is_name and token.text.lower() in word_set("name_openers")):
            continue
        if i + 1 < len(tokens) and _are_joined(text, token, tokens[i + 1]):
            _add_phrases(found, text, tokens[i : i + 3], is_content[i : i + 3])
    return found


def _add_phrases(found: list[Term], text: str, tokens: Sequence[Token], is_content: Sequence[bool]) -> None:
    if is_content[1]:
        found.append(_phrase(tokens[:2]))
    if len(tokens) < 3 or not is_content[2] or not _are_joined(text, tokens[1], tokens[2]):
        return
    if is_content[1] or tokens[1].text in word_set("phrase_links"):
        found.append(_phrase(tokens))


def _phrase(tokens: Sequence[Token]) -> Term:
    form = " ".join([*map(_inner_form, tokens[:-1]), _last_form(tokens[-1])])
    return Term(form, tokens[0].start, tokens[-1].end)


def _inner_form(token: Token) -> str:
    straight = token.text.replace("’", "'")
    return straight if token.is_name or _is_office(token) else straight.lower()


def _last_form(token: Token) -> str:
    return token.bare if token.is_name else form_of(token.bare)


def _is_office(token: Token) -> bool:
    """Whether it is the “President” of “President Silva”, also at the beginning of a sentence."""
    return token.text[0].isupper() and token.text.lower() in word_set("common_capitals")


def _are_joined(text: str, before: Token, after: Token) -> bool:
    return text[before.end : after.start] in (" ", "\u00a0")
