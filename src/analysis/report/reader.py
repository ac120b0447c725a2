"""An article's text as HTML that shows who says what in it.

Text, names and ids are hostile input: all of them pass `html.escape`, and the
only elements are ``p``, ``mark`` and ``span``. Where quotations overlap, the
shorter piece wins, so that a quotation inside another one keeps its own color
and marks never cross.

Sizes and underlines are in `reader.css`; the page around the text is
`analysis.dashboard.articles.article`.
"""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from analysis.charts.palette import Mode, mixed, palette, speaker_color
from analysis.model import Analysis, Quotation, Span
from analysis.text import parse
from analysis.wording import numbers
from analysis.wording.names import UNATTRIBUTED as IN_CHARTS
from analysis.wording.names import short_names

UNATTRIBUTED = IN_CHARTS.lower()

_TINT = {"light": 0.09, "dark": 0.16}
_SHORT_NAME = 26
_NOBODY = -1


def article_html(analysis: Analysis, *, mode: Mode, colors: Mapping[str, int]) -> str:
    """Write an article's text with each quotation marked in its speaker's color.

    Args:
        analysis: The article and what was found in it.
        mode: ``light`` or ``dark``.
        colors: Speaker → place in the order of colors, from `palette.color_slots`.

    Returns:
        One ``p`` a paragraph, before it the names of who speaks in it. Without
        those names and without tags it is exactly the article's text. Each
        quotation begins with the id that `quotation_anchor` gives, each
        sentence with that of `sentence_anchor`.
    """
    marked = _Marked(analysis, mode, colors)
    text, done, parts = analysis.article.text, 0, []
    for block, is_body in _blocks(text, analysis.article.title):
        parts.append(html.escape(text[done : block.start]))
        parts.append(marked.paragraph(block, is_body))
        done = block.end
    return "".join([*parts, html.escape(text[done:])])


def quotation_html(analysis: Analysis, quotation_id: str, *, mode: Mode, colors: Mapping[str, int]) -> str:
    """One quotation marked in the sentences that it stands in; empty where the article has no such one."""
    quotation = next((q for q in analysis.quotations if q.quotation_id == quotation_id), None)
    if quotation is None:
        return ""
    pieces = [*quotation.content, *quotation.source, *quotation.cue]
    start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    around = [s.span for s in analysis.sentences if s.span.start < end and s.span.end > start]
    block = Span(min([start, *(s.start for s in around)]), max([end, *(s.end for s in around)]))
    # Without sentences, or the anchors of one page would stand in another.
    alone = replace(analysis, quotations=(quotation,), sentences=())
    return _Marked(alone, mode, colors, anchors=False).passage(block)


def passage_html(analysis: Analysis, block: Span, *, mode: Mode, colors: Mapping[str, int]) -> str:
    """A stretch of an article's text with its quotations marked, without names and anchors."""
    return _Marked(replace(analysis, sentences=()), mode, colors, anchors=False).passage(block)


def swatch(name: str | None, kind: str | None, *, mode: Mode, colors: Mapping[str, int]) -> str:
    """A square in a speaker's color, hollow for unnamed sources."""
    color = speaker_color(name, colors, mode, kind=kind)
    shape = "nv-hollow" if kind == "unnamed" else "nv-swatch"
    return f'<span class="{shape}" style="--voice:{color}"></span>'


def quotation_anchor(quotation_id: str) -> str:
    """The id of the element where a quotation begins."""
    return f"q-{quotation_id}"


def sentence_anchor(place: int) -> str:
    """The id of the element where a sentence begins, counted from 0 as in the tone strip."""
    return f"s-{place}"


def described(quotation: Quotation) -> str:
    """A quotation in words, for who cannot see its color: speaker, form, confidence."""
    form = quotation.form if quotation.act == "statement" else f"{quotation.form} thought"
    confidence = numbers.share(quotation.confidence)
    return f"{quotation.speaker or UNATTRIBUTED} · {form} · confidence {confidence}"


def _blocks(text: str, title: str | None) -> Iterator[tuple[Span, bool]]:
    """The paragraphs, each with its dateline, and whether it is measured."""
    done = 0
    for paragraph in parse(text, title).paragraphs:
        dateline = text[done : paragraph.span.start].lstrip()
        yield Span(paragraph.span.start - len(dateline), paragraph.span.end), paragraph.role == "body"
        done = paragraph.span.end


@dataclass(frozen=True, slots=True)
class _Voice:
    """What a speaker looks like: the attributes of marks and the label above paragraphs."""

    style: str
    label: str


class _Marked:
    """An article's text with the knowledge of which quotation owns each character."""

    def __init__(
        self, analysis: Analysis, mode: Mode, colors: Mapping[str, int], *, anchors: bool = True
    ) -> None:
        self._anchors = anchors
        self._text = analysis.article.text
        self._quotations = analysis.quotations
        self._owners = _owners(len(self._text), analysis.quotations)
        self._sentences = {sentence.span.start: n for n, sentence in enumerate(analysis.sentences)}
        pieces = [piece for quotation in analysis.quotations for piece in quotation.content]
        edges = {edge for piece in pieces for edge in (piece.start, piece.end)}
        self._edges = sorted(edges | self._sentences.keys())
        self._voices = _voices(analysis.quotations, mode, colors)
        self._begun: set[int] = set()

    def paragraph(self, block: Span, is_body: bool) -> str:
        """One paragraph, with the names of its speakers before it."""
        segments = list(self._segments(block))
        owners = dict.fromkeys(owner for _, owner in segments if owner != _NOBODY)
        names = dict.fromkeys(self._quotations[owner].speaker for owner in owners)
        labels = "".join(self._voices[name].label for name in names)
        head = f'<p class="nv-who">{labels}</p>' if labels else ""
        kind = "nv-body" if is_body else "nv-aside"
        return f'{head}<p class="{kind}" dir="auto">{self._inside(segments)}</p>'

    def passage(self, block: Span) -> str:
        """A stretch of the text without the names before it."""
        return self._inside(list(self._segments(block)))

    def _segments(self, block: Span) -> Iterator[tuple[Span, int]]:
        """Stretches within which neither owner nor sentence changes."""
        first, last = bisect_left(self._edges, block.start), bisect_left(self._edges, block.end)
        cuts = sorted({block.start, *self._edges[first:last], block.end})
        for start, end in pairwise(cuts):
            yield Span(start, end), self._owners[start]

    def _inside(self, segments: list[tuple[Span, int]]) -> str:
        parts, open_owner = [], _NOBODY
        for span, owner in segments:
            if owner != open_owner:
                parts.append("</mark>" if open_owner != _NOBODY else "")
                parts.append(self._opening(owner) if owner != _NOBODY else "")
                open_owner = owner
            if span.start in self._sentences:
                parts.append(f'<span id="{sentence_anchor(self._sentences[span.start])}"></span>')
            parts.append(html.escape(span.of(self._text)))
        parts.append("</mark>" if open_owner != _NOBODY else "")
        return "".join(parts)

    def _opening(self, owner: int) -> str:
        quotation = self._quotations[owner]
        anchor = html.escape(quotation_anchor(quotation.quotation_id))
        named = "" if owner in self._begun or not self._anchors else f' id="{anchor}"'
        self._begun.add(owner)
        look = f'class="nv-{quotation.form}" style="{self._voices[quotation.speaker].style}"'
        return f'<mark{named} {look} tabindex="0" title="{html.escape(described(quotation))}">'


def _owners(length: int, quotations: tuple[Quotation, ...]) -> list[int]:
    """Paint the longest pieces first, so that what lies inside another is on top."""
    owners = [_NOBODY] * length
    pieces = [(piece, n) for n, quotation in enumerate(quotations) for piece in quotation.content]
    for piece, n in sorted(pieces, key=lambda pair: -len(pair[0])):
        end = min(piece.end, length)
        owners[piece.start : end] = [n] * max(0, end - piece.start)
    return owners


def _voices(
    quotations: tuple[Quotation, ...], mode: Mode, colors: Mapping[str, int]
) -> dict[str | None, _Voice]:
    kinds = {quotation.speaker: quotation.kind for quotation in quotations}
    short = short_names({name: kind for name, kind in kinds.items() if name}, _SHORT_NAME)
    found = {}
    for name, kind in kinds.items():
        color = speaker_color(name, colors, mode, kind=kind)
        tint = mixed(color, _TINT[mode], palette(mode).page)
        label = html.escape(short[name] if name else UNATTRIBUTED)
        full = html.escape(name or UNATTRIBUTED)
        found[name] = _Voice(
            style=f"--voice:{color};--tint:{tint}",
            label=f'<span title="{full}">{swatch(name, kind, mode=mode, colors=colors)}{label}</span>',
        )
    return found
