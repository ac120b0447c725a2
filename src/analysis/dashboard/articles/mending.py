"""Correct what is found in an article: a quotation, a missed one, a tone, its story."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.curation.correcting import missed_quotation, places_of, tone_of_sentence
from analysis.dashboard.evidence.sentences import card
from analysis.dashboard.frame import address
from analysis.dashboard.review import draft, judging
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import label, note, plain, section
from analysis.errors import AnalysisError
from analysis.model import ACTS, Analysis, Selection, Span
from analysis.report.reader import described, quotation_html
from analysis.store.corrections import JoinStory, LeaveStory
from analysis.wording.numbers import count, counted, day, tone

_CUT, _AROUND = 90, 40
_MOST_FOUND = 20


def mend(view: View, analysis: Analysis) -> None:
    """Draw the ways to correct what is known of an article; nothing is worked out before one is chosen."""
    ways: dict[str, tuple[str, Callable[[View, Analysis], None]]] = {
        "quotation": ("A quotation", _quotation),
        "missed": ("A missed quotation", _missed),
        "tone": ("Tone of a sentence", _tone),
        "story": ("Its story", _story),
    }
    with st.container(key="mend"):
        section(
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
        if not view.is_sample:
            draft.name_field()
        ways[str(way)][1](view, analysis)


def with_words(rows: pd.DataFrame, words: str) -> pd.DataFrame:
    """Those of some articles whose title or outlet has all the words, in any case."""
    place = rows["title"].fillna("").str.cat(rows["outlet"].fillna(""), sep=" ").str.casefold()
    for word in words.casefold().split():
        rows = rows[place.loc[rows.index].str.contains(word, regex=False)]
    return rows


def _quotation(view: View, analysis: Analysis) -> None:
    quotations = {one.quotation_id: one for one in analysis.quotations}
    if not quotations:
        note("No quotation is found here. If one is missed, choose “A missed quotation”.")
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
    said = quotation_html(analysis, chosen, mode=mode(), colors=view.colors)
    st.html(card("", said, is_said=True))
    item = judging.Judged(
        chosen, analysis.article.article_id, quotations[chosen].speaker, _speakers(analysis)
    )
    place = f"q-{chosen}"
    judging.verdicts(item, place)
    judging.verdict(view, item, place)


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
        note("Paste the words that are quoted, as they stand in the text above.")
        return
    places = places_of(text, words)
    if not places:
        st.error("These words do not stand in this article. Copy them as they are there, without gaps.")
        return
    span = places[0] if len(places) == 1 else _which(text, places)
    act = st.segmented_control(
        "What is quoted", ACTS, default=ACTS[0], key="missed-act", required=True, format_func=str.capitalize
    )
    who = judging.named(view, "missed", first=_speakers(analysis))
    is_nobody = st.checkbox("Nobody is named", key="missed-nobody") if who is None else False
    if span is None or (who is None and not is_nobody):
        return
    name, kind, role = who or (None, None, None)
    made = missed_quotation(
        view.corpus,
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
        note("No sentence of this article is measured.")
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
    note(now.span.of(text))
    value = st.slider(
        "Tone, from negative to positive", -1.0, 1.0, round(now.tone, 2), 0.05, key=f"tone-{chosen}"
    )
    if abs(value - round(now.tone, 2)) < 1e-9:
        return
    try:
        made = tone_of_sentence(
            view.corpus, analysis.article.article_id, now.span.start, value, by=draft.signer()
        )
    except AnalysisError as error:
        st.error(plain(str(error)))
        return
    draft.panel(view, draft.Draft("tone", f"Tone of this sentence: {tone(value)}", (made,)))


def _story(view: View, analysis: Analysis) -> None:
    """The ways to part an article from its story, or to join it with another."""
    article_id = analysis.article.article_id
    rows = view.corpus.story(article_id)
    if len(rows) > 1:
        others = counted(len(rows) - 1, "other article")
        note(f"It is taken for a copy of {others}, listed beside the text.")
        if draft.begun("story") == "alone":
            made = LeaveStory(by=draft.signer(), article_id=article_id)
            draft.panel(view, draft.Draft("story", "A story of its own", (made,)))
        else:
            st.button("A story of its own", key="story-alone", on_click=draft.begin, args=("story", "alone"))
    else:
        note("It is a story of its own: no near-copy of it is known.")
    _join(view, article_id, set(rows["article_id"]))


def _join(view: View, article_id: str, story: set[str]) -> None:
    words = st.text_input(
        "Is a copy of",
        key="story-find",
        placeholder="Words of the other article’s title or outlet",
        max_chars=200,
    )
    if not words or not words.strip():
        return
    every = view.of(Selection(distinct_stories=False)).articles
    found = with_words(every[~every["article_id"].isin(story)], words)
    if found.empty:
        note("No other article has these words in title or outlet. Try fewer.")
        return
    called = {str(row["article_id"]): _called(row) for row in found.head(_MOST_FOUND).to_dict("records")}
    more = (
        f"Choose one; the newest {_MOST_FOUND} of {count(len(found))} are listed"
        if len(found) > _MOST_FOUND
        else "Choose one"
    )
    other = st.selectbox(
        "Which article",
        list(called),
        format_func=called.__getitem__,
        index=None,
        key="story-other",
        placeholder=more,
    )
    if other is None:
        return
    link(f"Read {label(called[other], 80)}", "open-other", address.open_article, other)
    made = JoinStory(by=draft.signer(), article_id=article_id, other_id=other)
    draft.panel(view, draft.Draft("join", f"The same story as {called[other]}", (made,)))


def _called(row: dict[Any, Any]) -> str:
    title = row["title"] if isinstance(row["title"], str) and row["title"].strip() else "No title"
    published = row["published"]
    when = day(published) if isinstance(published, pd.Timestamp) and not pd.isna(published) else "no date"
    return f"{title} ({row['outlet'] or 'no outlet'}, {when})"


def _speakers(analysis: Analysis) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.speaker for one in analysis.quotations if one.speaker))


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _CUT else f"{words[: _CUT - 1]}…"
