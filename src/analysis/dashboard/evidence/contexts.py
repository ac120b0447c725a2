"""In which sentences does a word stand?

The rules that counted a term find it again, so that “strikes” is marked where
“strike” was counted. Whole articles are looked through; the words of one
speaker are quotations, and shown as such by `analysis.dashboard.evidence.behind`.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame.filters import View
from analysis.model import Analysis, Span
from analysis.wording.numbers import tone

_AT_ONCE, _OF_ONE_ARTICLE = 20, 3


def sentences(view: View, term: str, article_ids: Sequence[str], *, key: str) -> None:
    """Sentences with a term, in the order of ``article_ids``, at most three of an article."""
    shown = st.session_state.get(f"shown-{key}", _AT_ONCE)
    found = 0
    for article_id in article_ids:
        analysis = view.shown.analysis(article_id)
        for span, places in list(_sentences(analysis, term))[:_OF_ONE_ARTICLE]:
            if found == shown:
                st.button(
                    f"Show {_AT_ONCE} more",
                    key=f"more-{key}",
                    on_click=evidence.show_so_many,
                    args=(key, shown + _AT_ONCE),
                )
                return
            st.html(_as_html(analysis, span, places))
            evidence.article_link(article_id, key=f"open-{key}-{found}", title=analysis.article.title)
            found += 1
    if not found:
        st.html('<p class="nv-empty">The word stands in no measured sentence.</p>')


def text_sentences(view: View, articles: pd.DataFrame, *, key: str) -> None:
    """The sentences around quotations with the strongest tone, from the articles that have most of it."""
    strength = articles["article_tone"].abs().sort_values(ascending=False, kind="stable")
    chosen = articles.loc[strength.dropna().index[:_AT_ONCE], "article_id"]
    found = [
        (sentence.tone, analysis, sentence.span)
        for analysis in map(view.shown.analysis, chosen)
        for sentence in analysis.sentences
        if sentence.tone and not sentence.is_speech
    ]
    found.sort(key=lambda one: -abs(one[0]))
    for place, (value, analysis, span) in enumerate(found[:_AT_ONCE]):
        st.html(_as_html(analysis, span, (), f"tone {tone(value)}"))
        article = analysis.article
        evidence.article_link(article.article_id, key=f"open-{key}-{place}", title=article.title)
    if not found:
        st.html('<p class="nv-empty">No sentence around quotations has a tone.</p>')


def uses(text: str, term: str) -> bool:
    """Whether a text holds a term in any of its forms."""
    from analysis.keywords import terms_of

    # Whether a capital means a name is seen in the whole article only.
    wanted = term.casefold()
    return any(found.term.casefold() == wanted for found in terms_of(text))


def _sentences(analysis: Analysis, term: str) -> Iterator[tuple[Span, list[Span]]]:
    from analysis.keywords import terms_of

    spans = [sentence.span for sentence in analysis.sentences]
    found = terms_of(analysis.article.text, spans)
    places = [Span(one.start, one.end) for one in found if one.term == term]
    for span in spans:
        if here := [place for place in places if span.contains(place)]:
            yield span, here


def _as_html(analysis: Analysis, span: Span, places: Sequence[Span], *more: str) -> str:
    article = analysis.article
    parts, done = [], span.start
    for place in places:
        parts.append(html.escape(article.text[done : place.start]))
        parts.append(f"<mark>{html.escape(place.of(article.text))}</mark>")
        done = place.end
    parts.append(html.escape(article.text[done : span.end]))
    about = evidence.about(article.outlet, article.published, *more)
    return (
        f'<div class="nv-quote"><div class="nv-meta">{about}</div>'
        f'<blockquote dir="auto">{"".join(parts)}</blockquote></div>'
    )
