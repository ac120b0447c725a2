"""Who is the speaker of each quotation of an article?

Takes the source words of every quotation to a canonical speaker: names
through `entities`, pronouns through `pronouns`, “the senator” through the
roles that the text gives, other descriptions as they stand. Sources are
resolved in text order, because a pronoun often means who spoke last; “I” in a
quotation asks for the speaker of that quotation first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.model import Attribution, Kind, Span, Speaker
from analysis.speakers import pronouns, roles
from analysis.speakers.descriptions import Descriptions
from analysis.speakers.entities import Entities, Entity, mark_title
from analysis.speakers.gender import learn_genders
from analysis.speakers.layout import Layout
from analysis.speakers.mentions import Mention, scan
from analysis.speakers.names import shown_name
from analysis.speakers.phrases import Phrase, description, kind_of_phrase, phrase_of
from analysis.speakers.weights import weights
from analysis.text import Document


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited with one quotation; speaker and kind are None together."""

    speaker: str | None
    kind: Kind | None
    role: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speakers of an article, and one credit for each attribution, in its order."""

    speakers: tuple[Speaker, ...]
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker on the way: its name, kind, and the entity behind it, if it has one."""

    name: str
    kind: Kind
    route: str
    entity: Entity | None = None
    confidence: float | None = None


def resolve(
    document: Document, attributions: Sequence[Attribution], *, title: str | None, authors: Sequence[str]
) -> Resolution:
    """Name the speaker of every attribution.

    Args:
        document: The parsed article.
        attributions: What an engine found, in any order.
        title: The headline, if known.
        authors: The byline; “I” outside of quotations is the first author.

    Returns:
        One credit per attribution, and the speakers with the forms of their
        names. Nobody fitting gives a credit without a speaker.
    """
    resolver = _Resolver(document, attributions, title, authors)
    found = resolver.run()
    return Resolution(_speakers(found), tuple(_credit(one) for one in found))
