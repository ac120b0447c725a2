"""Draw one article: its text as a reader sees it, with who speaks marked in it."""

from __future__ import annotations

import html
from urllib.parse import urlsplit

import streamlit as st

from analysis.catalog.view import View
from analysis.charts import tones as tone_charts
from analysis.dashboard.articles import figures, mending
from analysis.dashboard.frame import address, versions
from analysis.dashboard.frame.address import JUMP
from analysis.dashboard.frame.foot import foot
from analysis.dashboard.frame.state import Memory, add_one
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import heading, label, note, plain, section
from analysis.errors import AnalysisError
from analysis.measures.tones import sentence_tones
from analysis.model import Analysis
from analysis.report.reader import article_html, sentence_anchor
from analysis.store import edit
from analysis.wording.numbers import counted, day

_STRIP = Memory[int]("strip", 0)
"""In the key of the tone strip: another number, so that the same column can be chosen again."""

_JS = """
export default function ({ data }) {
  const wait = (left) => {
    const place = document.getElementById(data.id) || document.getElementById('user-content-' + data.id);
    if (!place) { if (left) setTimeout(() => wait(left - 1), 100); return; }
    place.scrollIntoView({ block: 'center' });
    const seen = place.closest('mark') || place.parentElement;
    if (place.tabIndex >= 0) place.focus({ preventScroll: true });
    seen.animate([{ outline: '3px solid currentColor' }, { outline: '3px solid transparent' }], 1600);
  };
  wait(30);
}
"""
_JUMPING = st.components.v2.component("newsvoices_jump", js=_JS)

_KEY = (
    '<div class="nv-key">How quotations are marked:<br><mark class="nv-direct">direct</mark>'
    '<mark class="nv-mixed">mixed</mark><mark class="nv-indirect">indirect</mark>'
    "Color: speaker, as in the bars above. Point at a mark, or step to it with the Tab key, for "
    "speaker, form and confidence.</div>"
)


def page(view: View, article_id: str, order: list[str]) -> None:
    """Draw an article, with those before and after it in ``order``."""
    try:
        analysis = view.analysis(article_id)
    except AnalysisError:
        heading("No such article", "It may have been removed, or belong to another corpus.")
        st.button("All articles", on_click=_close, key="all-articles")
        return
    _head(view, analysis)
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        _strip(view, analysis)
        text = article_html(analysis, mode=mode(), colors=view.colors)
        st.html(f'<article class="nv-reader">{text}</article>')
        # Once: what the last click asked for.
        if place := JUMP.take():
            _JUMPING(key="jump-there", data={"id": place})
        _neighbors(view, article_id, order)
    with right:
        figures.figures(view, analysis)
        st.html(_KEY)
        figures.copies(view, analysis)
    mending.mend(view, analysis)
    _edit(view, analysis)
    foot(_method(view, analysis))


def _head(view: View, analysis: Analysis) -> None:
    article = analysis.article
    about = [article.outlet or "no outlet", day(article.published) if article.published else "no date"]
    if article.authors:
        about.append("by " + " and ".join(article.authors))
    printed = len(view.corpus.story(article.article_id))
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
    section(
        "Sentiment (tone) along the text",
        "One column a sentence, wide as it is long; up positive, down negative; bottom line: who speaks",
    )
    strip = tone_charts.tone_strip(sentences, mode=mode(), colors=view.colors)
    meta = strip.layout.meta
    key = f"strip-{_STRIP.get()}"
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
        note(meta["note"])


def _to_sentence(key: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    if points and points[0].get("customdata"):
        JUMP.set(sentence_anchor(int(points[0]["customdata"][0])))
        add_one(_STRIP)


def _neighbors(view: View, article_id: str, order: list[str]) -> None:
    place = order.index(article_id) if article_id in order else -1
    before = order[place - 1] if place > 0 else None
    after = order[place + 1] if 0 <= place < len(order) - 1 else None
    rows = view.quoting_articles
    titles = dict(zip(rows["article_id"], rows["title"], strict=True))
    with st.container(horizontal=True, horizontal_alignment="distribute", key="neighbors"):
        for other, words in ((before, "← {}"), (after, "{} →")):
            if other is not None:
                name = titles[other] if isinstance(titles[other], str) else "No title"
                link(words.format(label(name)), f"open-{words[0]}", address.open_article, other)
    st.button("All articles", on_click=_close, key="all-articles")


def _close() -> None:
    st.query_params.pop(address.ARTICLE, None)


def _method(view: View, analysis: Analysis) -> str:
    statements = [quotation for quotation in analysis.quotations if quotation.act == "statement"]
    words = sum(quotation.words for quotation in statements)
    unattributed = sum(quotation.speaker is None for quotation in statements)
    return (
        f"This article only: {counted(words, 'quoted word')} of statements, "
        f"{counted(len(statements), 'quotation')}, {unattributed or 'none'} unattributed. Tone by word list, "
        f"sentence by sentence. Analyzer {analysis.analyzer}, corpus version {view.corpus.version}."
    )


def _edit(view: View, analysis: Analysis) -> None:
    """Draw the form for title, outlet and date; none for the sample corpus, which stays as it is."""
    if view.is_sample:
        return
    article = analysis.article
    with st.expander("Edit title, outlet and date"), st.form(f"edit-{article.article_id}"):
        title = st.text_input("Title", article.title or "")
        outlet = st.text_input("Outlet", article.outlet or "")
        published = st.date_input("Published", article.published, format="DD/MM/YYYY")
        if not st.form_submit_button("Save"):
            return
        try:
            edit(
                view.corpus.path,
                article.article_id,
                title=title.strip() or None,
                outlet=outlet.strip() or None,
                published=published,
            )
        except AnalysisError as error:
            st.error(plain(str(error)))
            return
        versions.show_newest()
        st.rerun()
