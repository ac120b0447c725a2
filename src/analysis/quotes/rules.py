"""The rule engine: quotation marks, cue verbs and the order of words.

First the paragraphs whose layout tells who speaks (turns of a conversation,
signed quotations). Then, unit by unit, every cue takes the content beside it;
then quotations that go on without a cue are joined to the speaker before
them. Fast and explainable; a learned engine stands beside it behind the same
protocol.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.model import Attribution
from analysis.quotes.contents import content_after, content_before, trim_end
from analysis.quotes.cue_phrases import cue_phrases, names_message
from analysis.quotes.cues import CuePhrase
from analysis.quotes.grammar import words_of
from analysis.quotes.joining import join_units
from analysis.quotes.layout import signed_quotations, turns_of
from analysis.quotes.units import Range, Unit, units_of
from analysis.text import Document


@dataclass(frozen=True, slots=True)
class RuleEngine:
    """Finds quotations by rules."""

    name: str = "rules"
    version: str = "0.2.2"

    def find(self, document: Document) -> tuple[Attribution, ...]:
        """All quotations in the order of their first character."""
        laid_out = [*turns_of(document), *signed_quotations(document)]
        taken = frozenset[int]().union(*(one.paragraphs for one in laid_out))
        units = [unit for unit in units_of(document) if unit.paragraph not in taken]
        joined = join_units(units, [attributions_of(unit) for unit in units])
        joined += [one.attribution for one in laid_out]
        return tuple(sorted(joined, key=lambda a: (a.content[0], a.content[-1].end)))


def attributions_of(unit: Unit) -> list[Attribution]:
    """The quotations that the cues of one unit introduce, in the order of the cues."""
    cues = cue_phrases(unit)
    found: list[Attribution] = []
    taken = 0
    begun: list[int] = []
    for number, cue in enumerate(cues):
        limit = min([_limit(unit, cue, cues[number + 1 :]), *(ahead for ahead in begun if cue.last < ahead)])
        if cue.subject is not None:
            found.append(_passive(unit, cue, cue.subject, found, limit))
        elif content := _content(unit, cue, taken, limit):
            begun.append(content[-1][0] - 1)
            taken = max(taken, content[-1][1] + 1, cue.last + 1)
            found.append(_attribution(unit, cue, content))
    return _outermost(found)


def _content(unit: Unit, cue: CuePhrase, taken: int, limit: int) -> list[Range]:
    """The content on both sides of a cue, where it may stand there."""
    after = content_after(unit, cue, limit)
    if cue.shares_subject or (cue.verb is not None and not cue.verb.can_follow):
        return after
    before = content_before(unit, cue, taken)
    if not before:
        return after
    if unit.is_quoted(before[-1][1]):
        return before + [piece for piece in after if unit.is_quoted(piece[0])]
    return after or before + _rest(unit, cue, limit)


def _rest(unit: Unit, cue: CuePhrase, limit: int) -> list[Range]:
    """What goes on behind a cue between commas: “The plan, she argued, | would fail.”"""
    begin = max(cue.last, cue.source[1] if cue.source else 0) + 2
    if begin + 1 >= limit or unit.word(begin - 1) != "," or unit.word(begin) in words_of("new_clause"):
        return []
    end = trim_end(unit, begin, limit)
    return [(begin, end)] if end > begin else []


def _passive(
    unit: Unit, cue: CuePhrase, subject: Range, found: Sequence[Attribution], limit: int
) -> Attribution:
    """“a message repeated by the mayor” is what was said before; else the content stands beside the cue."""
    before = found[-1].content[-1].end if found else None
    if names_message(unit, subject) and before is not None and before <= unit.tokens[cue.first].start:
        return replace(_attribution(unit, cue, [subject]), content=found[-1].content)
    content = [subject]
    after = (cue.source[1] if cue.source else cue.last) + 1
    if after < limit and unit.word(after) in words_of("passive_rest"):
        commas = (at for at in range(after, limit) if unit.word(at) == ",")
        end = trim_end(unit, after, next(commas, limit))
        content += [(after, end)] if end > after else []
    return _attribution(unit, cue, content)


def _outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Those whose cue is no part of what another one says: whom a speaker quotes is the speaker's affair."""
    return [one for one in found if not any(_holds(other, one) and not _holds(one, other) for other in found)]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return bool(inner.cue) and any(piece.contains(inner.cue[0]) for piece in outer.content)


def _limit(unit: Unit, cue: CuePhrase, later_cues: Sequence[CuePhrase]) -> int:
    """Where the content behind a cue must end: at the clause of the next cue, or with the unit."""
    for later in later_cues:
        begin = _clause_begin(later)
        if begin <= max(cue.last + 1, cue.source[1] if cue.source else 0):
            continue
        before = unit.word(begin - 1)
        if later.subject is not None and names_message(unit, later.subject):
            return begin
        if later.verb is None:
            if before == ",":
                return begin - 1
        elif later.shares_subject:
            if later.source == cue.source and (before == "," or before in words_of("clause_joint")):
                return begin - 1
        elif before == ",":
            return begin - 1
        elif before in words_of("clause_end"):
            return begin - 1 - (unit.word(begin - 2) == ",")
    return len(unit.tokens)


def _clause_begin(cue: CuePhrase) -> int:
    if cue.subject is not None:
        return cue.subject[0]
    if cue.is_inverted or cue.shares_subject or cue.source is None:
        return cue.first
    return cue.source[0]


def _attribution(unit: Unit, cue: CuePhrase, content: Sequence[Range]) -> Attribution:
    quoted = any(unit.is_quoted(index) for piece in content for index in piece)
    return Attribution(
        content=tuple(unit.covering(first, last) for first, last in content),
        source=(unit.covering(*cue.source),) if cue.source else (),
        cue=(unit.covering(cue.first, cue.last),),
        act=cue.act,
        confidence=0.9 if quoted else 0.7,
    )
