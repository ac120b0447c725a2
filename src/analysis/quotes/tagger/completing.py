"""Where the tagger finds words of somebody but not whose, what do the rules say?

The network judges one paragraph at a time. A quotation that goes on in the
next paragraph, one announced by “she wrote:” and the turns of a transcript
are known better by the rules, which read across paragraphs. So content
without a cue takes the cue and source of the rules' quotation that it lies
in, or joins the quotation that the rules let it go on from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Attribution, Span
from analysis.quotes.tagger.bounds import merged

MOSTLY = 0.5


def completed(
    tagged: Sequence[Attribution], ruled: Sequence[Attribution], *, sure: float
) -> list[Attribution]:
    """Give content without a cue a home, or keep it unattributed where it is at least ``sure``."""
    found = [a for a in tagged if a.cue]
    for one in tagged:
        if one.cue:
            continue
        known = next((rule for rule in ruled if _overlap(one.content, rule.content) >= MOSTLY), None)
        if known is None:
            if one.confidence >= sure:
                found.append(one)
            continue
        before = _beginning(found, known, one)
        if before is not None:
            found[before] = _joined(found[before], one)
        else:
            found.append(replace(one, source=known.source, cue=known.cue, act=known.act))
    return found


def _beginning(found: Sequence[Attribution], known: Attribution, one: Attribution) -> int | None:
    """Which attribution has its content in the same quotation of the rules, before this one."""
    for number in range(len(found) - 1, -1, -1):
        earlier = found[number]
        if earlier.content[0] < one.content[0] and (
            _overlap(earlier.content, known.content) >= MOSTLY or (known.cue and earlier.cue == known.cue)
        ):
            return number
    return None


def _joined(earlier: Attribution, one: Attribution) -> Attribution:
    content = merged([*earlier.content, *one.content])
    return replace(earlier, content=content, confidence=min(earlier.confidence, one.confidence))


def _overlap(pieces: Sequence[Span], others: Sequence[Span]) -> float:
    """Which part of the pieces lies in the others."""
    shared = sum(max(0, min(p.end, o.end) - max(p.start, o.start)) for p in pieces for o in others)
    return shared / sum(len(p) for p in pieces)
