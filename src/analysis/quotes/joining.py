"""Join quotations without a cue to the speaker before them.

“A,” she said. “B.” is one quotation, also where B begins the next paragraph
of a quotation that was not closed. A whole sentence in quotation marks that
follows nobody is kept as an unattributed quotation; a few words in marks
(a title, a scare quote) are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Attribution, Span
from analysis.quotes.cue_phrases import cue_phrases
from analysis.quotes.cues import CuePhrase
from analysis.quotes.units import OUTSIDE, Unit
from analysis.text import count_words, is_word

_FEWEST_WORDS = 4
_FARTHEST_PARAGRAPH = 1


def join_units(units: Sequence[Unit], found: Sequence[Sequence[Attribution]]) -> list[Attribution]:
    """All quotations of a text, those that go on joined to their beginning."""
    joined: list[Attribution] = []
    last: int | None = None
    last_paragraph = -1
    announcing: tuple[Unit, CuePhrase] | None = None
    for unit, own in zip(units, found, strict=True):
        lead = _leading_quotations(unit, own)
        cue = _announcement(unit)
        announced, announcing = announcing, (unit, cue) if cue else None
        if own:
            joined.extend(own)
            last = _can_go_on(unit, joined, len(joined) - len(own))
        elif not lead:
            last = None
            continue
        elif (
            last is not None
            and announced is None
            and unit.paragraph - last_paragraph <= _FARTHEST_PARAGRAPH
            and joined[last].content[-1].end <= lead[0].start
        ):
            joined[last] = replace(joined[last], content=joined[last].content + tuple(lead))
        elif _is_sentence(unit, lead) or announced is not None:
            joined.append(_new(lead, announced))
            last = len(joined) - 1
        last_paragraph = unit.paragraph
    return joined


def _can_go_on(unit: Unit, joined: Sequence[Attribution], first: int) -> int | None:
    """Which quotation of a unit a following one goes on with: the last in marks, else the last statement."""
    own = range(first, len(joined))
    quoted = [index for index in own if _ends_in_marks(unit, joined[index])]
    stated = [index for index in own if joined[index].act == "statement"]
    return max(quoted or stated, default=None)


def _ends_in_marks(unit: Unit, attribution: Attribution) -> bool:
    """Whether the last piece of a quotation holds one in marks, or ends with its marks."""
    piece = attribution.content[-1]
    return any(
        marked.span.end == piece.end or (marked.span.start >= piece.start and marked.span.end <= piece.end)
        for marked in unit.marked
    )


def _announcement(unit: Unit) -> CuePhrase | None:
    """The cue of a unit that ends “she wrote:”, whose quotation is the next paragraph."""
    if not unit.tokens or unit.tokens[-1].lower != ":" or unit.inside[-1] != OUTSIDE:
        return None
    cues = [cue for cue in cue_phrases(unit) if cue.act == "statement" and cue.source]
    return cues[-1] if cues else None


def _new(lead: Sequence[Span], announced: tuple[Unit, CuePhrase] | None) -> Attribution:
    """A quotation that nobody introduces, or that the paragraph before has announced."""
    if announced is None:
        return Attribution(tuple(lead), (), (), "statement", 0.5)
    unit, cue = announced
    source = (unit.covering(*cue.source),) if cue.source else ()
    return Attribution(tuple(lead), source, (unit.covering(cue.first, cue.last),), cue.act, 0.9)


def _leading_quotations(unit: Unit, own: Sequence[Attribution]) -> list[Span]:
    """The quotations that make up a unit without a cue of its own."""
    outside = (token for token, inside in zip(unit.tokens, unit.inside, strict=True) if inside == OUTSIDE)
    if own or not unit.marked or any(map(is_word, outside)):
        return []
    return [marked.span for marked in unit.marked]


def _is_sentence(unit: Unit, lead: Sequence[Span]) -> bool:
    words = sum(count_words(span.of(unit.text)) for span in lead)
    inner = unit.marked[-1].inner.of(unit.text).rstrip()
    return words >= _FEWEST_WORDS and inner[-1:] in {".", "?", "!", "…", ","}
