"""Put every mention of a name to the person or body that it names.

A surname goes to the full name that ends with it, a short form to a long one,
an acronym to the body it stands for. Two different full names are never one
person. The fullest form is the canonical name. A headline in capitals names
nobody new: only names that the article itself uses are looked for in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis.quotes.grammar import is_adverb
from analysis.resources import word_set
from analysis.speakers import lists
from analysis.speakers.chunks import nouns
from analysis.speakers.entities import Entity
from analysis.speakers.joining import Registry
from analysis.speakers.lists import source_words
from analysis.speakers.names import Mention, scan
from analysis.text import Document, folded


@dataclass(slots=True)
class Cast:
    """All named entities of an article, and which of them each mention is."""

    entities: list[Entity]
    mentions: list[Mention]
    owner: list[Entity]
    starts: list[int] = field(default_factory=list)

    def at(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin in a stretch, with their entities, in text order."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end)
        return list(zip(self.mentions[low:high], self.owner[low:high], strict=True))


def cast_of(document: Document, title: str | None) -> Cast:
    """The persons and bodies that an article names, in order of first mention."""
    text = document.text
    headlines = [p.span for p in document.paragraphs if p.role == "headline"]
    body = [p.span for p in document.paragraphs if p.role == "body"]
    headlines += [span for span in body if is_headline(span.of(text), document.written)]
    aside = [p.span for p in document.paragraphs if p.role != "body" or p.span in headlines]
    starts = [span.start for span in aside]

    def is_aside(mention: Mention) -> bool:
        at = bisect_right(starts, mention.start) - 1
        return at >= 0 and aside[at].end > mention.start

    mentions = [mention for mention in scan(text, document.written) if not is_aside(mention)]
    mentions = _without_openers(text, mentions)
    registry = Registry(text, mentions)
    owner = [registry.owner(mention) for mention in mentions]
    for span in headlines:
        for mention, entity in known_names(text, span.start, span.end, registry):
            entity.in_title = entity.in_title or span is headlines[0]
            mentions.append(mention)
            owner.append(entity)
    if title:
        for _, entity in known_names(title, 0, len(title), registry):
            entity.in_title = True
    return _cast(document, registry, mentions, owner)


def _cast(document: Document, registry: Registry, mentions: list[Mention], owner: list[Entity]) -> Cast:
    order = sorted(range(len(mentions)), key=lambda i: mentions[i].start)
    mentions, owner = [mentions[i] for i in order], [owner[i] for i in order]
    for mention, entity in zip(mentions, owner, strict=True):
        mention.sentence = document.sentence_at(mention.start)
        entity.mentions.append(mention)
    entities = [entity for entity in registry.entities if entity.mentions]
    for entity in entities:
        _settle(document.text, entity)
    return Cast(entities, mentions, owner, [mention.start for mention in mentions])


def _without_openers(text: str, mentions: list[Mention]) -> list[Mention]:
    """Drop single words that are capitalized only where a sentence begins and are no subject there."""
    elsewhere = {word for m in mentions for word in (m.key[1:] if _opens(text, m) else m.key)}
    kept = []
    for mention in mentions:
        if mention.shape == "word" and mention.key[0] not in elsewhere and not mention.is_possessive:
            if mention.key[0] in nouns() and not mention.title:
                continue
            following = _FOLLOWING.match(text, mention.end)
            if following and not _follows_subject(following[1]):
                continue
        kept.append(mention)
    return kept


def _follows_subject(word: str) -> bool:
    """Whether a word stands behind a subject: a verb, or the adverb before it."""
    return word in word_set("past_forms") or word.endswith("ed") or is_adverb(word)


def _opens(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.first - 3) : mention.first].rstrip(" “\"‘'(\u00a0")
    return not before or before[-1] in ".!?:\n—”"


def _settle(text: str, entity: Entity) -> None:
    """The canonical name, and what a single word is that no title or full name explains."""
    _choose_form(entity)
    entity.is_titled = any(mention.title for mention in entity.mentions)
    if entity.kind != "person" or entity.suffix or entity.is_titled:
        return
    if len(entity.words) > 1:
        bodies = sum(_before(text, mention) == "the" for mention in entity.mentions if len(mention.words) > 1)
        whole = sum(len(mention.words) > 1 for mention in entity.mentions)
        bodies += sum(text.startswith((", which", " which"), mention.end) for mention in entity.mentions)
        if 2 * bodies > whole or "." in entity.words[-1].rstrip("."):
            entity.kind = "organization"
        return
    bodies = sum(_before(text, mention) in source_words("before_body") for mention in entity.mentions)
    if 2 * bodies > len(entity.mentions):
        word = entity.words[0]
        is_people = word.endswith(("s", "ns")) and not word.isupper()
        entity.kind = "group" if is_people and _before(text, entity.mentions[0]) == "the" else "organization"
        entity.is_plural = entity.kind == "group"


_FOLLOWING = re.compile(r"\s([a-z][\w’'-]*)")


def _before(text: str, mention: Mention) -> str:
    """The word before a mention, in lower case."""
    words = text[max(0, mention.first - 12) : mention.first].lower().split()
    return words[-1] if words else ""


def _choose_form(entity: Entity) -> None:
    """The longest form that is no rare slip beside a shorter one."""
    written = {folded(word) for form in entity.forms for word in form if not word.isupper()}
    forms = {
        form: count
        for form, count in entity.forms.items()
        if len(form) > 1 and not (all(map(str.isupper, form)) and folded(form[0]) in written)
    }
    if not forms:
        entity.words = _not_shouted(entity)
        return
    most = max(forms.values())
    longest = max(
        (form for form, count in forms.items() if 8 * count >= most),
        key=lambda form: (len(form), sum(map(len, form)), forms[form]),
    )
    entity.words = longest


def _not_shouted(entity: Entity) -> tuple[str, ...]:
    """The form it has, or the commonest with small letters if that is in capitals alone."""
    written = {form: count for form, count in entity.forms.items() if not all(map(str.isupper, form))}
    if len(entity.words) == 1 or not written:
        return entity.words
    return max(written, key=lambda form: written[form])


if TYPE_CHECKING:
    from analysis.speakers.joining import Registry

_WORD = re.compile(r"[^\W\d_][\w-]*(?:\.[\w-]+)*(?:[’'](?!s\b)\w+)*")
_LONGEST = 4
_LONGEST_LINE, _FEWEST_WORDS, _MOST_SMALL, _FEWEST_PLAIN = 160, 4, 0.2, 2


def is_headline(paragraph: str, used: Set[str]) -> bool:
    """Whether a line writes plain words with capitals too; ``used`` are all words of the article.

    >>> is_headline("Mayor Says the Ferry Will Stop.", {"says", "ferry", "stop"})
    True
    """
    if len(paragraph) > _LONGEST_LINE:
        return False
    words = [word for word in _WORD.findall(paragraph) if len(word) > 3]
    small = sum(word[0].islower() for word in words)
    if len(words) < _FEWEST_WORDS or small > _MOST_SMALL * len(words) or all(map(str.isupper, words)):
        return False
    plain = {word.lower() for word in _WORD.findall(paragraph)[1:] if word[0].isupper()}
    return len(plain & used) + len(plain & lists.small_words()) >= _FEWEST_PLAIN


def known_names(text: str, start: int, end: int, registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """The names of known entities in a headline, in order; longest first, none twice."""
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text, start, end)]
    index = 0
    while index < len(words):
        taken = 1
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            part = words[index : index + length]
            if not part[0][2][0].isupper():
                break
            entity = registry.named(tuple(folded(word) for _, _, word in part))
            if entity is not None:
                yield _mention(text, part, entity), entity
                taken = length
                break
        index += taken


def _mention(text: str, part: list[tuple[int, int, str]], entity: Entity) -> Mention:
    first, last = part[0][0], part[-1][1]
    return Mention(
        first,
        last,
        tuple(word for _, _, word in part),
        "person" if entity.kind == "person" else "organization",
        first=first,
        key=tuple(folded(word) for _, _, word in part),
        is_possessive=text[last : last + 2] in {"’s", "'s"},
    )
