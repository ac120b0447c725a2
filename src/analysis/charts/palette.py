"""The colors of everything, in light and in dark.

The twelve speaker colors were chosen together, so that any two stay apart for
every kind of color vision; changing one means computing all again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis.model import UNNAMED_SOURCES

Mode = Literal["light", "dark"]

DIRECT, MIXED, INDIRECT = 1.0, 0.5, 0.16
"""The strength of a speaker's color that shows how closely the words are quoted."""

TONE_LIMIT = 0.6
"""Tones beyond this have the last color of the scale; hardly any real text goes further."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colors of one mode, as hexadecimal."""

    slots: tuple[str, ...]
    others: str
    unattributed: str
    page: str
    panel: str
    ink: str
    muted: str
    neutral: str
    rule: str
    grid: str
    axis: str
    sequential: tuple[str, ...]
    diverging: tuple[str, ...]


LIGHT = Palette(
    slots=(
        *("#4F7CF7", "#C77A09", "#2A9974", "#9B1344", "#572758"),
        *("#686304", "#9B63A5", "#5F2D03", "#C8524E", "#0F479A"),
    ),
    others="#858A93",
    unattributed="#5F6672",
    page="#FFFFFF",
    panel="#F5F6F8",
    ink="#1B2330",
    muted="#596170",
    neutral="#55606F",
    rule="#D9DCE1",
    grid="#E9EBEF",
    axis="#B9BDC4",
    sequential=(
        *("#EEF1F4", "#DDE3E9", "#C9D2DB", "#B2BECA", "#98A7B6"),
        *("#7C8DA0", "#61748A", "#475B72", "#2F435A", "#1B2D42"),
    ),
    diverging=(
        *("#8A3B08", "#B45A1E", "#D08650", "#E5B48F", "#EFE3D6"),
        *("#DCE8E8", "#9CC7C8", "#5BA3A6", "#23797F", "#0A5058"),
    ),
)

DARK = Palette(
    slots=(
        *("#5A7EFE", "#DC8225", "#458B5C", "#D39392", "#A288BC"),
        *("#E3E657", "#A348AA", "#EFC297", "#B84C29", "#DFCDFA"),
    ),
    others="#747C88",
    unattributed="#A3ABB7",
    page="#14171C",
    panel="#1C2027",
    ink="#ECEEF1",
    muted="#A6AEBA",
    neutral="#9AA3AF",
    rule="#333A44",
    grid="#262B33",
    axis="#59626F",
    sequential=(
        *("#20262E", "#2A323C", "#36404C", "#44505E", "#546373"),
        *("#67788A", "#7D8FA1", "#96A7B8", "#B3C1CE", "#D5DEE7"),
    ),
    diverging=(
        *("#F2A56B", "#DE8244", "#BC6A33", "#8C5A38", "#4F453E"),
        *("#3B4A4C", "#3E7F84", "#3FA0A6", "#5CC0C5", "#93DCDF"),
    ),
)


def palette(mode: Mode) -> Palette:
    """The colors of a mode."""
    if mode not in ("light", "dark"):
        raise ValueError(f"mode {mode!r} is neither light nor dark")
    return LIGHT if mode == "light" else DARK


def color_slots(speakers: pd.DataFrame) -> dict[str, int]:
    """Give every speaker of a corpus a fixed place in the order of colors.

    Made once per corpus version, before any filter, so that filtering, sorting
    and paging never recolor anybody. The color is slot ``place % 10``.

    Args:
        speakers: One row a speaker of the whole corpus, with ``speaker`` (str),
            ``kind`` (str) and ``words`` (int).

    Returns:
        Speaker → place, 0 for most words, ties in alphabetical order. Unnamed
        sources have none: they are grey.

    >>> color_slots(pd.DataFrame({"speaker": ["Bo", "Ana", "unnamed sources"],
    ...     "kind": ["person", "person", "unnamed"], "words": [3, 9, 20]}))
    {'Ana': 0, 'Bo': 1}
    """
    named = speakers[speakers["speaker"].notna() & (speakers["kind"] != "unnamed")]
    ranked = named.sort_values(["words", "speaker"], ascending=[False, True], kind="stable")
    return {name: place for place, name in enumerate(ranked["speaker"])}


def speaker_color(name: str | None, colors: Mapping[str, int], mode: Mode, *, kind: str | None = None) -> str:
    """A speaker's color; grey for unattributed speech, unnamed sources, and names without a place."""
    chosen = palette(mode)
    if name is None or kind == "unnamed" or name == UNNAMED_SOURCES:
        return chosen.unattributed
    if name not in colors:
        return chosen.others
    return chosen.slots[colors[name] % len(chosen.slots)]


def second_of_slot(names: Collection[str], colors: Mapping[str, int]) -> frozenset[str]:
    """Those of ``names`` who share a color with somebody ranked higher among them."""
    slots = len(LIGHT.slots)
    first: dict[int, str] = {}
    for name in sorted((name for name in names if name in colors), key=lambda name: colors[name]):
        first.setdefault(colors[name] % slots, name)
    return frozenset(name for name in names if name in colors and first[colors[name] % slots] != name)


def mixed(color: str, strength: float, page: str) -> str:
    """A color thinned into the page color.

    >>> mixed("#000000", 0.5, "#FFFFFF")
    '#808080'
    """
    pairs = zip(_channels(color), _channels(page), strict=True)
    return "#" + "".join(
        f"{int(ours * strength + theirs * (1 - strength) + 0.5):02X}" for ours, theirs in pairs
    )


def tone_color(tone: float, mode: Mode) -> str:
    """Rust for a negative tone to teal for a positive one."""
    scale = palette(mode).diverging
    place = (max(-TONE_LIMIT, min(TONE_LIMIT, tone)) / TONE_LIMIT + 1) / 2 * (len(scale) - 1)
    lower = min(int(place), len(scale) - 2)
    return mixed(scale[lower + 1], place - lower, scale[lower])


def text_on(color: str, mode: Mode) -> str:
    """Ink or page color, whichever is easier to read on ``color``."""
    chosen = palette(mode)
    ours = _luminance(color) + 0.05

    def contrast(other: str) -> float:
        theirs = _luminance(other) + 0.05
        return max(ours, theirs) / min(ours, theirs)

    return max((chosen.ink, chosen.page), key=contrast)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [channel / 255 for channel in _channels(color)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
