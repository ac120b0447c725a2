"""How much of a run of capitals is title and office, and how much name?

“Texas Sen. | Joe Park”, “Secretary of State | Ana Silva”; a run that is only an
office (“Vice President”) names nobody.
"""

from __future__ import annotations

from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.lists import source_words


def plain(word: str) -> str:
    """A word in lower case without its point."""
    return word.lower().rstrip(".")


def title_length(words: list[str]) -> int:
    """How many words before the name are title; all of them where there is no name.

    >>> title_length(["Texas", "Sen.", "Joe", "Park"])
    2
    """
    titles, bodies = lists.titles(), word_set("organization_words")
    last = len(words) - 1
    for index in range(last - 1, -1, -1):
        if plain(words[index]) in titles:
            rest = [plain(word) for word in words[index + 1 :]]
            if all(word in titles for word in rest):
                return len(words)
            return 0 if any(word in bodies for word in rest) else index + 1
    return len(words) if last > 0 and plain(words[last]) in titles and _is_office(words) else 0


def _is_office(words: list[str]) -> bool:
    """“Vice President”, “Attorney General”: an office and nobody's name."""
    first = plain(words[0])
    return first in lists.titles() or first in source_words("office_opener") or words[0].isupper()


def joined_title_length(words: list[str]) -> int:
    """The same for “Secretary of State | Ana Silva”; 0 for a body such as “Department of Justice”."""
    link = next((i for i in range(len(words) - 1, -1, -1) if words[i][0].islower()), None)
    if link is None:
        return title_length(words)
    titles = lists.titles()
    if not any(plain(word) in titles for word in words[:link]):
        return 0
    rest = words[link + 1 :]
    inner = title_length(rest)
    if 0 < inner < len(rest):
        return link + 1 + inner
    return link + 1 + _complement_length(rest)


def _complement_length(rest: list[str]) -> int:
    known = word_set("title_complements")
    for length in (2, 1):
        if " ".join(rest[:length]).lower() in known:
            return length
    if len(rest) > 1 and len(rest[0]) > 1 and rest[0].replace(".", "").isupper():
        return 1
    if len(rest) >= 3:
        return len(rest) - (3 if len(rest) > 3 and len(rest[-2].rstrip(".")) == 1 else 2)
    return len(rest)
