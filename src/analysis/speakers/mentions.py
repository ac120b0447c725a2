"""Where does a text name somebody?

Reads runs of capitalized words with what holds a name together in many
languages: particles (“von der”, “bin”), initials, hyphens, apostrophes,
“Jr.”. Titles before the name are split off. No list of names is used: shape,
titles and the words around decide whether a person or a body is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal
from unicodedata import category

from analysis.resources import word_set
from analysis.speakers import lists

Shape = Literal["person", "organization", "group", "place", "word"]
"""What a run of capitals looks like; a “word” is a single one that may be anything."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands.

    ``start`` and ``end`` are those of the name without titles; ``title`` is
    what stands before it (“US Ambassador to the UN”) and begins at
    ``title_start``. ``suffix`` is “jr”, “sr”, “iii” or empty.
    """

    start: int
    end: int
    words: tuple[str, ...]
    shape: Shape
    title: str = ""
    title_start: int = -1
    suffix: str = ""
    possessive: bool = False

    @property
    def first_character(self) -> int:
        """Where the mention begins, its title included."""
        return self.title_start if self.title else self.start

    @property
    def key(self) -> tuple[str, ...]:
        """The words for comparing: lower case, without points."""
        return tuple(word.casefold().replace(".", "") for word in self.words)


@cache
def _capitals() -> str:
    """A character class of all letters that are capitals in some script."""
    codes = [code for code in range(0x1E944) if category(chr(code)) in {"Lu", "Lt"}]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code - ranges[-1][1] == 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


_PARTICLES = (
    "de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ter|ten|zu|bin|bint|ibn|ben|al|el|af|av|y|e"
)
_SPACE = "[ \u00a0\u202f\u2009]"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    up = f"[{_capitals()}]"
    dotted = "|".join(map(re.escape, lists.dotted_titles()))
    word = (
        rf"(?:(?:{dotted}|St|Ft|Mt)\.(?!\w)"
        rf"|(?:{up}\.)+(?:{up}(?!\w)|(?={_SPACE}|[-’',)”\"]))"
        rf"|(?:(?:al|el|an|ar|as|at|ad|bin|ben|ibn|d|l|t)[-’'])?{up}\w*(?:(?:[-‑&/.](?=\w)|[’'](?!s\b))\w+)*)"
    )
    run = re.compile(
        rf"(?<!\w){word}(?:(?:{_SPACE}{{1,2}}(?:(?:{_PARTICLES}){_SPACE})*|{_SPACE}?&{_SPACE}?){word})*"
        rf"(?:,{_SPACE}[JS]r\b\.?)?(?P<poss>[’']s\b|(?<=s)[’'](?!\w))?"
    )
    link = re.compile(rf"{_SPACE}(?:of|for|on|to)(?:{_SPACE}the)?{_SPACE}|{_SPACE}and{_SPACE}")
    return run, link


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    possessive: bool
    joined: bool = False


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The names in a stretch of text, in order."""
    stop = len(text) if end is None else end
    run, _ = _patterns()
    runs: list[_Run] = []
    for match in run.finditer(text, start, stop):
        name_end = match.start("poss") if match["poss"] else match.end()
        runs.append(_Run(match.start(), name_end, bool(match["poss"])))
    for made in _linked(text, runs):
        mention = _mention(text, made)
        if mention is not None:
            yield mention


def _linked(text: str, runs: list[_Run]) -> Iterator[_Run]:
    """Join what “of”, “for” or “to the” holds together: “Department of Justice”."""
    _, link = _patterns()
    current: _Run | None = None
    for run in runs:
        if current is not None and not current.possessive and run.start - current.end <= 9:
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


_TAKES_COMPLEMENT = frozenset(
    [
        "secretary",
        "undersecretary",
        "minister",
        "ambassador",
        "director",
        "speaker",
        "chief",
        "chairman",
        "chairwoman",
        "chair",
        "president",
        "governor",
        "mayor",
        "leader",
        "commissioner",
        "department",
        "university",
        "committee",
        "bank",
        "house",
        "board",
        "office",
        "ministry",
        "bureau",
        "foundation",
        "center",
        "centre",
        "institute",
        "association",
        "federation",
        "council",
        "court",
        "union",
        "chamber",
        "academy",
        "museum",
        "league",
        "school",
        "college",
        "church",
        "party",
        "society",
        "city",
        "fund",
        "embassy",
        "state",
        "general",
        "inspector",
        "attorney",
        "envoy",
        "counsel",
        "republic",
        "kingdom",
        "coalition",
        "conference",
        "congress",
        "campaign",
        "alliance",
        "institutes",
        "academies",
        "division",
        "americans",
        "citizens",
        "library",
        "archdiocese",
        "diocese",
        "bishop",
        "archbishop",
        "prince",
        "duke",
        "king",
        "queen",
        "head",
        "national",
        "joint",
        "select",
    ]
)
_AFTER_AND = frozenset(
    [
        "services",
        "budget",
        "means",
        "medicine",
        "development",
        "urban",
        "welfare",
        "technology",
        "infrastructure",
        "security",
        "trade",
        "commerce",
        "prevention",
        "exchange",
        "human",
        "engineering",
        "environment",
        "pensions",
        "industry",
        "sport",
        "culture",
        "labor",
        "labour",
        "media",
        "taxation",
        "economic",
        "fisheries",
        "food",
        "management",
        "housing",
        "research",
        "safety",
        "water",
        "energy",
        "workers",
    ]
)


def _holds_on(left: str, link: str, joined: bool, right: str) -> bool:
    last = left.rsplit(None, 1)[-1].lower().rstrip(".")
    if link == "and":
        first = right.split(None, 1)[0].lower()
        return joined and (first in _AFTER_AND or right.rsplit(None, 1)[-1].lower() in _AFTER_AND)
    if link.startswith("to"):
        return last == "ambassador" or last == "envoy"
    if link.startswith("on"):
        return last in {"committee", "council", "center", "commission"}
    return last in _TAKES_COMPLEMENT or (joined and link.startswith("of"))


def _mention(text: str, run: _Run) -> Mention | None:
    """Split title and name, drop small words that only stand capitalized at a sentence's start."""
    words = _words(text, run)
    if not words or len(words) > _LONGEST:
        return None
    cut = _joined_title(words) if run.joined else _title_length(words)
    if cut >= len(words):
        return None
    parts, suffix = _suffix_parted([word for _, word in words[cut:]])
    shape = _shape(parts, cut > 0, run.joined and not cut)
    if shape is None:
        return None
    start, end = words[cut][0], words[-1][0] + len(words[-1][1])
    title = text[words[0][0] : words[cut - 1][0] + len(words[cut - 1][1])] if cut else ""
    whole = end == run.end
    return Mention(
        start, end, parts, shape, title, words[0][0] if cut else -1, suffix, whole and run.possessive
    )


def _suffix_parted(words: list[str]) -> tuple[tuple[str, ...], str]:
    last = _plain(words[-1])
    if len(words) > 1 and last in _SUFFIXES:
        return (*words[:-2], words[-2].rstrip(",")), last
    return tuple(words), ""


_WORD = re.compile(r"\S+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST = 12
_NOT_SMALL = frozenset(
    [
        "will",
        "may",
        "little",
        "long",
        "big",
        "old",
        "small",
        "new",
        "great",
        "good",
        "high",
        "low",
        "three",
        "two",
    ]
)
_OPENERS = frozenset(
    [
        "former",
        "then",
        "ex",
        "late",
        "both",
        "according",
        "meanwhile",
        "like",
        "unlike",
        "following",
        "asked",
        "speaking",
        "yet",
        "here",
        "while",
        "sources",
        "critics",
        "dear",
        "breaking",
        "then-president",
    ]
)


@cache
def _small_words() -> frozenset[str]:
    return (word_set("stop_words") - _NOT_SMALL) | _OPENERS


def _words(text: str, run: _Run) -> list[tuple[int, str]]:
    """The words of a run without the small ones it opens with, up to a sentence's end inside it."""
    small = _small_words()
    words: list[tuple[int, str]] = []
    for match in _WORD.finditer(text, run.start, run.end):
        word = match.group()
        lower = word.lower().replace("’", "'")
        is_small = (lower in small or lower.partition("'")[0] in small) and not (
            len(word) > 1 and word.isupper()
        )
        if is_small and word[0].isupper() and _plain(word) not in lists.titles():
            if not words:
                continue
            if words[-1][1].endswith("."):
                break
        words.append((match.start(), word))
    if len(words) > 1 and _opens_sentence(text, words[0]):
        return words[1:]
    return words


def _opens_sentence(text: str, first: tuple[int, str]) -> bool:
    """Whether a word is capitalized only because a sentence begins with it."""
    start, word = first
    before = text[max(0, start - 3) : start].rstrip(" \u00a0“\"‘'(")
    if before and before[-1] not in ".!?:\n—":
        return False
    lower = word.lower()
    return not word.isupper() and lower.rstrip(".") not in lists.titles() and f" {lower} " in text


def _plain(word: str) -> str:
    return word.lower().rstrip(".")


def _title_length(words: list[tuple[int, str]]) -> int:
    """How many words before the name are title and office: “Texas Sen. | Joe Park”."""
    titles, bodies = lists.titles(), lists.organization_words()
    last = len(words) - 1
    for index in range(last - 1, -1, -1):
        if _plain(words[index][1]) in titles:
            rest = [_plain(word) for _, word in words[index + 1 :]]
            if all(word in titles for word in rest):
                return len(words)
            return 0 if any(word in bodies for word in rest) else index + 1
    return len(words) if last > 0 and _plain(words[last][1]) in titles and _is_office(words) else 0


def _is_office(words: list[tuple[int, str]]) -> bool:
    """“Vice President”, “Attorney General”: an office and nobody's name."""
    first = _plain(words[0][1])
    return first in lists.titles() or first in {"prime", "foreign", "majority", "minority", "house", "senate"}


def _joined_title(words: list[tuple[int, str]]) -> int:
    """The same for “Secretary of State | Ana Silva”; 0 for a body such as “Department of Justice”."""
    link = next((i for i in range(len(words) - 1, -1, -1) if words[i][1][0].islower()), None)
    if link is None:
        return _title_length(words)
    titles = lists.titles()
    if not any(_plain(word) in titles for _, word in words[:link]):
        return 0
    rest = words[link + 1 :]
    inner = _title_length(rest)
    if 0 < inner < len(rest):
        return link + 1 + inner
    return link + 1 + _complement_length([word for _, word in rest])


def _complement_length(rest: list[str]) -> int:
    known = lists.complements()
    for length in (2, 1):
        if " ".join(rest[:length]).lower() in known:
            return length
    if len(rest) > 1 and len(rest[0]) > 1 and rest[0].replace(".", "").isupper():
        return 1
    if len(rest) >= 3:
        return len(rest) - (3 if len(rest) > 3 and len(rest[-2].rstrip(".")) == 1 else 2)
    return len(rest)


def _shape(parts: tuple[str, ...], titled: bool, is_body: bool) -> Shape | None:
    if is_body:
        return "organization"
    lower = " ".join(parts).lower()
    if lower in lists.places():
        return None if titled else "place"
    if len(parts) == 1:
        return _shape_of_one(parts[0], titled)
    words = [_plain(part) for part in parts]
    if any(word in lists.organization_words() for word in words[1:]):
        return "organization"
    if words[-1] in lists.people_nouns():
        return "group"
    return "person" if len(parts) <= 6 and "&" not in parts else "organization"


def _shape_of_one(word: str, titled: bool) -> Shape | None:
    letters = word.replace(".", "")
    if word.lower() in lists.no_names() and not titled:
        return "group" if word.lower() in lists.people_nouns() else None
    if titled:
        return "person"
    if letters.isupper() and 2 <= len(letters) <= 6:
        return "place" if letters in {"US", "UK", "UN", "EU", "UAE", "USA"} else "organization"
    if word.lower() in lists.people_nouns():
        return "group"
    return "word"
