"""Who is “the spokesperson”, and what kind of speaker is a description?

A description is bound to a person whose role has the same noun, else to the
fullest description with that noun that stands before it, else it stands for
itself, without its article.
"""

from __future__ import annotations

import re

from analysis.model import Kind
from analysis.speakers import lists
from analysis.speakers.people import Cast, Entity

_ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these|those|one|another|some|several|many|most|two|three|both|all)\s+(?=\S)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[,;:(—–]|\s(?:who|which|that|for|of|from|in|at|with|on|to|by|about|close|familiar|briefed)\s",
    re.IGNORECASE,
)
_ANY_SPACE = re.compile(r"\s+")


def without_article(words: str) -> str:
    """A description without its article and with plain spaces.

    >>> without_article("the  senior official")
    'senior official'
    """
    plain = _ANY_SPACE.sub(" ", words).strip(' ,.;:—–-"“”')
    return _ARTICLE.sub("", plain) or plain


def head_of(description: str) -> str:
    """The noun of a description, lower case: “spokesperson” of “a spokesperson for the port”."""
    core = _CUT.split(without_article(description) + " ", maxsplit=1)[0].split()
    return core[-1].lower().strip("’'.”\"").removesuffix("’s").removesuffix("'s") if core else ""


def kind_of(description: str) -> Kind:
    """What a speaker is that only a description names."""
    head = head_of(description)
    people = lists.people_nouns().get(head)
    if people is not None:
        return "unnamed" if people == "unnamed" else "group"
    if head in lists.person_roles() or head in {noun for _, noun in lists.titles().values()}:
        return "unnamed"
    if head in lists.document_nouns() or head.removesuffix("s") in lists.document_nouns():
        return "document"
    if head in lists.organization_words():
        return "organization"
    singular = head.removesuffix("s")
    if head.endswith("s") and (singular in lists.person_roles() or len(head) > 4):
        return "group"
    return "organization" if head and head[0].isalpha() else "group"


def person_with_role(description: str, cast: Cast, position: int) -> Entity | None:
    """The person named before whose role fits a definite description (“the mayor”), or None."""
    head = head_of(description)
    if head not in lists.person_roles() and head not in lists.titles() and not _is_office(head):
        return None
    wanted = {word.lower() for word in without_article(_CUT.split(description, maxsplit=1)[0]).split()}
    best: tuple[int, int] | None = None
    chosen = None
    for entity in cast.entities:
        if entity.kind != "person" or not entity.mentions or entity.mentions[0].start >= position:
            continue
        for role in entity.roles:
            words = _role_words(role)
            if head in words:
                last = max(m.start for m in entity.mentions if m.start < position)
                score = (len(wanted & words), last)
                if best is None or score > best:
                    best, chosen = score, entity
    return chosen


def _is_office(noun: str) -> bool:
    """Whether a noun is what a title stands for (“senator” for “Sen.”); “US” in a title is none."""
    return any(noun == plain for _, plain in lists.titles().values())


def _role_words(role: str) -> set[str]:
    words = {word.lower().strip(".,’'") for word in role.split()}
    titles = lists.titles()
    return words | {titles[word][1] for word in words if word in titles}


def first_description(head: str, text: str, position: int) -> str | None:
    """The first description with this noun before a position: “State Department spokesperson”."""
    if len(head) < 3:
        return None
    pattern = re.compile(
        rf"\b(?:a|an|the|one|another)\s+((?:[\w’'&-]+\s+){{0,4}}?{re.escape(head)})\b", re.IGNORECASE
    )
    found = [match[1] for match in pattern.finditer(text, 0, position)]
    found = [_last_phrase(description) for description in found]
    return max(found, key=lambda description: len(description.split()), default=None)


_INNER = re.compile(r"\b(?:the|a|an|and|to|of|for|that|told|said|by|from)\b\s+", re.IGNORECASE)


def _last_phrase(description: str) -> str:
    """Without what a loose match took from the phrase before."""
    return _ANY_SPACE.sub(" ", _INNER.split(description)[-1])
