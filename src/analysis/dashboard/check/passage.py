"""How does an item of a sample look? As in the article, with what was found when the sample was drawn."""

from __future__ import annotations

import html
from dataclasses import replace

from analysis.curation.samples import Found, Item
from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.model import Analysis, Quotation, Span
from analysis.report.reader import UNATTRIBUTED, passage_html, swatch


def name_of(found: Found) -> str:
    """Who is found to speak, or that nobody is."""
    return found.speaker or UNATTRIBUTED


def passage(view: View, item: Item, analysis: Analysis | None) -> str:
    """An item with who was found to speak in it, its sentences and those around, for `st.html`.

    ``analysis`` is None where the article is not in the corpus any more.
    """
    mode, colors = parts.mode(), view.shown.colors()
    head = "".join(
        f"<span>{swatch(one.speaker, one.kind, mode=mode, colors=colors)}"
        f"<b><bdi>{html.escape(name_of(one))}</bdi></b></span>"
        for one in item.found
    )
    if analysis is None:
        text = html.escape(" … ".join(piece.text for piece in item.pieces))
        return (
            f'<div class="nv-quote nv-check"><div class="nv-meta">{head}Not in the corpus any more.</div>'
            f'<blockquote dir="auto">{text}</blockquote></div>'
        )
    article = analysis.article
    meta = evidence.about(article.outlet, article.published)
    marked = replace(analysis, quotations=tuple(_as_quotation(one, analysis) for one in item.found))
    before, asked, after = _context(item, analysis)
    text = "".join(
        f"<span{' class=nv-asked' if span is asked else ''}>"
        f"{passage_html(marked, span, mode=mode, colors=colors)}</span>"
        for span in (before, asked, after)
        if span
    )
    return (
        f'<div class="nv-quote nv-check"><div class="nv-meta">{head}{meta}</div>'
        f'<blockquote class="nv-said" dir="auto">{text}</blockquote></div>'
    )


def _context(item: Item, analysis: Analysis) -> tuple[Span | None, Span, Span | None]:
    """The sentence before, the item with the sentences it stands in, and the sentence after."""
    spans = [sentence.span for sentence in analysis.sentences]
    pieces = [piece.span for piece in item.pieces]
    pieces += [span for one in item.found for span in (*one.source, *one.cue) if one.content == tuple(pieces)]
    start, end = min(one.start for one in pieces), max(one.end for one in pieces)
    around = [span for span in spans if span.start < end and span.end > start]
    start, end = min([start, *(s.start for s in around)]), max([end, *(s.end for s in around)])
    first = max((span.start for span in spans if span.end <= start), default=start)
    last = min((span.end for span in spans if span.start >= end), default=end)
    return (
        Span(first, start) if first < start else None,
        Span(start, end),
        Span(end, last) if end < last else None,
    )


def _as_quotation(found: Found, analysis: Analysis) -> Quotation:
    """What was found then, in the form that it has now where it is still found."""
    forms = {one.content: one.form for one in analysis.quotations}
    return Quotation(
        quotation_id=found.quotation_id,
        content=found.content,
        source=found.source,
        cue=found.cue,
        form=forms.get(found.content, "direct"),
        act=found.act,
        speaker=found.speaker,
        kind=found.kind,
        role=None,
        tone=None,
        words=found.words,
        confidence=1.0,
    )
