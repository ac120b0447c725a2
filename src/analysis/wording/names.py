"""Names where there is little room.

Names are hostile input: whatever goes into a figure's text passes `escaped`,
because Plotly understands a little HTML.
"""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Mapping

UNATTRIBUTED = "Unattributed"

_WIDE_LETTERS = frozenset("MWm@%")
_PARTICLES = frozenset(
    {
        *(
            "af",
            "al",
            "ap",
            "bin",
            "bint",
            "da",
            "dal",
            "de",
            "del",
            "della",
            "den",
            "der",
            "di",
            "do",
            "dos",
        ),
        *("du", "el", "ibn", "la", "le", "lo", "ní", "ó", "san", "te", "ten", "ter", "van", "von", "zu"),
    }
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def escaped(text: str) -> str:
    """Text that Plotly shows as it is; ``&quot;`` is left out as Plotly does not read it."""
    return html.escape(re.sub(r"\s+", " ", text).strip(), quote=False)


def wrapped(name: str, characters: int = 30, lines: int = 4) -> list[str]:
    """Break a name into lines, never cutting it short but in the middle of more than ``lines``.

    >>> wrapped("Regional Association of Independent Harbour Pilots and Tug Masters")
    ['Regional Association of', 'Independent Harbour Pilots and', 'Tug Masters']
    """
    clean = " ".join(name.split()) or "?"
    room = _room(clean, characters)
    found = textwrap.wrap(clean, room, break_on_hyphens=True) or [clean]
    if len(found) <= lines:
        return found
    return [*found[: max(lines - 2, 0)], "…" + found[-2][-(room - 1) :].lstrip(), found[-1]]


def short_names(names: Mapping[str, str | None], characters: int) -> dict[str, str]:
    """Short forms of several names on one chart, which stay different.

    Args:
        names: Name → kind of speaker (None where unknown).
        characters: The room there is.

    Returns:
        Name → surname of a person, else the name itself; where two would be
        the same, with more of the name; in all cases cut in its middle to fit.

    >>> short_names({"Amara Okonkwo": "person", "Ana Silva": "person", "Rui Silva": "person"}, 14)
    {'Amara Okonkwo': 'Okonkwo', 'Ana Silva': 'A. Silva', 'Rui Silva': 'R. Silva'}
    """
    chosen: dict[str, str] = {}
    for shorten in (_surname, _initialed, lambda name: name):
        for name in names.keys() - chosen.keys():
            short = fitted(shorten(name) if names[name] == "person" else name, characters)
            others = {fitted(shorten(other), characters) for other in names if other != name}
            if short not in others and short not in chosen.values():
                chosen[name] = short
    return {name: chosen.get(name, fitted(name, characters)) for name in names}


def fitted(name: str, characters: int) -> str:
    """A name cut in its middle, so that begin and end still tell it from others.

    >>> fitted("Varden Chamber of Commerce", 18), fitted("Chamber", 18)
    ('Varden … Commerce', 'Chamber')
    """
    clean = " ".join(name.split()) or "?"
    characters = _room(clean, characters)
    if len(clean) <= characters:
        return clean
    words = clean.split(" ")
    first, last = words[:1], words[-1:]
    if len(words) < 3 or len(_joined(first, last)) > characters:
        tail = (characters - 1) // 2
        return f"{clean[: characters - 1 - tail].rstrip()}…{clean[-tail:].lstrip()}"
    while len(_joined(first, longer := words[-len(last) - 1 :])) <= characters:
        last = longer
    while len(_joined(longer := words[: len(first) + 1], last)) <= characters:
        first = longer
    return _joined(first, last)


def in_hover(name: str) -> str:
    """A name as hover says it: escaped, and short enough for the width of a phone."""
    return escaped(fitted(name, 26))


def _joined(first: list[str], last: list[str]) -> str:
    return f"{' '.join(first)} … {' '.join(last)}"


def _surname(name: str) -> str:
    """The last word of a name with the small words that belong to it."""
    words = name.split()
    end = len(words)
    while end > 2 and words[end - 1].strip(".,").lower() in _SUFFIXES:
        end -= 1
    start = max(end - 1, 0)
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else name


def _initialed(name: str) -> str:
    surname = _surname(name)
    return f"{name[0]}. {surname}" if surname != name else name


def _room(text: str, characters: int) -> int:
    """How many characters fit: capitals and East Asian characters are wider than others."""
    return max(3, int(characters * min(1.0, 1.15 * len(text) / _width(text))))


def _width(text: str) -> float:
    """How wide a text is, where an ordinary small letter counts 1."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 2.0
    if letter in _WIDE_LETTERS:
        return 2.0
    return 1.4 if letter.isupper() else 1.0
