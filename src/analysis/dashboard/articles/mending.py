"""What is wrong in this article? A quotation, a missed one, a tone, its story."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.curation.correcting import missed_quotation, places_of, tone_of_sentence
from analysis.dashboard.articles import story
from analysis.dashboard.frame.filters import View
from analysis.dashboard.review import draft, judging, naming
from analysis.dashboard.ui import parts
from analysis.errors import AnalysisError
from analysis.model import ACTS, Analysis, Quotation, Span
from analysis.report.reader import described, quotation_html
from analysis.wording.numbers import count, tone

_CUT, _AROUND = 90, 40


def mend(view: View, analysis: Analysis) -> None:
    """Draw the ways to correct what is known of an article; nothing is worked out before one is chosen."""
    ways: dict[str, tuple[str, Callable[[View, Analysis], None]]] = {
        "quotation": ("A quotation", _quotation),
        "missed": ("A missed quotation", _missed),
        "tone": ("Tone of a sentence", _tone),
        "story": ("Its story", story.change),
    }
    with st.container(key="mend"):
        parts.section(
            "Correct what is found here", "It stays corrected when the article is analyzed or added again"
        )
        draft.last_saved()
        way = st.segmented_control(
            "What is wrong",
            list(ways),
            format_func=lambda name: ways[name][0],
            key="mend-way",
            label_visibility="collapsed",
        )
        if way is None:
            return
        if not view.shown.is_sample:
            draft.name_field()
        ways[str(way)][1](view, analysis)


def _quotation(view: View, analysis: Analysis) -> None:
    quotations = {one.quotation_id: one for one in analysis.quotations}
    if not quotations:
        parts.note("No quotation is found here. If one is missed, choose “A missed quotation”.")
        return
    text = analysis.article.text

    def words(quotation_id: str) -> str:
        one = quotations[quotation_id]
        return f"{_cut(one.text_in(text))} ({described(one)})"

    chosen = st.selectbox(
        "Which quotation",
        list(quotations),
        format_func=words,
        index=None,
        key="mend-quotation",
        placeholder="In the order of the text",
    )
    if chosen is None:
        return
    said = quotation_html(analysis, chosen, mode=parts.mode(), colors=view.shown.colors())
    st.html(f'<div class="nv-quote"><blockquote class="nv-said" dir="auto">{said}</blockquote></div>')
    item = _judged(analysis, quotations[chosen])
    place = f"q-{chosen}"
    judging.verdicts(item, place)
    judging.verdict(view, item, place)


def _judged(analysis: Analysis, quotation: Quotation) -> judging.Judged:
    return judging.Judged(
        quotation.quotation_id, analysis.article.article_id, quotation.speaker, _speakers(analysis)
    )


def _missed(view: View, analysis: Analysis) -> None:
    text = analysis.article.text
    words = st.text_area(
        "The words of the quotation",
        key="missed-words",
        height=100,
        max_chars=20_000,
        help="Copied from the text above, with their quotation marks",
    )
    if not words or not words.strip():
        parts.note("Paste the words that are quoted, as they stand in the text above.")
        return
    places = places_of(text, words)
    if not places:
        st.error("These words do not stand in this article. Copy them as they are there, without gaps.")
        return
    span = places[0] if len(places) == 1 else _which(text, places)
    act = st.segmented_control(
        "What is quoted", ACTS, default=ACTS[0], key="missed-act", required=True, format_func=str.capitalize
    )
    who = naming.named(view, "missed", first=_speakers(analysis))
    is_nobody = st.checkbox("Nobody is named", key="missed-nobody") if who is None else False
    if span is None or (who is None and not is_nobody):
        return
    name, kind, role = who or (None, None, None)
    made = missed_quotation(
        view.shown.corpus,
        analysis.article.article_id,
        [span],
        name,
        kind,
        role,
        act=act,
        by=draft.signer(),
    )
    said = f"A quotation of {name}" if name else "A quotation of nobody that could be named"
    draft.panel(view, draft.Draft("missed", said, (made,)))


def _which(text: str, places: list[Span]) -> Span | None:
    st.warning(
        f"These words stand {count(len(places))} times in this article. Say which of them is meant, or "
        "paste more words."
    )

    def around(place: int) -> str:
        span = places[place]
        before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
        return f"{place + 1}: … {before}[{_cut(span.of(text))}]{after} …"

    chosen = st.selectbox(
        "Which place",
        range(len(places)),
        format_func=around,
        index=None,
        key="missed-place",
        placeholder="In the order of the text",
    )
    return None if chosen is None else places[int(chosen)]


def _tone(view: View, analysis: Analysis) -> None:
    sentences, text = analysis.sentences, analysis.article.text
    if not sentences:
        parts.note("No sentence of this article is measured.")
        return
    chosen = st.selectbox(
        "Which sentence",
        range(len(sentences)),
        format_func=lambda n: f"{n + 1}: {_cut(sentences[n].span.of(text))} ({tone(sentences[n].tone)})",
        index=None,
        key="mend-sentence",
        placeholder="In the order of the text",
    )
    if chosen is None:
        return
    now = sentences[int(chosen)]
    parts.note(now.span.of(text))
    value = st.slider(
        "Tone, from negative to positive", -1.0, 1.0, round(now.tone, 2), 0.05, key=f"tone-{chosen}"
    )
    if abs(value - round(now.tone, 2)) < 1e-9:
        return
    try:
        made = tone_of_sentence(
            view.shown.corpus, analysis.article.article_id, now.span.start, value, by=draft.signer()
        )
    except AnalysisError as error:
        st.error(parts.plain(str(error)))
        return
    draft.panel(view, draft.Draft("tone", f"Tone of this sentence: {tone(value)}", (made,)))


def _speakers(analysis: Analysis) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.speaker for one in analysis.quotations if one.speaker))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _CUT else f"{words[: _CUT - 1]}…"
