"""Where does a unit hold a cue, and who is its subject?

A cue phrase is the verb with its auxiliaries and adverbs (“has repeatedly
said”, “went on to say”), or “according to”. Verbs inside quotation marks
introduce nothing here: whom a speaker quotes is the speaker's affair.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import Act
from analysis.quotes.cues import Verb, cue_verbs
from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.sources import Range, first_subject, source_after, source_before
from analysis.quotes.units import OUTSIDE, Unit
from analysis.text import is_word

_NOT_BEFORE_NOUN = words_of("determiner")


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """A cue and its source, as token numbers of one unit; ``verb`` is None for “according to”.

    ``low`` is where the cue's own clause may begin. ``source`` stands before
    the cue, or after it where ``is_inverted``. ``shares_subject`` where the
    subject is that of an earlier verb; ``is_passive`` for “criticized by”.
    """

    first: int
    last: int
    verb: Verb | None
    act: Act
    source: Range | None
    is_inverted: bool = False
    shares_subject: bool = False
    is_passive: bool = False


def cue_phrases(unit: Unit) -> list[CuePhrase]:
    """All cue phrases of a unit, in text order."""
    verbs = cue_verbs()
    found: list[CuePhrase] = []
    for index, token in enumerate(unit.tokens):
        if unit.inside[index] != OUTSIDE:
            continue
        if token.lower == "according" and _word_at(unit, index + 1) == "to":
            source = source_after(unit, index + 2)
            if source is not None:
                found.append(CuePhrase(index, index + 1, None, "statement", source, is_inverted=True))
            continue
        verb = verbs.get(token.lower)
        if verb is not None and not _is_no_verb(unit, index, verb):
            phrase = _phrase(unit, index, verb, found)
            if phrase is not None:
                found.append(phrase)
    return found or _unknown_verb(unit)


def _unknown_verb(unit: Unit) -> list[CuePhrase]:
    """“…,” Silva went on: any verb between a quotation's comma and a full stop introduces it."""
    for number, marked in enumerate(unit.marked):
        if marked.inner.of(unit.text).rstrip()[-1:] not in {",", "?", "!", "—"} or number not in unit.inside:
            continue
        first = len(unit.inside) - unit.inside[::-1].index(number)
        last = first
        while last + 1 < len(unit.tokens) and unit.is_title(last + 1) and unit.inside[last + 1] == OUTSIDE:
            last += 1
        if last + 1 >= len(unit.tokens) or unit.inside[first] != OUTSIDE or not is_word(unit.tokens[first]):
            continue
        verb = _word_at(unit, last + 1)
        if _word_at(unit, first) in {"the", "a", "an"} and not verb.endswith("ed"):
            last, verb = last + 1, _word_at(unit, last + 2)
        opens = unit.is_title(first) or _word_at(unit, first) in _CLEAR_SUBJECTS | {"the", "a", "an"}
        if opens and (verb.endswith("ed") or verb in {"went", "began"}):
            return [CuePhrase(last + 1, last + 1, cue_verbs()["said"], "statement", (first, last))]
    return []


def _word_at(unit: Unit, index: int) -> str:
    return unit.tokens[index].lower if 0 <= index < len(unit.tokens) else ""


def _is_no_verb(unit: Unit, index: int, verb: Verb) -> bool:
    """Whether the form is a noun, a name or an adjective here (“his claims”, “the reported talks”)."""
    before = _word_at(unit, index - 1)
    if unit.is_title(index) and index > 0 and verb.shape != "gerund" and not _starts_line(unit, index):
        return True
    if before in words_of("possessive") or before.endswith("'s"):
        return True
    if before in _NOT_BEFORE_NOUN and before not in words_of("pronoun"):
        return True
    if (
        before in words_of("preposition")
        and verb.shape in {"base", "finite"}
        and before not in {"to", "than", "as"}
    ):
        return True
    return _word_at(unit, index + 1) == "-" or before == "-"


def _starts_line(unit: Unit, index: int) -> bool:
    return not any(is_word(token) for token in unit.tokens[:index])


def _phrase(unit: Unit, index: int, verb: Verb, found: list[CuePhrase]) -> CuePhrase | None:
    first = _group_start(unit, index)
    auxiliaries = {_word_at(unit, at) for at in range(first, index)}
    if verb.is_only_participle and not auxiliaries & _HAVE:
        return None
    if verb.wants_of and _word_at(unit, index + 1) not in {"of", "about"}:
        return None
    if verb.lemma == "continue" and _word_at(unit, index + 1) == "to":
        return None
    if verb.is_participle and _is_passive(auxiliaries, unit, first, index):
        return _passive(unit, first, index, verb)
    low = _clause_low(unit, first)
    if verb.shape == "gerund" and not auxiliaries & _BE:
        return _gerund(unit, first, index, verb, found, low)
    if verb.shape == "base" and not auxiliaries and _word_at(unit, first - 1) == "to":
        return _infinitive(unit, first, index, verb, found, low)
    source = None if _stands_after_quotation(unit, first) else source_before(unit, first, low)
    if source is not None and _agrees(unit, source, verb, auxiliaries, index):
        return CuePhrase(first, index, verb, verb.act, source)
    if source is None and verb.can_follow and _may_be_inverted(unit, first):
        source = source_after(unit, index + 1)
        if source is not None:
            return CuePhrase(first, index, verb, verb.act, source, is_inverted=True)
    if _shares_subject(unit, first, verb):
        return _shared(unit, first, index, verb, found, low)
    return None


_HAVE = frozenset({"has", "have", "had", "having", "'ve", "'d", "hasn't", "haven't", "hadn't"})
_BE = frozenset({"is", "was", "are", "were", "been", "being", "be", "'s", "'re", "'m"})


def _is_passive(auxiliaries: set[str], unit: Unit, first: int, index: int) -> bool:
    return bool(auxiliaries & _BE) or _word_at(unit, first - 1) in _BE or _word_at(unit, index + 1) == "by"


def _passive(unit: Unit, first: int, index: int, verb: Verb) -> CuePhrase | None:
    """“was criticized by the mayor”: the source stands behind “by”."""
    if verb.act == "thought" or _word_at(unit, index + 1) != "by":
        return None
    source = source_after(unit, index + 2)
    if source is None:
        return None
    return CuePhrase(first, index + 1, verb, verb.act, source, is_inverted=True, is_passive=True)


def _group_start(unit: Unit, index: int) -> int:
    """First token of the verb group: auxiliaries, adverbs and “went on to” belong to it."""
    first = index
    while first > 0 and unit.inside[first - 1] == OUTSIDE:
        word = _word_at(unit, first - 1)
        if word in words_of("auxiliary") or (is_adverb(word) and not unit.is_title(first - 1)):
            first -= 1
        elif word == "to" and _word_at(unit, first - 2) in words_of("chain"):
            first -= 2
        elif (
            word == "to"
            and _word_at(unit, first - 2) == "on"
            and _word_at(unit, first - 3) in {"went", "goes", "going"}
        ):
            first -= 3
        else:
            break
    while (
        first < index
        and is_adverb(_word_at(unit, first))
        and _word_at(unit, first - 1) in {"", "”", '"', "''"}
    ):
        first += 1
    return first


def _clause_low(unit: Unit, verb: int) -> int:
    """First token that the subject of a verb may begin at: after a quotation, or at the unit's start."""
    for index in range(verb - 1, -1, -1):
        if unit.inside[index] != OUTSIDE and _is_speech(unit, unit.inside[index]):
            return index + 1
        if _word_at(unit, index) == ";":
            return index + 1
    return 0


def _is_speech(unit: Unit, number: int) -> bool:
    """Whether a quotation ends like a sentence or clause, unlike a title or a scare quote."""
    return unit.marked[number].inner.of(unit.text).rstrip()[-1:] in {",", ".", "?", "!", "…", "—", "-"}


def _stands_after_quotation(unit: Unit, first: int) -> bool:
    """Whether a quotation ends right before the verb: “…” said or “…”, said."""
    if first > 0 and unit.inside[first - 1] != OUTSIDE:
        return True
    return first > 1 and _word_at(unit, first - 1) == "," and unit.inside[first - 2] != OUTSIDE


def _may_be_inverted(unit: Unit, first: int) -> bool:
    return _stands_after_quotation(unit, first) or _word_at(unit, first - 1) in {",", "—", "–"}


def _agrees(unit: Unit, source: Range, verb: Verb, auxiliaries: set[str], index: int) -> bool:
    """Whether a form that may be a noun (“the state | plans”) is a verb with this subject."""
    last = _word_at(unit, source[1])
    after = _word_at(unit, index + 1)
    if auxiliaries or last in _CLEAR_SUBJECTS:
        return (
            verb.shape != "base" or bool(auxiliaries) or verb.is_participle or last not in {"he", "she", "it"}
        )
    if verb.shape == "base":
        if last.endswith("s") and not last.endswith("'s"):
            return (
                verb.lemma not in words_of("noun_or_verb")
                or after in {"that", "to"}
                or after in words_of("determiner")
            )
        return last in words_of("pronoun") or verb.is_participle
    if verb.is_third and verb.lemma in words_of("noun_or_verb"):
        if after == "that" or unit.inside[min(index + 1, len(unit.tokens) - 1)] != OUTSIDE:
            return True
        return unit.is_title(source[1]) and after not in {
            "",
            ".",
            ",",
            "in",
            "from",
            "by",
            "at",
            "about",
            "and",
        }
    if verb.wants_to:
        return after in {"to", "on", "that"}
    return True


_CLEAR_SUBJECTS = frozenset(["he", "she", "they", "we", "i", "you", "it", "who"])


def _shares_subject(unit: Unit, first: int, verb: Verb) -> bool:
    return verb.shape == "finite" and _word_at(unit, first - 1) in {"and", "but", "or", ",", "then"}


def _shared(
    unit: Unit, first: int, index: int, verb: Verb, found: list[CuePhrase], low: int
) -> CuePhrase | None:
    """The verb takes the subject of the cue before it, or of its clause."""
    earlier = [cue for cue in found if cue.first >= low and cue.act == "statement"] or [
        c for c in found if c.first >= low
    ]
    source = earlier[-1].source if earlier else first_subject(unit, low, first)
    if source is None or source[1] >= first:
        return None
    return CuePhrase(first, index, verb, verb.act, source, shares_subject=True)


def _gerund(
    unit: Unit, first: int, index: int, verb: Verb, found: list[CuePhrase], low: int
) -> CuePhrase | None:
    """“…, saying that”: the subject of the clause; “a letter saying that”: the letter."""
    before = _word_at(unit, first - 1)
    if verb.act == "thought" or first == 0 or (before in {"", "."} and unit.inside[first - 1] == OUTSIDE):
        return None
    if (
        before not in {",", "and", "—", "–", "while", "by", "in", "before", "after"}
        and unit.inside[first - 1] == OUTSIDE
    ):
        source = source_before(unit, first, low)
        if source is not None and not unit.is_title(source[1]):
            return CuePhrase(first, index, verb, verb.act, source)
    return _shared(unit, first, index, verb, found, 0)


def _infinitive(
    unit: Unit, first: int, index: int, verb: Verb, found: list[CuePhrase], low: int
) -> CuePhrase | None:
    if not verb.can_follow and verb.act == "statement" and verb.lemma not in {"call", "describe"}:
        return None
    if verb.act == "thought":
        return None
    return _shared(unit, first, index, verb, found, low)
