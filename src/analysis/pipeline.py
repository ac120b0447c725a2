"""Analyze one article: text → quotations → speakers, tone and keywords.

The only place that puts the steps together. `analyze` is pure: no files, no
clock, no network, no state; the same input gives the same output.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable
from itertools import count

from analysis.fingerprints import fingerprint
from analysis.keywords import keywords_of, terms_of
from analysis.model import (
    Act,
    Analysis,
    Article,
    Attribution,
    Form,
    Kind,
    Quotation,
    Sentence,
    Span,
    content_hash,
)
from analysis.quotes import Engine, RuleEngine, TaggerEngine
from analysis.quotes.small_letters import in_small_letters
from analysis.sentiment import tone_of
from analysis.speakers import Credit, resolve
from analysis.text import Document, Stretches, count_words, parse

_ENGINES: dict[str, type[Engine]] = {"tagger": TaggerEngine, "rules": RuleEngine}

ENGINES: tuple[str, ...] = tuple(_ENGINES)
"""The names that ``analyze(engine=…)`` and ``--engine`` take; the first is the default."""

_USED = ("keywords", "model.py", "pipeline.py", "quotes", "resources", "sentiment", "speakers", "text")
_ONLY_MEASURING = ("resources/en/scored_",)

_MOSTLY_QUOTED = 0.9


@cache
def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise ValueError(f"no engine {name!r}; there are: {', '.join(ENGINES)}")
    return _ENGINES[name]()


@cache
def analyzer_id(engine: str = ENGINES[0]) -> str:
    """The analyzer as it stands in every row of a corpus: ``rules 0.2.2+3f9a2c1b``.

    Engine and version are for people; what follows them changes with any code,
    word list or weight that a result depends on.
    """
    return f"{engine} {_engine(engine).version}+{content_of(engine)[:8]}"


def content_of(engine: str, package: Traversable | None = None) -> str:
    """The fingerprint of all that this engine's results depend on."""
    unused = _ONLY_MEASURING if engine == "tagger" else (*_ONLY_MEASURING, "quotes/tagger/")
    return fingerprint(*_USED, without=unused, package=package)


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
    document = _document_of(article)
    attributions = _engine(engine).find(document)
    resolution = resolve(document, attributions, title=article.title, authors=article.authors)
    measured = _Measured(document)
    quotations = _quotations(article, measured, attributions, resolution.credits)
    sentences = measured.sentences(piece for quotation in quotations for piece in quotation.content)
    return Analysis(
        article=article,
        analyzer=analyzer_id(engine),
        words=document.words,
        sentences=sentences,
        quotations=quotations,
        speakers=resolution.speakers,
        keywords=keywords_of(measured.all_terms, [speaker.name for speaker in resolution.speakers]),
        article_tone=_article_tone(sentences),
        speech_tone=_speech_tone(quotations),
    )


def quotation_at(
    article: Article,
    content: Sequence[Span],
    *,
    act: Act,
    speaker: str | None,
    kind: Kind | None,
    role: str | None = None,
    taken: Collection[str] = (),
) -> Quotation:
    """The quotation that a person has marked in an article: measured like any other, without doubt.

    Args:
        article: The article.
        content: The pieces of the quotation, in text order.
        act: Whether it is a statement or a thought.
        speaker: Who says it, None where nobody can be named.
        kind: What the speaker is; None together with ``speaker``.
        role: What the speaker is called besides.
        taken: The ids of the article's other quotations.
    """
    text = _text_of(article, content)
    ids = (content_hash(article.article_id, text, str(occurrence)) for occurrence in count())
    attribution = Attribution(tuple(content), source=(), cue=(), act=act, confidence=1.0)
    credit = Credit(speaker, kind, role, 1.0)
    measured = _Measured(_document_of(article))
    return measured.quotation(next(name for name in ids if name not in taken), text, attribution, credit)


def _document_of(article: Article) -> Document:
    """The article's parts; a text in capitals is read in small letters, at the same positions."""
    return parse(in_small_letters(article.text), article.title)


def remeasured(analysis: Analysis, quotations: Sequence[Quotation], tones: Mapping[Span, float]) -> Analysis:
    """The analysis with other quotations and other tones of sentences, and what follows from them.

    Args:
        analysis: What is known of the article; its sentences stay where they are.
        quotations: All quotations of the article.
        tones: The tones of the sentences that have another one than was measured.
    """
    speech = Stretches(piece for quotation in quotations for piece in quotation.content)
    sentences = tuple(
        Sentence(s.span, tones.get(s.span, s.tone), 2 * speech.overlap(s.span) >= len(s.span))
        for s in analysis.sentences
    )
    if tones:
        text = analysis.article.text
        quotations = [replace(q, tone=_tone_with(text, q, analysis.sentences, tones)) for q in quotations]
    return replace(
        analysis,
        sentences=sentences,
        quotations=tuple(quotations),
        article_tone=_article_tone(sentences),
        speech_tone=_speech_tone(quotations),
    )


def _quotations(
    article: Article, measured: _Measured, attributions: Sequence[Attribution], credits: Sequence[Credit]
) -> tuple[Quotation, ...]:
    seen: dict[str, int] = {}
    found = []
    for attribution, credit in zip(attributions, credits, strict=True):
        text = _text_of(article, attribution.content)
        occurrence = seen[text] = seen.get(text, -1) + 1
        quotation_id = content_hash(article.article_id, text, str(occurrence))
        found.append(measured.quotation(quotation_id, text, attribution, credit))
    return tuple(found)


def _text_of(article: Article, content: Sequence[Span]) -> str:
    return " ".join(piece.of(article.text) for piece in content)


class _Measured:
    """A document's tones and terms: each sentence is read once, whoever asks about it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._spans = [sentence.span for sentence in document.sentences]
        self._terms = terms_of(self._text, self._spans)
        self._term_starts = [term.start for term in self._terms]
        self._tones: dict[str, float] = {}

    def quotation(self, quotation_id: str, text: str, attribution: Attribution, credit: Credit) -> Quotation:
        """An attribution with whom it is credited to, measured; ``text`` are its words."""
        content = attribution.content
        return Quotation(
            quotation_id=quotation_id,
            content=content,
            source=attribution.source,
            cue=attribution.cue,
            form=self.form_of(content),
            act=attribution.act,
            speaker=credit.speaker,
            kind=credit.kind,
            role=credit.role,
            tone=self.tone_of(content),
            words=count_words(text),
            confidence=round(attribution.confidence * credit.confidence, 3),
            terms=self.terms_of(content),
        )

    @property
    def all_terms(self) -> list[str]:
        """Every occurrence of a term."""
        return [term.term for term in self._terms]

    def terms_of(self, content: Sequence[Span]) -> tuple[str, ...]:
        """The terms that lie wholly in one of the pieces."""
        found: list[str] = []
        for piece in content:
            first = bisect_left(self._term_starts, piece.start)
            stop = bisect_left(self._term_starts, piece.end, first)
            found.extend(term.term for term in self._terms[first:stop] if term.end <= piece.end)
        return tuple(found)

    def form_of(self, content: Sequence[Span]) -> Form:
        """How much of a content stands in quotation marks."""
        inside = sum(map(self._document.quoted.overlap, content))
        if inside >= _MOSTLY_QUOTED * sum(map(len, content)):
            return "direct"
        return "mixed" if inside else "indirect"

    def tone_of(self, content: Sequence[Span]) -> float | None:
        """Mean tone of the content part of each sentence, weighted by its words."""
        scored: list[tuple[float, int]] = []
        for piece in content:
            first = max(0, self._document.sentence_at(piece.start))
            for span in self._spans[first : self._document.sentence_at(piece.end - 1) + 1]:
                part = self._text[max(piece.start, span.start) : min(piece.end, span.end)]
                if words := count_words(part):
                    scored.append((self._tone(part), words))
        return _mean(scored)

    def sentences(self, pieces: Iterable[Span]) -> tuple[Sentence, ...]:
        """All sentences; it is speech where at least half of the characters are in ``pieces``."""
        speech = Stretches(pieces)
        return tuple(
            Sentence(span, self._tone(span.of(self._text)), 2 * speech.overlap(span) >= len(span))
            for span in self._spans
        )

    def _tone(self, part: str) -> float:
        if part not in self._tones:
            self._tones[part] = tone_of(part)
        return self._tones[part]


def _mean(scored: Sequence[tuple[float, int]]) -> float | None:
    """The mean of tones, each with its weight; None where there is nothing."""
    total = sum(weight for _, weight in scored)
    return sum(tone * weight for tone, weight in scored) / total if total else None


def _tone_with(
    text: str, quotation: Quotation, sentences: Sequence[Sentence], tones: Mapping[Span, float]
) -> float | None:
    """The tone of a quotation where some of its sentences have another tone than was measured."""
    parts = [
        (sentence.span, Span(max(piece.start, sentence.span.start), min(piece.end, sentence.span.end)))
        for piece in quotation.content
        for sentence in sentences
        if piece.overlaps(sentence.span)
    ]
    if not any(span in tones for span, _ in parts):
        return quotation.tone
    scored = [
        (tones[span] if span in tones else tone_of(part.of(text)), count_words(part.of(text)))
        for span, part in parts
    ]
    return _mean(scored)


def _article_tone(sentences: Sequence[Sentence]) -> float | None:
    return _mean([(sentence.tone, 1) for sentence in sentences if not sentence.is_speech])


def _speech_tone(quotations: Sequence[Quotation]) -> float | None:
    return _mean([(q.tone, q.words) for q in quotations if q.act == "statement" and q.tone is not None])
