"""Whom does a headline name?

Capitals tell little in a headline, so only names that the article itself uses
are found there: its full names, surnames and acronyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from analysis.speakers import lists
from analysis.speakers.entities import Entity
from analysis.speakers.names import Mention
from analysis.text import folded

if TYPE_CHECKING:
    from analysis.speakers.joining import Registry

_WORD = re.compile(r"[^\W\d_][\w-]*(?:\.[\w-]+)*(?:[’'](?!s\b)\w+)*")
_LONGEST = 4
_LONGEST_LINE, _FEWEST_WORDS, _MOST_SMALL, _FEWEST_PLAIN = 160, 4, 0.2, 2


def is_headline(paragraph: str, used: Set[str]) -> bool:
    """Whether a line writes plain words with capitals too; ``used`` are all words of the article.

    >>> is_headline("Mayor Says the Ferry Will Stop.", {"says", "ferry", "stop"})
    True
    """
    if len(paragraph) > _LONGEST_LINE:
        return False
    words = [word for word in _WORD.findall(paragraph) if len(word) > 3]
    small = sum(word[0].islower() for word in words)
    if len(words) < _FEWEST_WORDS or small > _MOST_SMALL * len(words) or all(map(str.isupper, words)):
        return False
    plain = {word.lower() for word in _WORD.findall(paragraph)[1:] if word[0].isupper()}
    return len(plain & used) + len(plain & lists.small_words()) >= _FEWEST_PLAIN


def known_names(text: str, start: int, end: int, registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """The names of known entities in a headline, in order; longest first, none twice."""
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text, start, end)]
    index = 0
    while index < len(words):
        taken = 1
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            part = words[index : index + length]
            if not part[0][2][0].isupper():
                break
            entity = registry.named(tuple(folded(word) for _, _, word in part))
            if entity is not None:
                yield _mention(text, part, entity), entity
                taken = length
                break
        index += taken


def _mention(text: str, part: list[tuple[int, int, str]], entity: Entity) -> Mention:
    first, last = part[0][0], part[-1][1]
    return Mention(
        first,
        last,
        tuple(word for _, _, word in part),
        "person" if entity.kind == "person" else "organization",
        first=first,
        key=tuple(folded(word) for _, _, word in part),
        is_possessive=text[last : last + 2] in {"’s", "'s"},
    )
