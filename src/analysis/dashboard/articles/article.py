"""What does one article say? Its text as a reader sees it, with who speaks marked in it."""

from __future__ import annotations

import html
from urllib.parse import urlsplit

import streamlit as st

from analysis.charts import tones as tone_charts
from analysis.dashboard.articles import editing, jumping, mending, story
from analysis.dashboard.articles import figures as article_figures
from analysis.dashboard.frame import links
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.dashboard.ui.markdown import label
from analysis.errors import AnalysisError
from analysis.measures.sentences import sentence_tones
from analysis.model import Analysis
from analysis.report.reader import article_html, sentence_anchor
from analysis.wording.numbers import counted, day


def page(view: View, article_id: str, order: list[str]) -> None:
    """Draw an article, with those before and after it in ``order``."""
    try:
        analysis = view.shown.analysis(article_id)
    except AnalysisError:
        parts.heading("No such article", "It may have been removed, or belong to another corpus.")
        st.button("All articles", on_click=_close, key="all-articles")
        return
    _head(view, analysis)
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        _strip(view, analysis)
        text = article_html(analysis, mode=parts.mode(), colors=view.shown.colors())
        st.html(f'<article class="nv-reader">{text}</article>')
        jumping.jump()
        _neighbors(view, article_id, order)
    with right:
        article_figures.figures(view, analysis)
        st.html(_KEY)
        story.copies(view, analysis)
    mending.mend(view, analysis)
    editing.form(view, analysis)
    parts.foot(_method(view, analysis))


_KEY = (
    '<div class="nv-key">How quotations are marked:<br><mark class="nv-direct">direct</mark>'
    '<mark class="nv-mixed">mixed</mark><mark class="nv-indirect">indirect</mark>'
    "Color: speaker, as in the bars above. Point at a mark, or step to it with the Tab key, for "
    "speaker, form and confidence.</div>"
)


def _head(view: View, analysis: Analysis) -> None:
    article = analysis.article
    about = [article.outlet or "no outlet", day(article.published) if article.published else "no date"]
    if article.authors:
        about.append("by " + " and ".join(article.authors))
    printed = len(view.shown.corpus.story(article.article_id))
    if printed > 1:
        about.append(f"story printed {printed} times")
    line = " · ".join(html.escape(part) for part in about)
    if article.url and urlsplit(article.url).scheme in {"http", "https"}:
        address = html.escape(article.url)
        line += f' · <a href="{address}" target="_blank" rel="noopener noreferrer">original</a>'
    title = (article.title or "").strip() or "No title"
    st.html(
        f'<header class="nv-head nv-page-head" dir="auto"><h1>{html.escape(title)}</h1><p>{line}</p></header>'
    )


def _strip(view: View, analysis: Analysis) -> None:
    sentences = sentence_tones(analysis)
    if sentences.empty:
        return
    parts.section(
        "Sentiment (tone) along the text",
        "One column a sentence, wide as it is long; up positive, down negative; bottom line: who speaks",
    )
    strip = tone_charts.tone_strip(sentences, mode=parts.mode(), colors=view.shown.colors())
    meta = strip.layout.meta
    key = f"strip-{st.session_state.get('strip', 0)}"
    st.plotly_chart(
        strip,
        theme=None,
        config={"displayModeBar": False},
        alt=meta["alt"],
        key=key,
        on_select=lambda: _to_sentence(key),
        selection_mode="points",
    )
    if meta.get("note"):
        parts.note(meta["note"])


def _to_sentence(key: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.session_state["jump"] = sentence_anchor(int(points[0]["customdata"][0]))
        # Another key, so that the same column can be chosen again.
        st.session_state["strip"] = st.session_state.get("strip", 0) + 1


def _neighbors(view: View, article_id: str, order: list[str]) -> None:
    place = order.index(article_id) if article_id in order else -1
    before = order[place - 1] if place > 0 else None
    after = order[place + 1] if 0 <= place < len(order) - 1 else None
    rows = view.shown.articles(view.selection)
    titles = dict(zip(rows["article_id"], rows["title"], strict=True))
    with st.container(horizontal=True, horizontal_alignment="distribute", key="neighbors"):
        for other, words in ((before, "← {}"), (after, "{} →")):
            if other is not None:
                name = titles[other] if isinstance(titles[other], str) else "No title"
                links.article_link(words.format(label(name)), other, key=f"open-{words[0]}")
    st.button("All articles", on_click=_close, key="all-articles")


def _close() -> None:
    st.query_params.pop(links.PARAMETER, None)


def _method(view: View, analysis: Analysis) -> str:
    statements = [quotation for quotation in analysis.quotations if quotation.act == "statement"]
    words = sum(quotation.words for quotation in statements)
    unattributed = sum(quotation.speaker is None for quotation in statements)
    return (
        f"This article only: {counted(words, 'quoted word')} of statements, "
        f"{counted(len(statements), 'quotation')}, {unattributed or 'none'} unattributed. Tone by word list, "
        f"sentence by sentence. Analyzer {analysis.analyzer}, corpus version {view.shown.version}."
    )
