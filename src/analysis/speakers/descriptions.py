"""List whom a description may mean, and say what kind of speaker it is.

Candidates are the persons and bodies whose roles or names fit its noun, those
described before with a like noun, and the description itself.
"""

from __future__ import annotations

from analysis.model import Kind
from analysis.quotes.grammar import words_of
from analysis.speakers import lists
from analysis.speakers.choosing import Features
from analysis.speakers.chunks import nouns
from analysis.speakers.entities import Entity
from analysis.speakers.features import Query, match_features, place_features, speech_features
from analysis.speakers.lists import source_words
from analysis.speakers.phrases import Phrase

_NOUN_FITS = frozenset({"same_noun", "noun_in_role", "like_noun"})


def kind_of(head: str, is_plural: bool) -> Kind:
    """What a speaker is that only a description with this noun names."""
    known = nouns().get(head)
    if known is not None:
        return known[0]
    if head in lists.offices():
        return "unnamed"
    if is_plural or head.endswith("s"):
        return "group"
    if head.endswith(tuple(source_words("person_ending"))):
        return "unnamed"
    return "organization" if head[:1].isalpha() else "group"


def described_candidates(query: Query, phrase: Phrase) -> list[tuple[Entity, Features]]:
    """Those whom a description may mean beside what it describes, with their features."""
    modifiers = {word.lower().strip("“”\"'’.,") for word in phrase.core.split()[:-1]}
    modifiers -= source_words("no_modifier").union(phrase.opener.split())
    proper = {word.lower().strip("“”\"'’.,") for word in phrase.core.split()[:-1] if word[0].isupper()}
    proper -= words_of("plain_article").union(phrase.opener.split())
    kind = kind_of(phrase.head, phrase.is_plural)
    found: list[tuple[Entity, Features]] = []
    is_bare = phrase.opener in source_words("definite") and " " not in phrase.core
    wanted = _wanted(kind, phrase)
    near = query.sightings.before(query.position, wanted, farthest=25)
    taken = {id(seen.entity) for seen in near}
    far = [s for s in query.sightings.known_by(phrase.head, query.position) if id(s.entity) not in taken]
    for seen in [*near, *(s for s in far if s.entity.kind in wanted)]:
        entity = seen.entity
        match = match_features(phrase.head, modifiers, entity)
        if not match and (not entity.is_named or phrase.head in source_words("anonymous_noun")):
            continue
        if not entity.is_named and not (match.keys() & {"same_noun", "like_noun", "noun_in_role"}):
            continue
        features = place_features(query, seen) | speech_features(query, entity) | match
        features.update(_fit(phrase, kind, entity))
        if is_bare and query.sightings.only_bearer(phrase.head, query.position) is entity:
            features["only_bearer"] = 1.0
        if entity.role_heads and not match.keys() & _NOUN_FITS:
            features["has_other_role"] = 1.0
        if phrase.head in source_words("source_noun") and entity.is_named:
            features["named_for_source_noun"] = 1.0
        if proper:
            known = entity.role_words | set(entity.key)
            features["shares_proper_word" if proper & known else "lacks_proper_word"] = 1.0
        found.append((entity, features))
    return found


def _wanted(kind: Kind, phrase: Phrase) -> frozenset[str]:
    if kind == "unnamed" and not phrase.is_plural:
        return frozenset({"person", "unnamed"})
    if kind == "document":
        return frozenset({"document"})
    if kind == "organization":
        return frozenset({"organization"}) | ({"group"} if phrase.head == "group" else set())
    return frozenset({"group", "unnamed", "organization"})


def _fit(phrase: Phrase, kind: Kind, entity: Entity) -> Features:
    found: Features = {f"{kind}_as_{'named_' if entity.is_named else ''}{entity.kind}": 1.0}
    opener = _opener(phrase)
    found[f"{opener}_{'named' if entity.is_named else 'described'}"] = 1.0
    gender = lists.person_roles().get(phrase.head)
    if gender and entity.gender:
        fit = entity.gender * (1 if gender == "m" else -1)
        found["gender_fits" if fit > 0 else "gender_clashes"] = abs(fit)
    if entity.is_place:
        found["place"] = 1.0
    if phrase.end - phrase.start > len(phrase.core) + 6:
        found["has_complement"] = 1.0
    if entity.is_plural != phrase.is_plural:
        found["number_clashes"] = 1.0
    return found


def _opener(phrase: Phrase) -> str:
    if phrase.owner is not None:
        return "owned"
    if phrase.opener in source_words("definite"):
        return "the"
    return "a" if phrase.opener in source_words("indefinite") | source_words("other_indefinite") else "bare"


def itself_features(query: Query, phrase: Phrase) -> Features:
    """The features of “nobody known: the description stands for itself”."""
    kind = kind_of(phrase.head, phrase.is_plural)
    found: Features = {"itself": 1.0, f"itself_{kind}": 1.0}
    opener = _opener(phrase)
    found[f"itself_{opener}"] = 1.0
    extra = len(phrase.core.split()) - 1
    found["itself_modifiers"] = min(extra, 3) / 3
    if phrase.end - phrase.start > len(phrase.core) + 6:
        found["itself_has_complement"] = 1.0
    elif phrase.opener in source_words("definite") and not extra:
        found["itself_bare_the"] = 1.0
    if phrase.is_plural:
        found["itself_plural"] = 1.0
    if phrase.head not in nouns():
        found["itself_unknown_noun"] = 1.0
    return found


def possessive_in(text: str, name: str) -> str:
    """A name's possessive as the text itself writes it."""
    for ending in ("’s", "'s", "’", "'"):
        if f"{name}{ending} " in text:
            return f"{name}{ending}"
    return f"{name}’s" if "’" in text else f"{name}'s"
