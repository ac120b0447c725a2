"""What does the text say that a named person is?

Reads the nouns before a name (“Republican presidential nominee Donald Trump”)
and the apposition after it (“Maria Lopez, the mayor of Ghent,”), so that
“the nominee” and “the mayor” find their person later.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.entities import Entity
from analysis.speakers.mentions import Mention

_LAST_WORDS = re.compile(r"(?:[\w’'.&/-]+[ \u00a0]){1,7}$")
_AFTER = re.compile(
    r"(?:\s?\([^)\n]{1,40}\))?(?:,|\s[—–-]{1,2})\s(?:\d{1,3},\s)?(?:who\s(?:is|was|has been|serves as)\s)?"
    r"(?P<role>[\w’'-][^,;:()“”\"\n—–]{2,110}?)(?=[,;:()“\"\n—–]|\.(?:\s|$|[”\"]))"
)
_ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)
_FIRST_LINK = re.compile(r"\s(?:of|for|at|in|from|with|to|on|and|who|whose|that|which|about|under|by)\s")


@cache
def _no_role_words() -> frozenset[str]:
    return word_set("stop_words") | frozenset("said says told asked added wrote according tells".split())


def role_before(text: str, mention: Mention) -> str | None:
    """The office or trade named right before: “White House spokesman” in “… spokesman Josh Earnest”."""
    before = _LAST_WORDS.search(text[max(0, mention.first_character - 90) : mention.first_character])
    if before is None:
        return None
    words = before.group().replace("\u00a0", " ").split()
    noun = words[-1].lower()
    if noun.rpartition("-")[2] not in lists.person_roles() and noun not in lists.person_roles():
        return None
    first = len(words) - 1
    while first > 0 and words[first - 1].lower().rstrip(".") not in _no_role_words() and not words[first - 1].endswith("ed"):
        first -= 1
    return " ".join(words[first:])


def role_after(text: str, mention: Mention) -> str | None:
    """The apposition behind a name, without its article: “mayor of Ghent”."""
    match = _AFTER.match(text, mention.end, mention.end + 200)
    if match is None:
        return None
    role = _ARTICLE.sub("", match["role"].strip(), count=1) if _ARTICLE.match(match["role"]) else match["role"].strip()
    return role if head_of(role) in lists.person_roles() else None


def head_of(description: str) -> str:
    """The noun that a description turns on, in lower case: “mayor” of “former mayor of Ghent”."""
    core = _FIRST_LINK.split(description, maxsplit=1)[0].strip(" .,;:’'")
    last = core.rsplit(None, 1)[-1].lower() if core else ""
    return last.removesuffix("’s").removesuffix("'s")


def learn(entity: Entity, role: str) -> None:
    """Bind a role to a person."""
    entity.signs += 1
    if role not in entity.roles:
        entity.roles.append(role)
    core = _FIRST_LINK.split(role, maxsplit=1)[0]
    entity.role_words.update(word.lower().rstrip(".").removesuffix("’s").removesuffix("'s") for word in role.split())
    entity.gender = entity.gender or lists.person_roles().get(head_of(core))
