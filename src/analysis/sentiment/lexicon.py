"""Read which words have a valence, and how strong it is.

VADER's lexicon is read from the wheel of its author; his module itself, which
has its own scoring, is not imported. Entries that news text would hit by
accident are left out (“86”, “l”, “8)”, which is also how “(aged 8)” ends), and
the lists in `analysis.resources` have the last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from analysis.resources import word_set, word_table

_A_WORD = re.compile(r"[a-z]{3,}(?:[ '-][a-z]+)*|no|ok")
_AN_EMOTICON = re.compile(r"[:;=]-?[()DPp|/]|</?3")


@cache
def valences() -> Mapping[str, float]:
    """Every word and emoticon that is scored, lower case, with its valence from -4 to 4."""
    table = {word: valence for word, valence in _vader_entries() if _can_be_meant(word)}
    table |= {word: float(valence) for word, valence in word_table("news_valence")}
    for word in word_set("neutral_words"):
        table.pop(word, None)
    return MappingProxyType(table)


def _vader_entries() -> list[tuple[str, float]]:
    text = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.strip())
    return [(row[0], float(row[1])) for row in rows]


def _can_be_meant(word: str) -> bool:
    return bool(_A_WORD.fullmatch(word) or _AN_EMOTICON.fullmatch(word))
