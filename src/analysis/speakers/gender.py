"""Is somebody a man or a woman, as far as the text itself tells?

A sentence that names one person and then says “she” tells it, and so does one
that begins with “She” after a sentence that names one person. What stands in
quotation marks is left out: there “he” is somebody else.
"""

from __future__ import annotations

from bisect import bisect_right

from analysis.speakers.cast import Cast
from analysis.speakers.entities import Entity
from analysis.text import Document

MALE = frozenset({"he", "him", "his", "himself", "he's", "he'd", "he'll"})
FEMALE = frozenset({"she", "her", "hers", "herself", "she's", "she'd", "she'll"})
_GENDERED = MALE | FEMALE


def learn_gender(document: Document, cast: Cast) -> None:
    """Note for every person what the pronouns after the name say."""
    pronouns = [token for token in document.tokens if token.lower in _GENDERED]
    if not pronouns:
        return
    quoted = [marked.span for paragraph in document.paragraphs for marked in paragraph.marked]
    quote_starts = [span.start for span in quoted]

    def is_quoted(position: int) -> bool:
        at = bisect_right(quote_starts, position) - 1
        return at >= 0 and quoted[at].end > position

    named: dict[int, list[tuple[int, Entity]]] = {}
    for mention, entity in zip(cast.mentions, cast.owner, strict=True):
        if entity.kind == "person" and not is_quoted(mention.start):
            named.setdefault(mention.sentence, []).append((mention.start, entity))
    starts = [sentence.span.start for sentence in document.sentences]
    seen: set[tuple[int, int]] = set()
    for token in pronouns:
        if is_quoted(token.start):
            continue
        at = bisect_right(starts, token.start) - 1
        here = [entity for start, entity in named.get(at, ()) if start < token.start]
        before = here or [entity for _, entity in named.get(at - 1, ())]
        people = {id(entity): entity for entity in before}
        if not people:
            continue
        entity = before[0]
        if (at, id(entity)) not in seen:
            seen.add((at, id(entity)))
            weight = (1.0 if here else 0.6) if len(people) == 1 else 0.25
            entity.note_gender("m" if token.lower in MALE else "f", weight)
