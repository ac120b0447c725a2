"""Show quotations and words in the sentences that they stand in.

Each has outlet, date and more above it, and a headline below it that leads to
that place in the article. The rules that counted a term find it again, so that
“strikes” is marked where “strike” was counted.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.dashboard.frame import address
from analysis.dashboard.frame.state import Memory
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import empty, label
from analysis.model import Analysis, Span
from analysis.report.reader import UNATTRIBUTED, quotation_anchor, quotation_html, swatch
from analysis.wording.names import fitted
from analysis.wording.numbers import day, tone

AT_ONCE = 20
_OF_ONE_ARTICLE = 3
_LONGEST = 80
"""A longer name loses its middle."""

_LENGTH = Memory[int]("shown", 0)
"""How many entries a list shows where its reader has asked for more."""


def quotations(
    view: View, rows: pd.DataFrame, *, key: str, newest_first: bool = True, total: int | None = None
) -> None:
    """Draw quotations in their sentences, twenty at once.

    Args:
        view: What the page shows.
        rows: Quotations with their text, as `Corpus.quotations` gives them.
        key: Distinguishes several lists on one page.
        newest_first: False keeps the order of ``rows``.
        total: How many there are, where ``rows`` are only the first of them.
    """
    if newest_first:
        rows = rows.sort_values("published", ascending=False, na_position="last", kind="stable")
    shown = length_of(key)
    listed = rows.head(shown)
    known = view.analyses(listed["article_id"])
    names_differ = rows["speaker"].nunique(dropna=False) > 1
    for place, row in enumerate(listed.to_dict("records")):
        article_id, value = str(row["article_id"]), tone(row["tone"])
        facts = about(row["outlet"], row["published"], row["form"], f"tone {value}" if value else "")
        if names_differ:
            facts = f"{voice(view, row['speaker'], row['kind'])} · {facts}"
        st.html(in_sentences(view, row, known.get(article_id), facts))
        article_link(
            article_id,
            key=f"open-{key}-{place}",
            title=row["title"],
            place=quotation_anchor(str(row["quotation_id"])),
        )
    if (len(rows) if total is None else total) > shown:
        more_button(key)


def uses_of(view: View, term: str, article_ids: Sequence[str], *, key: str) -> None:
    """Draw sentences with a term, in the order of ``article_ids``, at most three of an article."""
    found = 0
    for article_id in article_ids:
        analysis = view.analysis(article_id)
        for span, places in list(_sentences_with(analysis, term))[:_OF_ONE_ARTICLE]:
            if found == length_of(key):
                more_button(key)
                return
            st.html(_sentence(analysis, span, places))
            article_link(article_id, key=f"open-{key}-{found}", title=analysis.article.title)
            found += 1
    if not found:
        empty("The word stands in no measured sentence.")


def loudest_text(view: View, articles: pd.DataFrame, *, key: str) -> None:
    """Draw the sentences around quotations with the strongest tone, of the articles that have most of it."""
    strength = articles["article_tone"].abs().sort_values(ascending=False, kind="stable")
    chosen = articles.loc[strength.dropna().index[:AT_ONCE], "article_id"]
    found = [
        (sentence.tone, analysis, sentence.span)
        for analysis in map(view.analysis, chosen)
        for sentence in analysis.sentences
        if sentence.tone and not sentence.is_speech
    ]
    found.sort(key=lambda one: -abs(one[0]))
    for place, (value, analysis, span) in enumerate(found[:AT_ONCE]):
        st.html(_sentence(analysis, span, (), f"tone {tone(value)}"))
        article = analysis.article
        article_link(article.article_id, key=f"open-{key}-{place}", title=article.title)
    if not found:
        empty("No sentence around quotations has a tone.")


def has_term(text: str, term: str) -> bool:
    """Whether a text holds a term in any of its forms."""
    from analysis.keywords import terms_of

    # Whether a capital means a name is seen in the whole article only.
    wanted = term.casefold()
    return any(found.term.casefold() == wanted for found in terms_of(text))


def article_link(article_id: str, *, key: str, title: object = None, place: str | None = None) -> None:
    """Draw a way from a sentence to its article: the headline, as a link to that place."""
    words = label(title, 110) if isinstance(title, str) and title.strip() else "Open the article"
    link(words, key, address.open_article, article_id, place)


def about(outlet: object, published: Any, *more: str) -> str:
    """Outlet, date and more in one line, as HTML."""
    known = published is not None and not pd.isna(published)
    parts = [
        fitted(outlet, _LONGEST) if isinstance(outlet, str) and outlet.strip() else "no outlet",
        day(published) if known else "no date",
        *more,
    ]
    # Isolated, so that a name written from right to left turns nothing beside it around.
    return " · ".join(f"<bdi>{html.escape(part)}</bdi>" for part in parts if part)


def voice(view: View, speaker: object, kind: object) -> str:
    """A speaker with their color, as HTML; nulls are nobody and no kind."""
    name, known = (value if isinstance(value, str) else None for value in (speaker, kind))
    mark = swatch(name, known, mode=mode(), colors=view.colors)
    return f"<b>{mark}<bdi>{html.escape(fitted(name or UNATTRIBUTED, _LONGEST))}</bdi></b>"


def in_sentences(view: View, row: Mapping[Any, Any], analysis: Analysis | None, facts: str) -> str:
    """A quotation marked in its sentences, below facts, as HTML; without its article its text alone."""
    text = html.escape(str(row["text"]))
    if analysis is not None:
        text = quotation_html(analysis, str(row["quotation_id"]), mode=mode(), colors=view.colors) or text
    return card(facts, text, is_said=True)


def card(facts: str, text: str, *, is_said: bool = False, look: str = "") -> str:
    """Sentences below a line of facts, both HTML already; ``is_said`` where quotations are marked in them."""
    meta = f'<div class="nv-meta">{facts}</div>' if facts else ""
    said = ' class="nv-said"' if is_said else ""
    return f'<div class="nv-quote{look}">{meta}<blockquote{said} dir="auto">{text}</blockquote></div>'


def length_of(key: str, at_once: int = AT_ONCE) -> int:
    """How many entries the list of this key shows."""
    return _LENGTH.of(key).get() or at_once


def more_button(key: str, at_once: int = AT_ONCE) -> None:
    """Draw the button that lets the list of this key show more entries from now on."""
    longer = length_of(key, at_once) + at_once
    st.button(f"Show {at_once} more", key=f"more-{key}", on_click=_LENGTH.of(key).set, args=(longer,))


def shorten(key: str) -> None:
    """Let the list of this key begin anew."""
    _LENGTH.of(key).forget()


def _sentences_with(analysis: Analysis, term: str) -> Iterator[tuple[Span, list[Span]]]:
    from analysis.keywords import terms_of

    spans = [sentence.span for sentence in analysis.sentences]
    found = terms_of(analysis.article.text, spans)
    places = [Span(one.start, one.end) for one in found if one.term == term]
    for span in spans:
        if here := [place for place in places if span.contains(place)]:
            yield span, here


def _sentence(analysis: Analysis, span: Span, marked: Sequence[Span], *more: str) -> str:
    article = analysis.article
    parts, done = [], span.start
    for place in marked:
        parts.append(html.escape(article.text[done : place.start]))
        parts.append(f"<mark>{html.escape(place.of(article.text))}</mark>")
        done = place.end
    parts.append(html.escape(article.text[done : span.end]))
    return card(about(article.outlet, article.published, *more), "".join(parts))
