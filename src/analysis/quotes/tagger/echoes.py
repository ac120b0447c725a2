"""Who said again, or outside the clause between, what the network gives to another speaker?

The network judges the words near a cue and overlooks two constructions that
the rules read well: “…, a pledge repeated by the mayor”, which says of words
before it that somebody else said them too, and “told reporters after the
meeting, in which the port accused the city of delay, that …”, where a clause
with a cue of its own stands between a cue and its content. Nothing changes
where the network has a cue of its own for what the rules found. Words in
quotation marks of which it has nothing at all are the rules' too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Attribution, Span

_OPENING = frozenset('“"«„')
_LOOSE = " ,;:—–-\u00a0\n"


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
