"""Hold what an article tells of each possible speaker: person, body, group or document.

An entity is built up mention by mention; what the text tells of it (gender,
roles) is kept beside its name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from analysis.model import Kind
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.names import Mention

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Entity:
    """One possible speaker of an article.

    ``males`` and ``females`` weigh what the text says of the gender; ``roles``
    are the words of offices and appositions as they stand, ``role_words`` the
    same in lower case for comparing. ``is_named`` is False for one that only
    descriptions name.
    """

    kind: Kind
    words: tuple[str, ...]
    suffix: str = ""
    is_named: bool = True
    is_place: bool = False
    is_plural: bool = False
    is_titled: bool = False
    mentions: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    role_words: set[str] = field(default_factory=set)
    role_heads: set[str] = field(default_factory=set)
    males: float = 0.0
    females: float = 0.0
    in_title: bool = False
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    head: str = ""
    key: tuple[str, ...] = ()
    parts: tuple[Entity, ...] = ()

    @property
    def name(self) -> str:
        """The fullest form of the name, without titles."""
        if self.parts:
            return " & ".join(part.name for part in self.parts)
        name = " ".join((*self.words, self.suffix)).strip()
        return name.removeprefix("The ").removeprefix("the ") if self.kind != "person" else name

    @property
    def gender(self) -> float:
        """From −1 (surely a woman) to 1 (surely a man); 0 where the text does not tell."""
        total = self.males + self.females
        return (self.males - self.females) / (total + 0.5) if total else 0.0

    def last_before(self, position: int) -> Mention | None:
        """Its nearest mention that begins before a position."""
        at = bisect_left(self.mentions, position, key=_start)
        return self.mentions[at - 1] if at else None

    def count_before(self, position: int) -> int:
        """How many of its mentions begin before a position."""
        return bisect_left(self.mentions, position, key=_start)

    def add_role(self, role: str, head: str) -> None:
        """Note an office or apposition, whose noun is ``head``."""
        words = {word.strip(".,’'“”\"()").lower() for word in role.split()}
        titles = lists.titles()
        self.role_words |= words | {titles[word][1] for word in words if word in titles}
        self.role_heads.add(titles[head][1] if head in titles else head)
        shown = _ARTICLE.sub("", role)
        if head not in word_set("courtesy_titles") and shown not in self.roles:
            self.roles.append(shown)

    def note_gender(self, gender: str | None, weight: float) -> None:
        """Note what a title, role or pronoun says of the gender."""
        if gender == "m":
            self.males += weight
        elif gender == "f":
            self.females += weight


def _start(mention: Mention) -> int:
    return mention.start
