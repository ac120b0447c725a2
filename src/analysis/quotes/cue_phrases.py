"""Where does a unit hold a cue, and who is its subject?

A cue phrase is the verb with its auxiliaries and adverbs (“has repeatedly
said”, “went on to say”), or “according to”. Verbs inside quotation marks
introduce nothing here: whom a speaker quotes is the speaker's affair.
"""

from __future__ import annotations

from analysis.quotes.cues import CuePhrase, Verb, cue_verbs
from analysis.quotes.grammar import is_adverb, words_of
from analysis.quotes.sources import can_speak, source_after, source_before
from analysis.quotes.subjects import first_subject
from analysis.quotes.units import OUTSIDE, Range, Unit
from analysis.quotes.unknown_verbs import unknown_verb
from analysis.text import is_word

_NOT_BEFORE_NOUN = words_of("determiner")


def cue_phrases(unit: Unit) -> list[CuePhrase]:
    """All cue phrases of a unit, in text order."""
    verbs = cue_verbs()
    found: list[CuePhrase] = []
    for index, token in enumerate(unit.tokens):
        if unit.inside[index] != OUTSIDE:
            continue
        if token.lower == "according" and unit.word(index + 1) == "to":
            source = _source_of_clause(unit, index, index + 2)
            if source is not None:
                found.append(CuePhrase(index, index + 1, None, "statement", source, is_inverted=True))
            continue
        verb = verbs.get(token.lower)
        if token.lower == "as":
            said_by = _as_said_by(unit, index)
            if said_by is not None:
                found.append(said_by)
            continue
        if verb is not None and found and found[-1].verb is None and index < found[-1].last:
            continue
        if verb is not None and not _is_no_verb(unit, index, verb):
            phrase = _phrase(unit, index, verb, found)
            if phrase is not None and phrase.source is not None and can_speak(unit, phrase.source):
                found.append(phrase)
    return found or unknown_verb(unit)


def _source_of_clause(unit: Unit, cue: int, start: int) -> Range | None:
    """The source behind “according to”; at a sentence's start no apposition takes the whole rest of it."""
    source = source_after(unit, start)
    if source is None or any(is_word(token) for token in unit.tokens[:cue]):
        return source
    comma = next((at for at in range(start, source[1]) if unit.word(at) == ","), None)
    is_rest = all(not is_word(token) for token in unit.tokens[source[1] + 1 :])
    return (source[0], comma - 1) if comma is not None and is_rest else source


def _is_no_verb(unit: Unit, index: int, verb: Verb) -> bool:
    """Whether the form is a noun, a name or an adjective here (“his claims”, “the reported talks”)."""
    before = unit.word(index - 1)
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
    if verb.is_participle and verb.lemma != "say" and before[:1].isdigit():
        return True
    return unit.word(index + 1) == "-" or before == "-"


def _starts_line(unit: Unit, index: int) -> bool:
    return not any(is_word(token) for token in unit.tokens[:index])


def _phrase(unit: Unit, index: int, verb: Verb, found: list[CuePhrase]) -> CuePhrase | None:
    first = _group_start(unit, index)
    auxiliaries = {unit.word(at) for at in range(first, index)}
    if verb.is_only_participle and not auxiliaries & _HAVE:
        return None
    if verb.wants_of and unit.word(index + 1) not in {"of", "about"}:
        return None
    if verb.lemma == "continue" and unit.word(index + 1) == "to":
        return None
    if verb.is_participle and _is_passive(auxiliaries, unit, first, index):
        return _passive(unit, first, index, verb)
    low = _clause_low(unit, first)
    if verb.shape == "gerund" and not auxiliaries & _BE:
        return _gerund(unit, first, index, verb, found, low)
    if verb.shape == "base" and not auxiliaries and unit.word(first - 1) == "to":
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
    return bool(auxiliaries & _BE) or unit.word(first - 1) in _BE or unit.word(index + 1) == "by"


def _passive(unit: Unit, first: int, index: int, verb: Verb) -> CuePhrase | None:
    """“was criticized by the mayor”, “a message repeated by her”: the source stands behind “by”."""
    if verb.act == "thought" or verb.lemma in words_of("handed_out") or unit.word(index + 1) != "by":
        return None
    source = source_after(unit, index + 2)
    subject = source_before(unit, first - (unit.word(first - 1) == ","), 0)
    if source is None or subject is None or unit.word(subject[1]) in {"which", "who", "that"}:
        return None
    if (
        verb.can_follow
        and not names_message(unit, subject)
        and not _is_told_again(unit, first, verb, subject)
    ):
        return None
    reasons = (at for at in range(source[0] + 1, source[1]) if unit.word(at) in {"for", "as"})
    source = (source[0], next(reasons, source[1] + 1) - 1)
    return CuePhrase(first, index + 1, verb, verb.act, source, is_inverted=True, subject=subject)


def _is_told_again(unit: Unit, first: int, verb: Verb, subject: Range) -> bool:
    """“the meeting was first reported by the Harbor Post”, unlike “he was confirmed by the council”."""
    is_clause = unit.word(first) in words_of("auxiliary")
    is_known = verb.lemma in words_of("told_again")
    return is_clause and is_known and unit.word(subject[1]) not in words_of("verb_subject")


def _as_said_by(unit: Unit, index: int) -> CuePhrase | None:
    """“as | first reported by the Harbor Post”: stands beside a whole clause like “according to”."""
    last = index + 1 + is_adverb(unit.word(index + 1))
    verb = cue_verbs().get(unit.word(last))
    if verb is None or not (verb.is_participle and verb.can_follow and verb.act == "statement"):
        return None
    if unit.word(last + 1) != "by":
        return None
    source = _source_of_clause(unit, index, last + 2)
    if source is None or not can_speak(unit, source):
        return None
    return CuePhrase(index, last + 1, None, "statement", source, is_inverted=True)


def names_message(unit: Unit, subject: Range) -> bool:
    """Whether a passive verb's subject stands for what was said before (“a message repeated by …”)."""
    return unit.tokens[subject[1]].lower in words_of("message")


def _group_start(unit: Unit, index: int) -> int:
    """First token of the verb group: auxiliaries, adverbs and “went on to” belong to it."""
    first = index
    while first > 0 and unit.inside[first - 1] == OUTSIDE:
        word = unit.word(first - 1)
        if word in words_of("auxiliary") or (is_adverb(word) and not unit.is_title(first - 1)):
            first -= 1
        elif word == "to" and unit.word(first - 2) in words_of("chain"):
            first -= 2
        elif (
            word == "to"
            and unit.word(first - 2) == "on"
            and unit.word(first - 3) in {"went", "goes", "going"}
        ):
            first -= 3
        else:
            break
    while first < index and is_adverb(unit.word(first)) and unit.word(first - 1) in {"", "”", '"', "''"}:
        first += 1
    return first


def _clause_low(unit: Unit, verb: int) -> int:
    """First token that the subject of a verb may begin at: after a quotation, or at the unit's start."""
    for index in range(verb - 1, -1, -1):
        if unit.inside[index] != OUTSIDE and _is_speech(unit, unit.inside[index]):
            return index + 1
        if unit.word(index) == ";":
            return index + 1
    return 0


def _is_speech(unit: Unit, number: int) -> bool:
    """Whether a quotation ends like a sentence or clause, unlike a title or a scare quote."""
    return unit.marked[number].inner.of(unit.text).rstrip()[-1:] in {",", ".", "?", "!", "…", "—", "-"}


def _stands_after_quotation(unit: Unit, first: int) -> bool:
    """Whether a quotation ends right before the verb: “…” said or “…”, said."""
    if first > 0 and unit.inside[first - 1] != OUTSIDE:
        return True
    return first > 1 and unit.word(first - 1) == "," and unit.inside[first - 2] != OUTSIDE


def _may_be_inverted(unit: Unit, first: int) -> bool:
    return _stands_after_quotation(unit, first) or unit.word(first - 1) in {",", "—", "–"}


def _agrees(unit: Unit, source: Range, verb: Verb, auxiliaries: set[str], index: int) -> bool:
    """Whether a form that may be a noun (“the state | plans”) is a verb with this subject."""
    last = unit.word(source[1])
    after = unit.word(index + 1)
    if verb.is_third and auxiliaries & words_of("auxiliary"):
        return False
    if auxiliaries or last in words_of("verb_subject"):
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


def _shares_subject(unit: Unit, first: int, verb: Verb) -> bool:
    before = unit.word(first - 1)
    return verb.shape == "finite" and (
        before in {"and", "but", "or", "then"} or (before == "," and verb.can_follow)
    )


def _shared(
    unit: Unit, first: int, index: int, verb: Verb, found: list[CuePhrase], low: int
) -> CuePhrase | None:
    """The verb takes the subject of the cue before it, or of its clause."""
    earlier = [cue for cue in found if cue.first >= low and cue.act == "statement"] or [
        c for c in found if c.first >= low
    ]
    if earlier and earlier[-1].verb and verb.is_third and not earlier[-1].verb.is_third:
        return None
    source = earlier[-1].source if earlier else first_subject(unit, low, first)
    if source is None or source[1] >= first:
        return None
    return CuePhrase(first, index, verb, verb.act, source, shares_subject=True)


def _gerund(
    unit: Unit, first: int, index: int, verb: Verb, found: list[CuePhrase], low: int
) -> CuePhrase | None:
    """“…, saying that”: the subject of the clause; “a letter saying that”: the letter."""
    before = unit.word(first - 1)
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
    """“used the visit to say that …”: only where the content cannot be mistaken."""
    is_clear = unit.word(index + 1) == "that" or OUTSIDE not in unit.inside[index + 1 : index + 3]
    if not verb.can_follow or not is_clear:
        return None
    return _shared(unit, first, index, verb, found, low)
