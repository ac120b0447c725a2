"""Do two sources name the same words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from analysis.evaluation.characters import characters
from analysis.model import Span
from analysis.resources import word_list, word_set

_WORD = re.compile(r"\w+")


def sources_agree(gold: Sequence[Span], predicted: Sequence[Span], text: str) -> bool:
    """Whether two sources share a word that counts; two absent ones agree.

    Determiners and titles count only where the marked source has no other word.
    """
    if not gold or not predicted:
        return not gold and not predicted
    both = characters(gold, text) & characters(predicted, text)
    words = [word for span in gold for word in _WORD.finditer(text, span.start, span.end)]
    for aside in (word_set("scored_determiners"), word_set("scored_titles")):
        words = [word for word in words if word.group().lower() not in aside] or words
    return any(at in both for word in words for at in range(word.start(), word.end()))


def is_speech_cue(cue: Sequence[Span], text: str) -> bool:
    """Whether a cue holds a word of speaking or writing (half of all attributions have another)."""
    return bool(_speech_cues().search(" ".join(span.of(text) for span in cue)))


@cache
def _speech_cues() -> re.Pattern[str]:
    entries = (re.escape(entry).replace(r"\*", r"\w*") for entry in word_list("scored_speech_cues"))
    return re.compile(rf"\b(?:{'|'.join(entries)})\b", re.IGNORECASE)
