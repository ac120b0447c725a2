"""What do the words of a source say: a name, a pronoun, a description?

Cuts a source such as “a spokeswoman, Anna Richardson White,” into its noun
phrase, the noun that it turns on, and what stands behind the comma; and says
what kind of speaker a description is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.model import Kind
from analysis.speakers import lists

_LEAD = re.compile(r"^(?:by|while|according to|as|like|from|both|but|and|even|only|just|because|if|that|than)\s+", re.IGNORECASE)
_CUT = re.compile(r"\s?[,(;:]|\s[—–-]{1,2}(?=\s|$)|—|\s(?:who|whose|which|whom|where|when|that)(?:[’']\w+)?\s")
_LINK = re.compile(
    r"\s(?:of|for|at|in|from|with|to|on|about|behind|aboard|near|under|like|by|inside|outside|against|over|among|"
    r"across|who|familiar|close|involved|including|backing|aligned|opposed|released|conducted|handling|representing)"
    r"(?=\s|$)"
)
_DETERMINER = re.compile(r"^(the|a|an|this|that|these|those|his|her|their|its|our|my|your)\s+", re.IGNORECASE)
_NUMBER = re.compile(
    r"^(?:(?:about|more than|only|nearly|almost|over|just|some|at least|roughly|another)\s)*"
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|[a-z]+-[a-z]+|half|most|a majority|a plurality)\b",
    re.IGNORECASE,
)
_UNNAMED_SIGNS = re.compile(r"\b(?:familiar|close to|involved|knowledge|anonym|condition|not authorized|briefed)", re.IGNORECASE)
_SHARE = re.compile(r"%|\bper ?cent\b|\bin (?:10|ten|five|three|four)\b|-in-|\bthirds?\b|\bmajority\b|\bhalf\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's noun phrase.

    ``start`` and ``end`` bound ``core`` (up to the first comma or relative
    clause) inside the text; ``head_end`` is where its main noun ends, before
    “of …”; ``determiner`` is in lower case.
    """

    start: int
    end: int
    head_end: int
    core: str
    determiner: str
    head: str

    @property
    def is_definite(self) -> bool:
        """Whether it points back to something known: “the senator”, “that group”."""
        return self.determiner in {"the", "this", "that", "these", "those"}


def phrase_of(text: str, start: int, end: int) -> Phrase:
    """The noun phrase in a stretch of text."""
    while start < end and not text[start].isalnum():
        start += 1
    while (lead := _LEAD.match(text[start:end])) and start + lead.end() < end:
        start += lead.end()
    source = text[start:end]
    cut = _CUT.search(source, 1)
    core = source[: cut.start()] if cut else source
    core = core.rstrip(" \u00a0.,;:”\"")
    determiner = _DETERMINER.match(core)
    low = determiner.end() if determiner else 0
    link = _LINK.search(core, low + 1)
    head_part = core[low : link.start()] if link else core[low:]
    head = head_part.rstrip(" ,.’'\u00a0").rsplit(None, 1)[-1].lower() if head_part.strip(" ,.’'\u00a0") else ""
    word = determiner.group(1).lower() if determiner else ""
    head_end = start + (link.start() if link else len(core))
    return Phrase(start, start + len(core), head_end, core, word, _bare(head))


def _bare(word: str) -> str:
    for ending in ("’s", "'s", "s’", "s'"):
        if word.endswith(ending):
            return word.removesuffix("’s").removesuffix("'s").rstrip("’'")
    return word.strip(".,;:”\"")


def kind_of(description: str) -> Kind | None:
    """The kind of speaker that a description without a name means; None where nothing tells.

    >>> kind_of("a State Department spokesperson"), kind_of("Trump supporters"), kind_of("the new poll")
    ('unnamed', 'group', 'document')
    """
    phrase = phrase_of(description, 0, len(description))
    return kind_of_phrase(phrase, description)


def kind_of_phrase(phrase: Phrase, whole: str) -> Kind | None:
    """The same for a phrase already cut; ``whole`` is the full source."""
    head = phrase.head
    if _SHARE.search(phrase.core):
        return "group"
    plural = lists.people_nouns().get(head)
    if _UNNAMED_SIGNS.search(whole) and head not in lists.document_nouns():
        return "unnamed"
    if plural is not None:
        return "unnamed" if plural == "unnamed" else "group"
    last = head.rpartition("-")[2]
    if head in lists.person_roles() or last in lists.person_roles():
        return "unnamed"
    if head in lists.document_nouns() or last in lists.document_nouns():
        return "document"
    if head in lists.organization_words():
        return "organization"
    if head.endswith("s") and not head.endswith(("ss", "us", "is")):
        return "group"
    if _NUMBER.match(phrase.core):
        return "group"
    return None


def description(phrase: Phrase) -> str:
    """A description as a speaker's name: without its leading article."""
    core = phrase.core.strip()
    match = _DETERMINER.match(core)
    if match and match.group(1).lower() in {"the", "a", "an", "this", "that", "these", "those"}:
        core = core[match.end() :]
    return core.strip(" ,;:.")
