"""Find where a text names somebody.

Reads runs of capitalized words with what holds a name together in many
languages: particles (“von der”, “bin”), initials, hyphens, apostrophes,
“Jr.”. No list of names is used: shape, titles and the words around decide
whether a person or a body is meant. A run may begin with a title (“Texas Sen. |
Joe Park”, “Secretary of State | Ana Silva”); one that is only an office (“Vice
President”) names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.lists import either, source_words
from analysis.text import folded

Shape = Literal["person", "organization", "group", "place", "word"]
"""What a run of capitals looks like; a “word” is a single one that may be anything."""


@dataclass(slots=True, eq=False)
class Mention:
    """A name where it stands.

    ``start`` and ``end`` are those of the name without titles; ``title`` is
    what stands before it (“US Ambassador to the UN”) and begins at ``first``.
    ``suffix`` is “Jr.”, “III” or empty, ``key`` the words for comparing.
    """

    start: int
    end: int
    words: tuple[str, ...]
    shape: Shape
    title: str = ""
    first: int = 0
    suffix: str = ""
    is_possessive: bool = False
    key: tuple[str, ...] = ()
    sentence: int = -1


_SPACE = "[ \u00a0\u202f\u2009]"
_WORD = re.compile(r"\S+")
_LONGEST = 12


@cache
def _patterns() -> tuple[regex.Pattern[str], re.Pattern[str]]:
    up = r"[\p{Lu}\p{Lt}]"
    particles = "|".join(sorted(word_set("surname_particles")))
    dotted = "|".join(map(re.escape, lists.dotted_titles()))
    word = (
        rf"(?:(?:{dotted}|{either('dotted_name')})\.(?!\w)"
        rf"|(?:{up}\.)+(?:{up}(?!\w)|(?={_SPACE}|[-’',)”\"]))"
        rf"|(?:(?:{either('name_prefix')})[-’'])?{up}\w*(?:(?:[-‑&/.](?=\w)|[’'](?!s\b))\w+)*)"
    )
    run = regex.compile(
        # The look-ahead is only for speed: no name begins otherwise.
        rf"(?<!\w)(?=[^a-z\W]|[a-z]{{1,3}}[-’']){word}(?:(?:{_SPACE}{{1,2}}(?:(?:{particles}){_SPACE})*|{_SPACE}?&{_SPACE}?){word})*"
        rf"(?:,{_SPACE}[JS]r\b\.?)?(?P<poss>[’']s\b|(?<=s)[’'](?!\w))?"
    )
    link = re.compile(rf"{_SPACE}(?:{either('name_link')})(?:{_SPACE}the)?{_SPACE}|{_SPACE}and{_SPACE}")
    return run, link


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    possessive: bool
    joined: bool = False


def scan(text: str, written: Set[str]) -> Iterator[Mention]:
    """The names in a text, in order; ``written`` is all that stands there between white space."""
    run, _ = _patterns()
    small = lists.small_words()
    runs: list[_Run] = []
    for match in run.finditer(text):
        word = match.group()
        if word.lower() in small and not (len(word) > 1 and word.isupper()):
            continue
        first, last = match.span()
        at = match.start("poss")
        runs.append(_Run(first, last if at < 0 else at, at >= 0))
    for made in _linked(text, runs):
        mention = _mention(text, made, written)
        if mention is not None:
            yield mention


def _linked(text: str, runs: list[_Run]) -> Iterator[_Run]:
    """Join what “of”, “for” or “to the” holds together: “Department of Justice”."""
    _, link = _patterns()
    current: _Run | None = None
    for run in runs:
        if current is not None and not current.possessive and 3 < run.start - current.end <= 9:
            gap = text[current.end : run.start]
            if link.fullmatch(gap) and _holds_on(
                text[current.start : current.end], gap.strip(), current.joined, text[run.start : run.end]
            ):
                current = _Run(current.start, run.end, run.possessive, True)
                continue
        if current is not None:
            yield current
        current = run
    if current is not None:
        yield current


def _holds_on(left: str, link: str, joined: bool, right: str) -> bool:
    last = left.rsplit(None, 1)[-1].lower().rstrip(".")
    if link == "and":
        words = right.lower().split()
        joints = word_set("name_joints")
        if not {words[0], words[-1]}.isdisjoint(joints) and (joined or last in joints):
            return True
        # “Association of Harbor Pilots and Tug Masters”
        return joined and last.endswith("s") and words[-1].endswith("s") and last not in lists.titles()
    if link.startswith("to"):
        return last in source_words("envoy")
    if link.startswith("on"):
        return last in source_words("head_before_on")
    return last in word_set("name_heads") or (joined and link.startswith("of"))


def _mention(text: str, run: _Run, written: Set[str]) -> Mention | None:
    """Split title and name, drop small words that only stand capitalized at a sentence's start."""
    words = _words(text, run, written)
    if not words or len(words) > _LONGEST:
        return None
    plain_words = [word for _, word in words]
    cut = joined_title_length(plain_words) if run.joined else title_length(plain_words)
    if cut >= len(words):
        return None
    parts, suffix = _suffix_parted(plain_words[cut:])
    shape = _shape(parts, cut > 0, run.joined and not cut)
    if shape is None:
        return None
    start, end = words[cut][0], words[-1][0] + len(words[-1][1])
    if suffix in {"Jr", "Sr"} and text.startswith(".", end):
        suffix, end = f"{suffix}.", end + 1
    title = text[words[0][0] : words[cut - 1][0] + len(words[cut - 1][1])] if cut else ""
    key = tuple(folded(part) for part in parts)
    first = words[0][0] if cut else start
    return Mention(start, end, parts, shape, title, first, suffix, end == run.end and run.possessive, key)


def _words(text: str, run: _Run, written: Set[str]) -> list[tuple[int, str]]:
    """The words of a run without the small ones it opens with, up to a sentence's end inside it."""
    small = lists.small_words()
    words: list[tuple[int, str]] = []
    for match in _WORD.finditer(text, run.start, run.end):
        word = match.group()
        lower = word.lower().replace("’", "'")
        if (
            (lower in small or lower.partition("'")[0] in small)
            and word[0].isupper()
            and not (len(word) > 1 and word.isupper())
            and plain(word) not in lists.titles()
        ):
            if not words:
                continue
            if words[-1][1].endswith("."):
                break
        words.append((match.start(), word))
    if len(words) > 1 and _opens_sentence(text, words[0], written):
        return words[1:]
    return words


def _opens_sentence(text: str, first: tuple[int, str], written: Set[str]) -> bool:
    """Whether a word is capitalized only because a sentence begins with it; ``written``: all in the text."""
    start, word = first
    before = text[max(0, start - 3) : start].rstrip(" \u00a0“\"‘'(")
    if before and before[-1] not in ".!?:\n—":
        return False
    lower = word.lower()
    return not word.isupper() and plain(word) not in lists.titles() and lower in written


def _suffix_parted(words: list[str]) -> tuple[tuple[str, ...], str]:
    if len(words) > 1 and plain(words[-1]) in source_words("name_suffix"):
        return (*words[:-2], words[-2].rstrip(",")), words[-1]
    return tuple(words), ""


def _shape(parts: tuple[str, ...], titled: bool, is_body: bool) -> Shape | None:
    if is_body:
        return "organization"
    if len(parts) == 1:
        return _shape_of_one(parts[0], titled)
    if " ".join(parts).lower() in lists.places():
        return None if titled else "place"
    words = [plain(part) for part in parts]
    if words[-1] in lists.people_nouns():
        return "group"
    if not word_set("organization_words").isdisjoint(words[1:]) or words[-1] in word_set("document_nouns"):
        return "organization"
    if all(word in lists.no_names() for word in words) and not titled:
        return None
    return "person" if len(parts) <= 6 and "&" not in parts else "organization"


def _shape_of_one(word: str, titled: bool) -> Shape | None:
    lower, letters = word.lower(), word.replace(".", "")
    if titled:
        return None if lower in lists.places() or lower in lists.no_names() else "person"
    if lower in lists.people_nouns():
        return "group"
    if lower in lists.no_names() or lower in lists.person_roles():
        return None
    if lower in lists.places():
        return "place"
    if len(letters) > 1 and letters.isupper():
        if letters.lower() in source_words("short_country"):
            return "place"
        return "organization" if len(letters) <= 6 else "word"
    return "word"


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
