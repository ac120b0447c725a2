"""List what speaks for each candidate for a source.

The named features of one candidate for one source; `analysis.speakers.choosing`
weighs them. A feature that is 0 is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p

from analysis.quotes.grammar import words_of
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.choosing import Features
from analysis.speakers.chunks import nouns
from analysis.speakers.discourse import Discourse, Spoken
from analysis.speakers.entities import Entity
from analysis.speakers.lists import source_words
from analysis.speakers.sightings import Sighting, Sightings

_BEHIND_MARKS = ("last_speaker", "same_paragraph", "source", "nearest", "spoke_1_paragraphs_ago")
_DISTANCES = ("same_sentence", "distance_1", "distance_2", "distance_3", "distance_4")


@dataclass(slots=True)
class Query:
    """A source that somebody is sought for: where it stands and what it says."""

    position: int
    word: str
    sightings: Sightings
    discourse: Discourse
    is_quoted: bool = False
    is_told: bool = False
    around: Entity | None = None
    last: Entity | None = None
    second: Entity | None = None
    called: Entity | None = None
    paragraph: int = -1
    last_paragraph: int = -1

    def __post_init__(self) -> None:
        self.is_quoted = self.sightings.is_quoted(self.position)
        self.is_told = self.sightings.is_told(self.position)
        self.around = self.discourse.around(self.position)
        last, second = self.discourse.last(), self.discourse.last(2)
        self.last = last.entity if last else None
        self.last_paragraph = last.paragraph if last else -1
        self.second = second.entity if second else None
        self.paragraph = self.sightings.document.paragraph_at(self.position)
        alike = (source_words(pronoun) for pronoun in ("he", "she"))
        pronouns = next((w for w in alike if self.word in w), frozenset({self.word}))
        self.called = self.discourse.last_called(pronouns)


def place_features(query: Query, seen: Sighting) -> Features:
    """How far away and where in its sentence the candidate was named last."""
    found: Features = {}
    distance = max(seen.distance, 0)
    found[_DISTANCES[distance] if distance < 5 else "distance_5_or_more"] = 1.0
    if distance > 4:
        found["farther"] = log1p(distance - 4)
    found["rank"] = float(min(seen.rank, 5))
    if seen.rank == 0:
        found["nearest"] = 1.0
    found["mentions"] = log1p(min(seen.count, 12))
    mention, sightings = seen.mention, query.sightings
    if sightings.opens(mention):
        found["opens_sentence"] = 1.0
    following = sightings.next_word(mention)
    is_subject = following in word_set("past_forms") or following.endswith("ed")
    if is_subject:
        found["before_verb"] = 1.0
    elif following.islower() and following in nouns():
        found["before_noun"] = 1.0
    before = sightings.word_before(mention)
    if before in words_of("preposition"):
        found["after_preposition"] = 1.0
    if mention.is_possessive:
        found["possessive"] = 1.0
    if sightings.is_quoted(mention.start):
        found["in_quotation"] = 1.0
    elif not query.is_told and sightings.is_told(mention.start):
        found["in_other_words"] = 1.0
    if sightings.is_source(mention.start):
        found["source"] = 1.0
    if sightings.document.paragraph_at(mention.start) == query.paragraph:
        found["same_paragraph"] = 1.0
    return found


def speech_features(query: Query, entity: Entity) -> Features:
    """Whether the candidate has spoken lately, or speaks around the source."""
    found: Features = {}
    if entity is query.last:
        found["last_speaker"] = 1.0
        found[f"spoke_{min(max(query.paragraph - query.last_paragraph, 0), 2)}_paragraphs_ago"] = 1.0
    elif entity is query.second:
        found["second_last_speaker"] = 1.0
    if entity is query.called:
        found["last_called_so"] = 1.0
    if entity is query.around:
        found["speaks_around_quoted" if query.is_quoted else "speaks_around"] = 1.0
    if entity.in_title:
        found["in_title"] = 1.0
    return found


def person_features(query: Query, seen: Sighting) -> Features:
    """The features of a candidate for “he” or “she”."""
    entity = seen.entity
    found = place_features(query, seen)
    found.update(speech_features(query, entity))
    found["mentions_in_all"] = log1p(min(len(entity.mentions), 30))
    wanted = 1 if query.word in source_words("he") else -1
    fit = wanted * entity.gender
    if fit > 0:
        found["gender_fits"] = fit
    elif fit < 0:
        found["gender_clashes"] = -fit
    if query.sightings.follows_marks(query.position):
        found.update({f"behind_marks_{name}": 1.0 for name in _BEHIND_MARKS if name in found})
    if not entity.is_named:
        found["described"] = 1.0
    elif entity.roles or entity.is_titled:
        found["has_role"] = 1.0
    elif len(entity.words) == 1:
        found["one_word"] = 1.0
    return found


def compare(candidates: Sequence[tuple[Entity | None, Features]]) -> None:
    """Note who is the only one of the sentence or paragraph, and who was named first in it."""
    possible = [f for _, f in candidates if f.get("gender_clashes", 0.0) < 0.5]
    for place in ("same_sentence", "same_paragraph"):
        here = [f for f in possible if place in f and "in_quotation" not in f]
        if len(here) == 1:
            here[0][f"alone_{place}"] = 1.0
        elif here:
            here[-1][f"first_{place}"] = 1.0


def plural_features(query: Query, seen: Sighting) -> Features:
    """The features of a candidate for “they” or “it”."""
    entity = seen.entity
    found = place_features(query, seen)
    found.update(speech_features(query, entity))
    word = "it" if query.word in source_words("it") else "they"
    found[f"{word}_{'joint' if entity.parts else entity.kind}"] = 1.0
    if entity.is_place:
        found[f"{word}_place"] = 1.0
    if entity.is_plural:
        found[f"{word}_plural"] = 1.0
    if not entity.is_named:
        found["described"] = 1.0
    return found


def relative_features(query: Query, seen: Sighting, gap: str) -> Features:
    """The features of a candidate for “who” or “which”, ``gap`` between the two."""
    entity = seen.entity
    found: Features = {"rank": float(min(seen.rank, 4)), "gap": log1p(len(gap)) / 4}
    word = "who" if query.word in source_words("who") else "which"
    being = "human" if entity.kind in {"person", "unnamed", "group"} else entity.kind
    found[f"{word}_{being}"] = 1.0
    if gap.strip(" ,—–-()\u00a0") == "":
        between = "nothing"
    elif gap.strip().partition(" ")[0] in words_of("preposition") and gap.count(",") <= 1:
        between = "complement"
    elif gap.startswith(","):
        between = "apposition"
    else:
        between = "clause"
    found[f"{between}_between"] = 1.0
    found[f"{word}_{being}_{between}_between"] = 1.0
    if seen.mention.is_possessive:
        found["possessive"] = 1.0
    if query.sightings.opens(seen.mention):
        found["opens_sentence"] = 1.0
    if not entity.is_named:
        found["described"] = 1.0
    return found


@cache
def _no_groups() -> frozenset[int]:
    return frozenset()


def same_group(left: str, right: str) -> bool:
    """Whether two nouns can stand for one another: “candidate”, “nominee”."""
    groups = lists.role_groups()
    return not groups.get(left, _no_groups()).isdisjoint(groups.get(right, _no_groups()))


def match_features(head: str, modifiers: set[str], entity: Entity) -> Features:
    """How well a description fits what is known of a candidate."""
    found: Features = {}
    if head in entity.role_heads:
        found["same_noun"] = 1.0
    elif head in entity.role_words or head in entity.key:
        found["noun_in_role"] = 1.0
    elif any(same_group(head, role) for role in entity.role_heads):
        found["like_noun"] = 1.0
    elif any(same_group(head, word) for word in entity.key):
        found["like_noun_in_name"] = 1.0
    if modifiers:
        known = entity.role_words | set(entity.key)
        shared = len(modifiers & known)
        found["shared_words"] = shared / len(modifiers)
        if not shared:
            found["no_shared_words"] = 1.0
    return found


def going_on_candidates(
    query: Query, last: Spoken | None, seen: Sequence[Sighting], text: str, *, has_cue: bool
) -> list[tuple[Entity | None, Features]]:
    """The last speaker, those seen before and nobody, with their features."""
    candidates: list[tuple[Entity | None, Features]] = []
    if last is not None:
        candidates.append((last.entity, _last_features(query, last, text, has_cue)))
    for one in seen:
        if last is None or one.entity is not last.entity:
            features = place_features(query, one) | speech_features(query, one.entity)
            features["seen"] = 1.0
            features[f"seen_{one.entity.kind}"] = 1.0
            candidates.append((one.entity, features))
    nobody: Features = {"nobody": 1.0}
    if has_cue:
        nobody["nobody_cue"] = 1.0
    if query.is_quoted:
        nobody["nobody_quoted"] = 1.0
    candidates.append((None, nobody))
    return candidates


def _last_features(query: Query, last: Spoken, text: str, has_cue: bool) -> Features:
    paragraphs = query.paragraph - last.paragraph
    features: Features = {"last_speaker": 1.0, f"paragraphs_{min(max(paragraphs, 0), 2)}": 1.0}
    end = last.content[-1].end - 1
    if text[end] not in "”\"'’" and query.sightings.is_quoted(end):
        features["left_open"] = 1.0
    if query.is_quoted:
        features["quoted"] = 1.0
    if has_cue:
        features["has_cue"] = 1.0
    return features
