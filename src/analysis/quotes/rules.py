"""The rule engine: quotation marks, cue verbs and the order of words.

First the paragraphs whose layout tells who speaks (turns of a conversation,
signed quotations). Then, unit by unit: every cue takes the content beside it; then quotations that go
on without a cue are joined to the speaker before them. Fast and
explainable; a learned engine stands beside it behind the same protocol.
"""

from __future__ import annotations

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
        limit = min([_limit(unit, cues, number), *(ahead for ahead in begun if cue.last < ahead)])
        if cue.subject is not None:
            found.extend(_passive(unit, cue, cue.subject, found, limit))
            continue
        after = content_after(unit, cue, limit)
        before = _before(unit, cue, taken)
        if before and unit.is_quoted(before[-1][1]):
            after = [piece for piece in after if unit.is_quoted(piece[0])]
        elif before and after:
            before = []
        elif before:
            after = _rest(unit, cue, limit)
        content = before + after
        if not content:
            continue
        begun.append(content[-1][0] - 1)
        taken = max(taken, content[-1][1] + 1, cue.last + 1)
        found.append(_attribution(unit, cue, content))
    return _outermost(found)


def _outermost(found: list[Attribution]) -> list[Attribution]:
    """Those whose cue is no part of what another one says: whom a speaker quotes is the speaker's affair."""
    return [
        inner
        for inner in found
        if not any(
            outer is not inner and _holds(outer, inner) and not _holds(inner, outer) for outer in found
        )
    ]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return bool(inner.cue) and any(piece.contains(inner.cue[0]) for piece in outer.content)


def _passive(
    unit: Unit, cue: CuePhrase, subject: Range, found: list[Attribution], limit: int
) -> list[Attribution]:
    """“a message repeated by the mayor” is what was said before; else the content stands beside the cue."""
    before = found[-1].content[-1].end if found else None
    if names_message(unit, subject) and before is not None and before <= unit.tokens[cue.first].start:
        return [replace(_attribution(unit, cue, [subject]), content=found[-1].content)]
    content = [subject]
    after = (cue.source[1] if cue.source else cue.last) + 1
    if after < limit and unit.tokens[after].lower in {"for", "as", "of", "to"}:
        commas = (at for at in range(after, limit) if unit.tokens[at].lower == ",")
        end = trim_end(unit, after, next(commas, limit))
        content += [(after, end)] if end > after else []
    return [_attribution(unit, cue, content)]


def _before(unit: Unit, cue: CuePhrase, taken: int) -> list[tuple[int, int]]:
    if cue.verb is not None and not cue.verb.can_follow:
        return []
    if cue.shares_subject:
        return []
    return content_before(unit, cue, taken)


def _rest(unit: Unit, cue: CuePhrase, limit: int) -> list[tuple[int, int]]:
    """What goes on behind a cue between commas: “The plan, she argued, | would fail.”"""
    index = max(cue.last, cue.source[1] if cue.source else 0) + 1
    if (
        index + 2 >= limit
        or unit.tokens[index].lower != ","
        or unit.tokens[index + 1].lower in words_of("new_clause")
    ):
        return []
    end = trim_end(unit, index + 1, limit)
    return [(index + 1, end)] if end > index + 1 else []


def _limit(unit: Unit, cues: list[CuePhrase], number: int) -> int:
    """Where the content behind a cue must end: at the clause of the next cue, or with the unit."""
    cue = cues[number]
    for later in cues[number + 1 :]:
        begin = _clause_begin(unit, later)
        if begin > cue.last + 1 and begin > (cue.source[1] if cue.source else 0):
            if later.subject is not None and names_message(unit, later.subject):
                return begin
            if later.verb is None:
                if unit.tokens[begin - 1].lower == ",":
                    return begin - 1
                continue
            before = unit.tokens[begin - 1].lower
            if later.shares_subject and later.source != cue.source:
                continue
            if before == "," or (before in {"and", "but", "while"} and not later.shares_subject):
                return (
                    begin - 1
                    if before == "," or begin < 2 or unit.tokens[begin - 2].lower != ","
                    else begin - 2
                )
            if later.shares_subject and before in {"and", "but"}:
                return begin - 1
    return len(unit.tokens)


def _clause_begin(unit: Unit, cue: CuePhrase) -> int:
    if cue.subject is not None:
        return cue.subject[0]
    if cue.is_inverted or cue.shares_subject or cue.source is None:
        return cue.first
    return cue.source[0]


def _attribution(unit: Unit, cue: CuePhrase, content: list[tuple[int, int]]) -> Attribution:
    pieces = tuple(unit.covering(first, last) for first, last in content)
    source = (unit.covering(*cue.source),) if cue.source else ()
    quoted = any(unit.is_quoted(index) for first, last in content for index in (first, last))
    return Attribution(
        content=pieces,
        source=source,
        cue=(unit.covering(cue.first, cue.last),),
        act=cue.act,
        confidence=0.9 if quoted else 0.7,
    )
