"""Count how often each term stands in an article.

A phrase counts as a keyword of an article from its second occurrence on: by
chance any two words stand side by side once. Words inside a counted phrase
stay counted by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from analysis.keywords.terms import terms_of
from analysis.model import Keyword


def keywords_of(terms: Iterable[str], names: Collection[str]) -> tuple[Keyword, ...]:
    """Count the terms of an article.

    Args:
        terms: Every occurrence in the measured text, such as `terms_of` names them.
        names: Names and titles of its speakers in all forms used there.

    Returns:
        One keyword a term, most frequent first, ties in alphabetical order;
        ``is_name`` where the term is one of the names or stands in one.
    """
    counts = Counter(terms)
    of_names = _terms_in(names)
    kept = (
        Keyword(term, count, term.casefold() in of_names)
        for term, count in counts.items()
        if count > 1 or " " not in term
    )
    return tuple(sorted(kept, key=lambda keyword: (-keyword.count, keyword.term)))


def _terms_in(names: Collection[str]) -> frozenset[str]:
    return frozenset(
        form.casefold()
        for name in names
        for found in terms_of(name)
        for form in (found.term, name[found.start : found.end])
    )
