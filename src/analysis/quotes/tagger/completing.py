"""Complete what the network finds by what marks and rules know better.

Quotation marks are known exactly: a content piece that lies on most of a
marked stretch takes all of it, and nothing but marks and points may hang on
behind it.

The network judges one paragraph at a time, and the words near a cue. The
rules read across paragraphs, and so they know better

- content without a cue: a quotation that goes on in the next paragraph, one
  announced by “she wrote:”, the turns of a transcript. It takes the cue and
  source of the rules' quotation that it lies in, or joins the quotation that
  the rules let it go on from (`completed`);
- who says something again: “…, a pledge repeated by the mayor”, and a clause
  with a cue of its own between another cue and its content: “told reporters
  after the meeting, in which the port accused the city of delay, that …”
  (`with_echoes`). Nothing changes where the network has a cue of its own for
  what the rules found;
- words in quotation marks of which the network has nothing at all
  (`with_overlooked`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Attribution, Span
from analysis.text import Marked

_MOSTLY = 0.5
_OPENING = frozenset('“"«„')
_LOOSE = " ,;:—–-\u00a0\n"


def within_marks(piece: Span, marked: Sequence[Marked], text: str) -> Span:
    """A piece of content with its ends moved to the marks that they nearly meet."""
    start, end = piece.start, piece.end
    for mark in marked:
        shared = min(piece.end, mark.span.end) - max(piece.start, mark.span.start)
        if shared < _MOSTLY * len(mark.span):
            continue
        start, end = min(start, mark.span.start), max(end, mark.span.end)
        if not _has_words(text[mark.span.end : end]):
            end = mark.span.end
        if not _has_words(text[start : mark.span.start]):
            start = mark.span.start
    return Span(start, end)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def merged(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces in text order; those that share characters become one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and piece.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def completed(
    tagged: Sequence[Attribution], ruled: Sequence[Attribution], *, sure: float
) -> list[Attribution]:
    """Give content without a cue a home, or keep it unattributed where it is at least ``sure``."""
    found = [a for a in tagged if a.cue]
    for one in tagged:
        if one.cue:
            continue
        known = next((rule for rule in ruled if _shared(one.content, rule.content) >= _MOSTLY), None)
        if known is None:
            if one.confidence >= sure:
                found.append(one)
            continue
        before = _beginning(found, known, one)
        if before is None:
            found.append(replace(one, source=known.source, cue=known.cue, act=known.act))
        else:
            earlier = found[before]
            content = merged([*earlier.content, *one.content])
            confidence = min(earlier.confidence, one.confidence)
            found[before] = replace(earlier, content=content, confidence=confidence)
    return found


def _beginning(found: Sequence[Attribution], known: Attribution, one: Attribution) -> int | None:
    """Which attribution has its content in the same quotation of the rules, before this one."""
    for number in range(len(found) - 1, -1, -1):
        earlier = found[number]
        if earlier.content[0] < one.content[0] and (
            _shared(earlier.content, known.content) >= _MOSTLY or (known.cue and earlier.cue == known.cue)
        ):
            return number
    return None


def _shared(pieces: Sequence[Span], others: Sequence[Span]) -> float:
    """Which part of the pieces lies in the others."""
    shared = sum(max(0, min(p.end, o.end) - max(p.start, o.start)) for p in pieces for o in others)
    return shared / sum(len(p) for p in pieces)


def with_echoes(found: Sequence[Attribution], ruled: Sequence[Attribution], text: str) -> list[Attribution]:
    """Add what the rules find said again by others, and hand over what belongs to a cue before a clause."""
    added = [rule for rule in ruled if _is_unknown(rule, found) and _is_echo(rule, ruled)]
    kept = list(found)
    for echo in added:
        taken = Span(echo.content[-1].end, max(echo.cue[-1].end, echo.source[-1].end))
        kept = _without(kept, taken, text)
    for rule in ruled:
        if _is_unknown(rule, [*found, *added]) and any(_stands_between(rule, one) for one in kept):
            added.append(rule)
            for piece in rule.content:
                kept = _without(kept, piece, text)
    return [*kept, *added]


def with_overlooked(
    found: Sequence[Attribution], ruled: Sequence[Attribution], text: str
) -> list[Attribution]:
    """Add words in quotation marks whose speaker the rules know and the network overlooks altogether."""
    return [
        *found,
        *(
            rule
            for rule in ruled
            if _is_unknown(rule, found)
            and all(text[piece.start] in _OPENING for piece in rule.content)
            and not any(_overlap(rule.content, one.content) for one in found)
        ),
    ]


def _is_unknown(rule: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether the rules have a cue and a source that the network has not."""
    if not rule.cue or not rule.source:
        return False
    words = (*rule.cue, *rule.source)
    return not any(_overlap(words, (*one.cue, *one.source)) for one in found)


def _is_echo(rule: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether a source behind some words says again what they say for another one."""
    end = rule.content[-1].end
    return end <= min(rule.cue[0].start, rule.source[0].start) and any(
        other is not rule and other.content == rule.content and other.cue and other.cue[0] < rule.cue[0]
        for other in ruled
    )


def _stands_between(rule: Attribution, one: Attribution) -> bool:
    """Whether the network's cue stands between the rules' cue and the content that both give to theirs."""
    return (
        bool(one.cue)
        and rule.cue[-1].end <= one.cue[0].start
        and one.content[0].start < rule.content[0].start
        and one.cue[-1].end <= rule.content[0].start
        and all(_overlap((piece,), one.content) for piece in rule.content)
    )


def _without(found: Sequence[Attribution], taken: Span, text: str) -> list[Attribution]:
    """The attributions without a stretch of text, except those that have nothing else."""
    return [replace(one, content=_cut(one.content, taken, text) or one.content) for one in found]


def _cut(content: Sequence[Span], taken: Span, text: str) -> tuple[Span, ...]:
    """The pieces without what begins in a stretch."""
    kept: list[Span] = []
    for piece in content:
        if piece.end <= taken.start or piece.start >= taken.end:
            kept.append(piece)
        elif piece.start < taken.start:
            kept.append(Span(piece.start, piece.start + len(text[piece.start : taken.start].rstrip(_LOOSE))))
    return tuple(kept)


def _overlap(pieces: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(piece.overlaps(other) for piece in pieces for other in others)
