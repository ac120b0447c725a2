"""Learn what the text says of the persons that it names: offices, roles and gender.

Offices before a name (“Port Director”, “Republican candidate”), appositions
before and behind it (“the mayor, Ana Silva,”; “Ana Silva, the mayor of Ghent,”)
and plain sentences (“Silva is the mayor”).

Every “he” and “she” means one of the persons named shortly before. Who, is
weighed again and again with what is known so far (titles, roles, the other
pronouns), so that one “she” beside two names settles on the one that other
sentences call so. What stands in quotation marks is left out: there “he” is
somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.quotes.grammar import words_of
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.cast import Cast
from analysis.speakers.chunks import Chunks
from analysis.speakers.entities import Entity
from analysis.speakers.lists import either, source_words
from analysis.speakers.names import Mention
from analysis.text import Document

_APPOSITION = re.compile(
    rf"(?:’s|'s)?(?:\s\([^)\n]{{1,25}}\))?(?:,|\s[—–-]{{1,2}})\s(?:who\s(?:is|was)\s)?"
    rf"(?P<role>(?:[\w’'.&/-]+\s){{0,9}}?[\w’'&-]+)(?=[,.;)—–:]|\s(?:{either('behind_role')})\b)"
)
_COPULA = re.compile(
    rf"\s(?:{either('copula')}),?\s(?P<role>(?:{either('copula_article')})\s(?:[\w’'&-]+\s){{0,5}}?[\w’'&-]+)"
    rf"(?=[,.;)—–:]|\s(?:{either('behind_copula_role')})\b)"
)
_FARTHEST = 140


def learn_roles(document: Document, cast: Cast, chunks: Chunks) -> None:
    """Note for every person the roles that stand beside the name."""
    for mention, entity in zip(cast.mentions, cast.owner, strict=True):
        if entity.kind != "person":
            if entity.kind == "organization" and document.text.startswith(", ", mention.end):
                _note_body(document.text, mention, entity, chunks)
            continue
        _before(document.text, mention, entity, chunks)
        follows = document.text[mention.end : mention.end + 3]
        if follows.startswith((",", " (", " —", " –", "’s,", "'s,")):
            _note(_APPOSITION, document.text, mention, entity, chunks)
        elif follows in {" is", " wa", " be", " re"}:
            _note(_COPULA, document.text, mention, entity, chunks)


def _note(pattern: re.Pattern[str], text: str, mention: Mention, entity: Entity, chunks: Chunks) -> None:
    match = pattern.match(text, mention.end, mention.end + _FARTHEST)
    if match is None:
        return
    role = " ".join(match["role"].split())
    head = role_head(role)
    if head:
        entity.add_role(role, head)
        entity.note_gender(lists.person_roles().get(head), 2.0)
        chunk = chunks.starting_at(match.start("role"))
        if chunk is not None:
            chunk.entity = entity


def _note_body(text: str, mention: Mention, entity: Entity, chunks: Chunks) -> None:
    """“Kestrel Marine, a dredging company that …”: what sort of body it is."""
    match = _APPOSITION.match(text, mention.end, mention.end + _FARTHEST)
    chunk = chunks.starting_at(match.start("role")) if match is not None else None
    if chunk is not None and chunk.kind == "organization" and chunk.opener in words_of("plain_article"):
        entity.add_role(chunk.words, chunk.head)
        chunk.entity = entity


def role_head(role: str) -> str | None:
    """The noun of a role in lower case, or None if the words are no role.

    >>> role_head("the mayor of Ghent")
    'mayor'
    """
    head = None
    for word in role.split():
        lower = word.strip(".,’'“”\"()").lower()
        if lower in lists.person_roles() or (
            lower in lists.titles() and lower not in word_set("courtesy_titles")
        ):
            head = lower
        elif lower in words_of("preposition") or lower == "who":
            break
    return head


def _before(text: str, mention: Mention, entity: Entity, chunks: Chunks) -> None:
    """Title and words before the name, or a description that a comma parts from it."""
    if mention.title:
        lead = text[max(0, mention.first - 10) : mention.first].split()
        words = mention.title
        if lead and lead[-1].lower() in source_words("before_title"):
            words = f"{lead[-1]} {words}"
        head = role_head(words) or mention.title.split()[-1].lower().rstrip(".")
        entity.add_role(" ".join(words.split()), head)
    chunk = chunks.ending_before(mention.first)
    if chunk is not None and chunk.head in lists.person_roles() and not chunk.is_plural:
        entity.add_role(chunk.words, chunk.head)
        entity.note_gender(lists.person_roles()[chunk.head], 2.0)
        chunk.entity = entity


_ROUNDS = 3
_UNKNOWN = 0.5

Clue = tuple[bool, tuple[tuple[Entity, float], ...]]
"""Whether a pronoun is male, and whom it may mean with which weight."""


def learn_gender(document: Document, cast: Cast) -> None:
    """Note for every person what the pronouns after the name say."""
    clues = _clues(document, cast)
    known = {id(e): (e.males, e.females) for _, people in clues for e, _ in people}
    for _ in range(_ROUNDS):
        votes: dict[int, list[float]] = {}
        for is_male, people in clues:
            weights = [weight * _fit(entity, is_male) for entity, weight in people]
            total = sum(weights) + 0.1
            for (entity, _), weight in zip(people, weights, strict=True):
                votes.setdefault(id(entity), [0.0, 0.0])[0 if is_male else 1] += weight / total
        for entity in {id(e): e for _, people in clues for e, _ in people}.values():
            males, females = known[id(entity)]
            more_males, more_females = votes[id(entity)]
            entity.males, entity.females = males + more_males, females + more_females


def _fit(entity: Entity, is_male: bool) -> float:
    """How well a pronoun goes with what is known so far, from 0 to 1."""
    ours, others = entity.males, entity.females
    if not is_male:
        ours, others = others, ours
    return (ours + _UNKNOWN) / (ours + others + 2 * _UNKNOWN)


def _clues(document: Document, cast: Cast) -> list[Clue]:
    gendered = source_words("he") | source_words("she")
    pronouns = [token for token in document.tokens if token.lower in gendered]
    if not pronouns:
        return []
    is_quoted = document.quoted.hold
    named: dict[int, list[tuple[int, Entity]]] = {}
    for mention, entity in zip(cast.mentions, cast.owner, strict=True):
        if entity.kind == "person" and not is_quoted(mention.start):
            named.setdefault(mention.sentence, []).append((mention.start, entity))
    clues: list[Clue] = []
    for token in pronouns:
        if is_quoted(token.start):
            continue
        at = document.sentence_at(token.start)
        here = [entity for start, entity in named.get(at, ()) if start < token.start]
        people = _weighed(here, 1.0) or _weighed([entity for _, entity in named.get(at - 1, ())], 0.6)
        if people:
            clues.append((token.lower in source_words("he"), people))
    return clues


def _weighed(people: Sequence[Entity], weight: float) -> tuple[tuple[Entity, float], ...]:
    """Each person once; the first, mostly the subject, counts most."""
    once = list({id(entity): entity for entity in people}.values())
    return tuple((entity, weight if i == 0 else 0.6 * weight) for i, entity in enumerate(once[:4]))
