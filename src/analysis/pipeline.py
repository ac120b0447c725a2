"""What does newsvoices know of one article?

The only place that puts the steps together: text → quotations → speakers,
tone and keywords. `analyze` is pure: no files, no clock, no network, no state;
the same input gives the same output.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from analysis.keywords import keywords_of, terms_of
from analysis.model import (
    Analysis,
    Article,
    Attribution,
    Form,
    Keyword,
    Quotation,
    Sentence,
    Span,
    content_hash,
)
from analysis.quotes import Engine, RuleEngine
from analysis.sentiment import tone_of
from analysis.speakers import Credit, resolve
from analysis.text import Document, count_words, parse

ENGINES: tuple[str, ...] = ("rules",)
"""The names that ``analyze(engine=…)`` and ``--engine`` take; the first is the default."""

_MOSTLY_QUOTED = 0.9


@cache
def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise ValueError(f"no engine {name!r}; there are: {', '.join(ENGINES)}")
    return RuleEngine()


def analyzer_id(engine: str = ENGINES[0]) -> str:
    """Engine and version, as they stand in every row of a corpus: ``rules 0.1.0``."""
    return f"{engine} {_engine(engine).version}"


def analyze(article: Article, *, engine: str = ENGINES[0]) -> Analysis:
    """Find who speaks in an article, how much, in what tone and about what.

    Args:
        article: The article; its text should have come through a reader or
            `analysis.text.repair`. It may be empty.
        engine: One of `ENGINES`.

    Returns:
        The analysis. Positions are characters of ``article.text``. A text
        without quotations has none; an empty one has no tone.

    Raises:
        ValueError: no such engine.
    """
    document = parse(article.text, article.title)
    attributions = _engine(engine).find(document)
    resolution = resolve(document, attributions, title=article.title, authors=article.authors)
    quotations = _quotations(article, document, attributions, resolution.credits)
    sentences = _sentences(document, quotations)
    return Analysis(
        article=article,
        analyzer=analyzer_id(engine),
        words=document.words,
        sentences=sentences,
        quotations=quotations,
        speakers=resolution.speakers,
        keywords=_keywords(document, [speaker.name for speaker in resolution.speakers]),
        article_tone=_mean([sentence.tone for sentence in sentences if not sentence.is_speech]),
        speech_tone=_weighted_tone([q for q in quotations if q.act == "statement"]),
    )


def _quotations(
    article: Article, document: Document, attributions: Sequence[Attribution], credits: Sequence[Credit]
) -> tuple[Quotation, ...]:
    seen: dict[str, int] = {}
    quoted = _QuotedCharacters(document)
    found = []
    for attribution, credit in zip(attributions, credits, strict=True):
        text = " ".join(piece.of(document.text) for piece in attribution.content)
        occurrence = seen[text] = seen.get(text, -1) + 1
        found.append(
            Quotation(
                quotation_id=content_hash(article.article_id, text, str(occurrence)),
                content=attribution.content,
                source=attribution.source,
                cue=attribution.cue,
                form=quoted.form_of(attribution.content),
                act=attribution.act,
                speaker=credit.speaker,
                kind=credit.kind,
                role=credit.role,
                tone=_content_tone(document, attribution.content),
                words=count_words(text),
                confidence=round(attribution.confidence * credit.confidence, 3),
                terms=tuple(term for piece in attribution.content for term in _terms(document.text, piece)),
            )
        )
    return tuple(found)


def _terms(text: str, span: Span) -> list[str]:
    return [term.term for term in terms_of(text, span.start, span.end)]


class _QuotedCharacters:
    """Tells how much of a content stands in quotation marks."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._marked = [marked.span for paragraph in document.paragraphs for marked in paragraph.marked]

    def form_of(self, content: Sequence[Span]) -> Form:
        total = sum(len(piece) for piece in content)
        inside = sum(self._overlap(piece) for piece in content)
        if inside >= _MOSTLY_QUOTED * total:
            return "direct"
        return "mixed" if inside else "indirect"

    def _overlap(self, piece: Span) -> int:
        return sum(
            max(0, min(piece.end, span.end) - max(piece.start, span.start))
            for span in self._marked
            if span.overlaps(piece)
        )


def _content_tone(document: Document, content: Sequence[Span]) -> float | None:
    """Mean tone of the content part of each sentence, weighted by its words."""
    scored: list[tuple[float, int]] = []
    starts = [sentence.span.start for sentence in document.sentences]
    for piece in content:
        first = max(0, bisect_right(starts, piece.start) - 1)
        for sentence in document.sentences[first : bisect_left(starts, piece.end)]:
            part = document.text[max(piece.start, sentence.span.start) : min(piece.end, sentence.span.end)]
            words = count_words(part)
            if words:
                scored.append((tone_of(part), words))
    total = sum(words for _, words in scored)
    return sum(tone * words for tone, words in scored) / total if total else None


def _sentences(document: Document, quotations: Sequence[Quotation]) -> tuple[Sentence, ...]:
    pieces = [piece for quotation in quotations for piece in quotation.content]
    return tuple(
        Sentence(s.span, tone_of(s.span.of(document.text)), _is_speech(s.span, pieces))
        for s in document.sentences
    )


def _is_speech(sentence: Span, pieces: Sequence[Span]) -> bool:
    """At least half of the sentence's characters are content; where quotations overlap they count once."""
    covered, reached = 0, sentence.start
    for piece in sorted(piece for piece in pieces if piece.overlaps(sentence)):
        start, end = max(piece.start, reached), min(piece.end, sentence.end)
        covered += max(0, end - start)
        reached = max(reached, end)
    return 2 * covered >= len(sentence)


def _keywords(document: Document, names: Sequence[str]) -> tuple[Keyword, ...]:
    return keywords_of(document.text, [sentence.span for sentence in document.sentences], names)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _weighted_tone(quotations: Sequence[Quotation]) -> float | None:
    scored = [(q.tone, q.words) for q in quotations if q.tone is not None]
    total = sum(words for _, words in scored)
    return sum(tone * words for tone, words in scored) / total if total else None
