"""The things that newsvoices talks about: articles, quotations, speakers.

All are frozen values that refuse nonsense. Positions are characters of
`Article.text` as stored, half-open ``[start, end)``. How they are found is
decided in `analysis.pipeline`; how they lie on disk in `analysis.store`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

Form = Literal["direct", "mixed", "indirect"]
Act = Literal["statement", "thought"]
Kind = Literal["person", "organization", "group", "document", "unnamed"]

FORMS: tuple[Form, ...] = get_args(Form)
ACTS: tuple[Act, ...] = get_args(Act)
KINDS: tuple[Kind, ...] = get_args(Kind)

UNNAMED_SOURCES = "unnamed sources"
"""The one name under which unnamed speakers of different articles stand together."""


def content_hash(*parts: str) -> str:
    """Name content by itself: the same parts give the same 16 hexadecimal digits.

    >>> content_hash("a", "b") == content_hash("ab")
    False
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of an article's text, in characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of this span in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One published text.

    ``text`` is what positions refer to; it may hold the headline and page
    furniture. ``published`` is the day, or None where nobody knows it.
    ``given_id`` is the name the article had where it came from, and ``path``
    the file as the user gave it; neither decides what the article is.
    ``article_id`` is computed when left empty: the same article gets the same
    id, whoever adds it; it stays when title, outlet or date are edited later.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None
    path: str | None = None
    given_id: str | None = None

    article_id: str = ""

    def __post_init__(self) -> None:
        if not self.article_id:
            object.__setattr__(self, "article_id", self._computed_id())

    def _computed_id(self) -> str:
        if self.url:
            return content_hash("url", normalized_url(self.url))
        day = self.published.isoformat() if self.published else ""
        return content_hash("text", self.outlet or "", day, self.title or "", self.text)


def normalized_url(url: str) -> str:
    """One spelling for an address: no scheme, ``www.``, fragment, tracking or final slash.

    >>> normalized_url("https://www.Example.org/a/?utm_source=x&id=3#top")
    'example.org/a?id=3'
    """
    from urllib.parse import parse_qsl, urlencode, urlsplit

    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not key.lower().startswith(("utm_", "fbclid", "gclid", "mc_"))
    ]
    query = "?" + urlencode(sorted(kept)) if kept else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation as an engine finds it, before anybody has asked who the source is.

    ``content`` pieces are in text order and do not overlap. ``source`` and
    ``cue`` may be empty (a quotation that goes on from the one before).
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    act: Act
    confidence: float

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution without content")
        for before, after in zip(self.content, self.content[1:], strict=False):
            if after.start < before.end:
                raise ValueError(f"content out of order: {self.content}")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one article: canonical name, kind, role and the forms of the name used there."""

    name: str
    kind: Kind
    role: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of an article credited to somebody, or to nobody that could be named.

    ``speaker`` and ``kind`` are None together: an unattributed quotation.
    ``tone`` is None where the content holds no word. ``terms`` are the
    keywords of the quoted words, one entry an occurrence.
    """

    quotation_id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    form: Form
    act: Act
    speaker: str | None
    kind: Kind | None
    role: str | None
    tone: float | None
    words: int
    confidence: float
    terms: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.speaker is None) != (self.kind is None):
            raise ValueError(f"speaker {self.speaker!r} and kind {self.kind!r} must be known together")
        if self.tone is not None and not -1 <= self.tone <= 1:
            raise ValueError(f"tone outside -1 to 1: {self.tone}")

    def text_in(self, text: str) -> str:
        """The quoted words, pieces joined by a space."""
        return " ".join(piece.of(text) for piece in self.content)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A measured sentence: where it stands, its tone, and whether it is speech.

    It is speech where at least half of its characters are content of statements or thoughts.
    """

    span: Span
    tone: float
    is_speech: bool


@dataclass(frozen=True, slots=True)
class Keyword:
    """How often a term stands in one article, and whether it is a speaker's name or title."""

    term: str
    count: int
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """What newsvoices knows of one article.

    ``words`` counts the measured text (no headline, no page furniture).
    ``article_tone`` is the mean over sentences that are not speech,
    ``speech_tone`` that of the statements weighted by their words; None
    where there is nothing to measure. ``keywords`` are in falling order of
    count, ties alphabetical.
    """

    article: Article
    analyzer: str
    words: int
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    keywords: tuple[Keyword, ...]
    article_tone: float | None
    speech_tone: float | None


@dataclass(frozen=True, slots=True)
class Selection:
    """What to read of a corpus; an empty tuple means no restriction.

    ``date_from`` and ``date_to`` are inclusive; articles without a date are
    left out only where one of the two is set. All words of ``text`` must stand
    in the article's text, in any case. ``distinct_stories`` takes one article
    of each story instead of every copy.
    """

    date_from: date | None = None
    date_to: date | None = None
    speakers: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    outlets: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    acts: tuple[Act, ...] = ("statement",)
    text: str = ""
    distinct_stories: bool = True

    def __post_init__(self) -> None:
        for given, known in ((self.kinds, KINDS), (self.forms, FORMS), (self.acts, ACTS)):
            unknown = set(given) - set(known)
            if unknown:
                raise ValueError(f"not one of {', '.join(known)}: {', '.join(sorted(unknown))}")

    def base(self) -> Selection:
        """The same without speakers and kinds: what shares are parts of."""
        return replace(self, speakers=(), kinds=())

    @property
    def names_speakers(self) -> bool:
        """Whether only some speakers' quotations are asked for."""
        return bool(self.speakers or self.kinds)

    @property
    def wanted_words(self) -> tuple[str, ...]:
        """The words of ``text``, each once."""
        return tuple(dict.fromkeys(self.text.split()))
