"""How is an analysis written as one line of JSON?

`as_record` is what ``newsvoices analyze --format jsonl`` prints, `as_gold` the
shape in which annotated articles are kept, so that scores can be computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from analysis.model import Analysis, Quotation, Span


def as_record(analysis: Analysis) -> dict[str, Any]:
    """All that is known of an article; positions are characters of ``article.text``."""
    article = analysis.article
    return {
        "article": {
            "id": article.article_id,
            "path": article.path,
            "url": article.url,
            "title": article.title,
            "outlet": article.outlet,
            "authors": list(article.authors),
            "published": article.published.isoformat() if article.published else None,
            "text": article.text,
        },
        "tone": {"article": analysis.article_tone, "speech": analysis.speech_tone},
        "quotations": [_quotation(quotation, article.text) for quotation in analysis.quotations],
        "share_of_voice": [
            {"speaker": speaker, "words": words, "share": share} for speaker, words, share in voices(analysis)
        ],
        "keywords": [{"term": keyword.term, "count": keyword.count} for keyword in analysis.keywords],
    }


def as_gold(analysis: Analysis) -> dict[str, Any]:
    """The quotations alone, under the id that the article had where it came from."""
    return {
        "id": analysis.article.given_id or analysis.article.article_id,
        "quotes": [
            {
                "content": _pairs(quotation.content),
                "source": _pairs(quotation.source),
                "cue": _pairs(quotation.cue),
                "speaker": quotation.speaker,
                "act": quotation.act,
                "confidence": quotation.confidence,
            }
            for quotation in analysis.quotations
        ],
    }


def voices(analysis: Analysis) -> list[tuple[str | None, int, float]]:
    """Speaker (None: unattributed), words of statements and their share, most words first.

    The same measure as `analysis.measures.shares`, which takes frames: making
    one for each article would take longer than to analyze it.
    """
    words: Counter[str | None] = Counter()
    for quotation in analysis.quotations:
        if quotation.act == "statement":
            words[quotation.speaker] += quotation.words
    total = max(words.total(), 1)
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0] is None, item[0] or ""))
    return [(speaker, count, count / total) for speaker, count in ranked]


def _quotation(quotation: Quotation, text: str) -> dict[str, Any]:
    return {
        "id": quotation.quotation_id,
        "pieces": _pairs(quotation.content),
        "text": quotation.text_in(text),
        "source": _pairs(quotation.source),
        "source_text": _text(quotation.source, text),
        "cue": _pairs(quotation.cue),
        "cue_text": _text(quotation.cue, text),
        "speaker": quotation.speaker,
        "kind": quotation.kind,
        "role": quotation.role,
        "form": quotation.form,
        "act": quotation.act,
        "tone": quotation.tone,
        "words": quotation.words,
        "confidence": quotation.confidence,
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _text(spans: Sequence[Span], text: str) -> str:
    return " ".join(span.of(text) for span in spans)
