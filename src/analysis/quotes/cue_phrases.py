"""Find the cues of a unit, with their sources.

A cue phrase is the verb with its auxiliaries and adverbs (“has repeatedly
said”, “went on to say”), or “according to”. Verbs inside quotation marks
introduce nothing here: whom a speaker quotes is the speaker's affair.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from analysis.quotes.cues import CuePhrase, Verb, cue_verbs
from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.sources import can_speak, first_subject, source_after, source_before
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.text import is_word


def cue_phrases(unit: Unit) -> list[CuePhrase]:
    """All cue phrases of a unit, in text order."""
    found: list[CuePhrase] = []
    for index, token in enumerate(unit.tokens):
        if unit.inside[index] != OUTSIDE:
            continue
        phrase: CuePhrase | None = None
        if token.lower == "according":
            phrase = _according(unit, index)
        elif token.lower == "as":
            phrase = _as_said_by(unit, index)
        elif (verb := cue_verbs().get(token.lower)) and not _is_no_verb(unit, index, verb):
            phrase = _phrase(unit, _group(unit, index, verb), found)
            if phrase is None or phrase.source is None or not can_speak(unit, phrase.source):
                continue
        if phrase is not None:
            found.append(phrase)
    return found or _unknown_verb(unit)


def names_message(unit: Unit, subject: Range) -> bool:
    """Whether a passive verb's subject stands for what was said before (“a message repeated by …”)."""
    return unit.word(subject[1]) in words_of("message")


def _according(unit: Unit, index: int) -> CuePhrase | None:
    source = _source_of_clause(unit, index, index + 2) if unit.word(index + 1) == "to" else None
    return source and CuePhrase(index, index + 1, None, "statement", source, is_inverted=True)


def _as_said_by(unit: Unit, index: int) -> CuePhrase | None:
    """“as | first reported by the Harbor Post”: stands beside a whole clause like “according to”."""
    last = index + 1 + is_adverb(unit.word(index + 1))
    verb = cue_verbs().get(unit.word(last))
    if verb is None or not (verb.is_participle and verb.can_follow and verb.act == "statement"):
        return None
    source = _source_of_clause(unit, index, last + 2) if unit.word(last + 1) == "by" else None
    if source is None or not can_speak(unit, source):
        return None
    return CuePhrase(index, last + 1, None, "statement", source, is_inverted=True)


def _source_of_clause(unit: Unit, cue: int, start: int) -> Range | None:
    """The source behind “according to”; at a sentence's start no apposition takes the whole rest of it."""
    source = source_after(unit, start)
    if (
        source is None
        or any(map(is_word, unit.tokens[:cue]))
        or any(map(is_word, unit.tokens[source[1] + 1 :]))
    ):
        return source
    comma = next((at for at in range(start, source[1]) if unit.word(at) == ","), None)
    return source if comma is None else (source[0], comma - 1)


def _is_no_verb(unit: Unit, index: int, verb: Verb) -> bool:
    """Whether the form is a noun, a name or an adjective here (“his claims”, “the reported talks”)."""
    before = unit.word(index - 1)
    is_capital = unit.is_title(index) and any(map(is_word, unit.tokens[:index]))
    return (
        (is_capital and verb.shape != "gerund")
        or before in words_of("possessive")
        or before.endswith("'s")
        or before in words_of("determiner") - words_of("pronoun")
        or (before in words_of("preposition") - words_of("before_verb") and verb.shape != "gerund")
        or (verb.is_participle and verb.lemma != "say" and before[:1].isdigit())
        or before == "-"
        or unit.word(index + 1) == "-"
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb at token ``index`` with its auxiliaries and adverbs, which begin at ``first``.

    ``low`` is where its clause may begin.
    """

    verb: Verb
    first: int
    index: int
    low: int
    auxiliaries: Set[str]

    def cue(self, source: Range, *, is_inverted: bool = False, shares_subject: bool = False) -> CuePhrase:
        """The cue phrase with a source."""
        act = self.verb.act
        return CuePhrase(self.first, self.index, self.verb, act, source, is_inverted, shares_subject)


def _group(unit: Unit, index: int, verb: Verb) -> _Group:
    first = index
    while first > 0 and unit.inside[first - 1] == OUTSIDE:
        word, before = unit.word(first - 1), unit.word(first - 2)
        if word in words_of("auxiliary") or (is_adverb(word) and not unit.is_title(first - 1)):
            first -= 1
        elif word == "to" and before in words_of("chain"):
            first -= 2
        elif word == "to" and before == "on" and unit.word(first - 3) in words_of("went_on"):
            first -= 3
        else:
            break
    while first < index and is_adverb(unit.word(first)) and unit.word(first - 1) in {"", "”", '"', "''"}:
        first += 1
    auxiliaries = {unit.word(at) for at in range(first, index)}
    return _Group(verb, first, index, _clause_low(unit, first), auxiliaries)


def _clause_low(unit: Unit, verb: int) -> int:
    """First token that the subject of a verb may begin at: after a quotation, or at the unit's start."""
    for index in range(verb - 1, -1, -1):
        # A quotation that ends like a sentence or clause, unlike a title or a scare quote.
        if unit.word(index) == ";" or unit.quotation_end(index) in {",", ".", "?", "!", "…", "—", "-"}:
            return index + 1
    return 0


def _phrase(unit: Unit, group: _Group, found: Sequence[CuePhrase]) -> CuePhrase | None:
    verb, first, after = group.verb, group.first, unit.word(group.index + 1)
    if verb.is_only_participle and group.auxiliaries.isdisjoint(words_of("have")):
        return None
    if "of" in verb.frames and after not in words_of("takes_of"):
        return None
    if verb.lemma == "continue" and after == "to":
        return None
    is_passive = not group.auxiliaries.isdisjoint(words_of("be"))
    if verb.is_participle and (is_passive or after == "by"):
        return _passive(unit, group)
    if verb.shape == "gerund" and not is_passive:
        return _gerund(unit, group, found)
    if verb.shape == "base" and not group.auxiliaries and unit.word(first - 1) == "to":
        return _infinitive(unit, group, found)
    follows = _stands_after_quotation(unit, first)
    source = source_before(unit, first, group.low)
    if source is not None and _agrees(unit, source, group):
        return group.cue(source)
    if source is None and verb.can_follow and (follows or unit.word(first - 1) in {",", "—", "–"}):
        source = source_after(unit, group.index + 1)
        if source is not None:
            return group.cue(source, is_inverted=True)
    before = unit.word(first - 1)
    is_shared = before in words_of("shares_subject") or (before == "," and verb.can_follow)
    return _shared(unit, group, found, group.low) if verb.shape == "finite" and is_shared else None


def _stands_after_quotation(unit: Unit, first: int) -> bool:
    """Whether a quotation ends right before the verb: “…” said or “…”, said."""
    if first > 0 and unit.inside[first - 1] != OUTSIDE:
        return True
    return first > 1 and unit.word(first - 1) == "," and unit.inside[first - 2] != OUTSIDE


def _passive(unit: Unit, group: _Group) -> CuePhrase | None:
    """“was criticized by the mayor”, “a message repeated by her”: the source stands behind “by”."""
    verb, first, index = group.verb, group.first, group.index
    if verb.act == "thought" or verb.lemma in words_of("handed_out") or unit.word(index + 1) != "by":
        return None
    source = source_after(unit, index + 2)
    subject = source_before(unit, first - (unit.word(first - 1) == ","), 0)
    if source is None or subject is None or unit.word(subject[1]) in words_of("relative", "phrase_opener"):
        return None
    # “the meeting was first reported by the Harbor Post”, unlike “he was confirmed by the council”
    is_told_again = (
        verb.lemma in words_of("told_again")
        and unit.word(first) in words_of("auxiliary")
        and unit.word(subject[1]) not in words_of("verb_subject")
    )
    if verb.can_follow and not names_message(unit, subject) and not is_told_again:
        return None
    reasons = (at for at in range(source[0] + 1, source[1]) if unit.word(at) in words_of("reason"))
    source = (source[0], next(reasons, source[1] + 1) - 1)
    return CuePhrase(first, index + 1, verb, verb.act, source, is_inverted=True, subject=subject)


def _agrees(unit: Unit, source: Range, group: _Group) -> bool:
    """Whether a form that may be a noun (“the state | plans”) is a verb with this subject."""
    verb, last, after = group.verb, unit.word(source[1]), unit.word(group.index + 1)
    may_be_noun = verb.lemma in words_of("noun_or_verb")
    if verb.is_third and not group.auxiliaries.isdisjoint(words_of("auxiliary")):
        return False
    if group.auxiliaries:
        return True
    if last in words_of("verb_subject"):
        return verb.shape != "base" or last not in words_of("third_person")
    if verb.shape == "base":
        if last.endswith("s") and not last.endswith("'s"):
            return not may_be_noun or after in words_of("clause_opener", "determiner")
        return last in words_of("pronoun")
    if verb.is_third and may_be_noun:
        if after == "that" or unit.is_quoted(min(group.index + 1, len(unit.tokens) - 1)):
            return True
        return unit.is_title(source[1]) and after not in {"", ".", ",", *words_of("not_behind_verb")}
    return "to" not in verb.frames or after in words_of("takes_to")


def _shared(unit: Unit, group: _Group, found: Sequence[CuePhrase], low: int) -> CuePhrase | None:
    """The verb takes the subject of the cue before it, or of its clause."""
    in_clause = [cue for cue in found if cue.first >= low]
    earlier = [cue for cue in in_clause if cue.act == "statement"] or in_clause
    if earlier and earlier[-1].verb and group.verb.is_third and not earlier[-1].verb.is_third:
        return None
    source = earlier[-1].source if earlier else first_subject(unit, low, group.first)
    return group.cue(source, shares_subject=True) if source else None


def _gerund(unit: Unit, group: _Group, found: Sequence[CuePhrase]) -> CuePhrase | None:
    """“…, saying that”: the subject of the clause; “a letter saying that”: the letter."""
    before = unit.word(group.first - 1)
    if group.verb.act == "thought" or before == ".":
        return None
    if before not in {",", "—", "–", *words_of("before_gerund")}:
        source = source_before(unit, group.first, group.low)
        if source is not None and not unit.is_title(source[1]):
            return group.cue(source)
    return _shared(unit, group, found, 0)


def _infinitive(unit: Unit, group: _Group, found: Sequence[CuePhrase]) -> CuePhrase | None:
    """“used the visit to say that …”: only where the content cannot be mistaken."""
    begin = group.index + 1
    is_clear = unit.word(begin) == "that" or OUTSIDE not in unit.inside[begin : begin + 2]
    return _shared(unit, group, found, group.low) if group.verb.can_follow and is_clear else None


def _unknown_verb(unit: Unit) -> list[CuePhrase]:
    """“…,” Silva went on: any verb between a quotation's comma and a full stop introduces it."""
    for number, marked in enumerate(unit.marked):
        if marked.inner.of(unit.text).rstrip()[-1:] not in {",", "?", "!", "—"} or number not in unit.inside:
            continue
        first = last = len(unit.inside) - unit.inside[::-1].index(number)
        while last + 1 < len(unit.tokens) and unit.is_title(last + 1) and unit.inside[last + 1] == OUTSIDE:
            last += 1
        if last + 1 >= len(unit.tokens) or unit.inside[first] != OUTSIDE or not is_word(unit.tokens[first]):
            continue
        verb, has_article = unit.word(last + 1), unit.word(first) in words_of("plain_article")
        if has_article and not verb.endswith("ed"):
            last, verb = last + 1, unit.word(last + 2)
        opens = has_article or unit.is_title(first) or unit.word(first) in words_of("verb_subject")
        if opens and (verb.endswith("ed") or verb in words_of("went_or_began")):
            return [CuePhrase(last + 1, last + 1, cue_verbs()["said"], "statement", (first, last))]
    return []
