"""Find the descriptions of people, bodies and documents in a text.

“a harbor board spokesman”, “the agency”, “two members of the council”: found by
their noun, which a word list knows, and by the small words where they begin and
end. Names are found in `analysis.speakers.names`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from analysis.model import Kind
from analysis.quotes.grammar import is_adverb, words_of
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.entities import Entity
from analysis.speakers.lists import source_words
from analysis.text import Document, Token

_LONGEST = 7


@dataclass(slots=True, eq=False)
class Chunk:
    """A description where it stands.

    ``words`` are its words without an article up to its noun, ``head`` the
    noun in lower case; ``end`` is behind the noun. ``opener`` is “the”, “a”,
    “his” or empty, in lower case, or “'s” behind somebody's name. ``entity`` is
    the person named beside it (“the mayor, Ana Silva,”), if any.
    """

    start: int
    end: int
    head: str
    words: str
    opener: str
    kind: Kind
    is_plural: bool
    entity: Entity | None = None

    @property
    def is_definite(self) -> bool:
        """Whether it begins with “the” or the like."""
        return self.opener in source_words("definite")

    @property
    def modifiers(self) -> set[str]:
        """The words before the noun in lower case."""
        return {word.lower().strip("“”\"'’.") for word in self.words.split()[:-1]}


@cache
def nouns() -> dict[str, tuple[Kind, bool]]:
    """Noun → what it is a noun for, and whether it is plural."""
    table: dict[str, tuple[Kind, bool]] = {}
    for word in word_set("document_nouns"):
        table[word] = ("document", word.endswith("s"))
    for word in word_set("organization_words"):
        table[word] = ("organization", False)
        table.setdefault(_plural(word), ("group", True))
    for word in lists.person_roles():
        if " " not in word:
            table[word] = ("unnamed", False)
            table.setdefault(_plural(word), ("group", True))
    for word, kind in lists.people_nouns().items():
        table[word] = ("unnamed" if kind == "unnamed" else "group", True)
    table["source"] = table["official"] = ("unnamed", False)
    return table


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")


class Chunks:
    """The descriptions of one article, in text order."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._tokens = document.tokens
        table = nouns()
        found: list[Chunk] = []
        for index, token in enumerate(document.tokens):
            if token.lower in table:
                chunk = self._chunk(index)
                if chunk is not None:
                    found.append(chunk)
        self.all = found
        self.starts = [chunk.start for chunk in found]
        self._ends = [chunk.end for chunk in found]

    def ending_before(self, position: int) -> Chunk | None:
        """The description right before a position, parted from it by a space or a comma."""
        at = bisect_left(self._ends, position) - 1
        if at < 0 or not 1 <= position - self._ends[at] <= 2:
            return None
        return self.all[at] if self._text[self._ends[at] : position] in {" ", ", ", "\u00a0"} else None

    def starting_at(self, position: int) -> Chunk | None:
        """The description that begins at a position."""
        at = bisect_left(self.starts, position)
        return self.all[at] if at < len(self.all) and self.starts[at] == position else None

    def _chunk(self, index: int) -> Chunk | None:
        """The description whose noun is this token, or None if the phrase goes on behind it."""
        tokens, table = self._tokens, nouns()
        token = tokens[index]
        if self._text[token.start].isupper() and index and not self._opens(index):
            return None
        if index + 1 < len(tokens):
            following = tokens[index + 1]
            if following.start - token.end == 1 and following.lower in table and self._is_low(following):
                return None
        kind, plural = table[token.lower]
        first, opener = self._first(index, plural)
        if first is None:
            return None
        start = tokens[first].start
        words = self._text[start : token.end]
        whole = tokens[first - 1].start if opener and first and opener != "'s" else start
        return Chunk(whole, token.end, token.lower, " ".join(words.split()), opener, kind, plural)

    def _is_low(self, token: Token) -> bool:
        return self._text[token.start].islower()

    def _opens(self, index: int) -> bool:
        return self._tokens[index - 1].lower in {".", "“", '"', "?", "!", ":", "''"} or (
            "\n" in self._text[self._tokens[index - 1].end : self._tokens[index].start]
        )

    def _first(self, index: int, plural: bool) -> tuple[int | None, str]:
        """The first token of the description behind its article, and the article."""
        tokens = self._tokens
        articles = source_words("definite") | source_words("indefinite")
        first = bare = index
        is_bare = True
        while first > 0 and index - first < _LONGEST:
            before = tokens[first - 1]
            word = before.lower
            if tokens[first].start - before.end > 1 or not word[0].isalnum():
                break
            if word in articles or word in words_of("possessive"):
                return first, word
            if word.endswith(("'s", "s'")) and word != "it's":
                return self._possessor(first - 1), "'s"
            if word in _stops():
                break
            first -= 1
            if is_bare and self._describes(before):
                bare = first
            else:
                is_bare = False
        return (bare, "") if plural or bare < index or not index else (None, "")

    def _possessor(self, index: int) -> int:
        """Where the name of the owner begins: “Ana Silva's campaign”."""
        while (
            index > 0
            and self._tokens[index].start - self._tokens[index - 1].end == 1
            and self._text[self._tokens[index - 1].start].isupper()
            and self._text[self._tokens[index].start].isupper()
        ):
            index -= 1
        return index

    def _describes(self, token: Token) -> bool:
        """Whether a word before a bare plural is an adjective or a name and no verb."""
        word = token.lower
        return (
            word in word_set("describing_words")
            or word.endswith(tuple(source_words("adjective_ending")))
            or "-" in word
            or not self._is_low(token)
        ) and not is_adverb(word)


@cache
def _stops() -> frozenset[str]:
    """Words that no description holds before its noun."""
    return (
        words_of("preposition", "auxiliary", "conjunction", "pronoun")
        | word_set("past_forms")
        | source_words("no_description")
    ) - source_words("in_description")
