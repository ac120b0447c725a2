"""Show an item of a sample as in its article, and ask about it, each answer a click or a key.

What is marked is what was found when the sample was drawn.
"""

from __future__ import annotations

import html
from dataclasses import replace

import streamlit as st

from analysis.catalog.view import View
from analysis.curation.answers import Verdict, answer_of, undo_of_last
from analysis.curation.correcting import user_name
from analysis.curation.samples import Found, Item, Sample
from analysis.dashboard.check.kept import Kept
from analysis.dashboard.evidence import sentences
from analysis.dashboard.frame.filters import MOST_NAMES
from analysis.dashboard.frame.state import Memory
from analysis.dashboard.ui.controls import link
from analysis.dashboard.ui.style import mode
from analysis.dashboard.ui.text import section
from analysis.errors import AnalysisError
from analysis.model import Analysis, Quotation, Span
from analysis.report.reader import UNATTRIBUTED, passage_html, swatch
from analysis.wording.numbers import count

NOBODY = "(nobody that could be named)"
_FORM = Memory[tuple[str, int, Verdict] | None]("check-form", None)
"""What has to be known besides an answer is being asked for: sample, place and answer."""

TROUBLE = Memory[str]("check-trouble", "")
"""Why something could not be done with the last click."""

Button = tuple[Verdict, str, str]
_UNSURE: Button = ("unsure", "Not sure", "U")
_WRONG: tuple[Button, ...] = (("speaker", "Other speaker", "S"), ("wrong", "No quotation", "N"))
_MISSED: Button = ("missed", "Something is missed", "M")
_ASKED: dict[tuple[str, bool], tuple[str, str, tuple[Button, ...]]] = {
    ("quotations", True): (
        "Is this a quotation, and of this speaker?",
        "A word too many or too few at its ends does not matter",
        (("right", "Right", "Y"), *_WRONG, _UNSURE),
    ),
    ("sentences", True): (
        "Is all that is said in this sentence marked, and nothing else?",
        "The sentence that stands out; its quotations are marked",
        (("right", "All right", "Y"), _MISSED, *_WRONG, _UNSURE),
    ),
    ("sentences", False): (
        "Does somebody say something in this sentence?",
        "Nothing was found in the sentence that stands out",
        (("right", "No, nothing", "Y"), _MISSED, _UNSURE),
    ),
}


def ask(book: Kept, sample: Sample, place: int) -> None:
    """Draw one item with the buttons that answer it."""
    view, item = book.view, sample.items[place]
    question, help_line, buttons = _ASKED[sample.unit, bool(item.found)]
    done = len(book.holding(sample))
    st.progress(done / len(sample.items), f"{count(done)} of {count(len(sample.items))} answered")
    section(question, help_line)
    known = view.analyses([item.article_id]).get(item.article_id)
    st.html(_passage(view, item, known))
    if known:
        sentences.article_link(item.article_id, key=f"open-check-{place}", title=known.article.title)
    form = _FORM.get()
    if form and form[:2] == (sample.sample_id, place):
        _more(book, sample, place, form[2])
        return
    with st.container(horizontal=True, key="check-answers"):
        for verdict, words, key in buttons:
            asks = verdict in ("speaker", "missed") or (verdict == "wrong" and len(item.found) > 1)
            st.button(
                words,
                key=f"answer-{verdict}",
                type="primary" if verdict == "right" else "secondary",
                shortcut=key,
                on_click=_open if asks else _answer,
                args=(sample, place, verdict) if asks else (book, sample, place, verdict),
            )


def undo(book: Kept, sample: Sample) -> None:
    """Draw the button that takes the last answer back."""
    back = undo_of_last(book.answers, sample.sample_id, user_name())
    if back and _FORM.get() is None:
        link("Undo the last answer", "check-undo", book.answer, back, shortcut="Z")


def close() -> None:
    """Leave what was begun of an answer."""
    _FORM.forget()


def _more(book: Kept, sample: Sample, place: int, verdict: Verdict) -> None:
    """What has to be known besides: which words, which quotation, whose."""
    item = sample.items[place]
    speaker = None
    with st.container(border=True, key="check-more"):
        if verdict == "missed":
            st.text_area("The words that are missed, unchanged", item.pieces[0].text, key="check-said")
        if verdict != "missed" and len(item.found) > 1:
            st.selectbox(
                "Which quotation",
                [None, *range(len(item.found))],
                format_func=lambda one: "All" if one is None else f"{one + 1}. {_name_of(item.found[one])}",
                key="check-which",
            )
        if verdict != "wrong":
            speaker = st.selectbox(
                "Who says it",
                _names(book.view, item),
                index=None,
                key="check-speaker",
                placeholder="Choose or type a name",
                accept_new_options=True,
                filter_mode="contains",
            )
        with st.container(horizontal=True):
            st.button(
                "Save",
                key="check-save",
                type="primary",
                shortcut="Ctrl+Enter",
                disabled=verdict != "wrong" and speaker is None,
                on_click=_answer,
                args=(book, sample, place, verdict),
            )
            st.button("Back", key="check-back", shortcut="Esc", on_click=close)


def _open(sample: Sample, place: int, verdict: Verdict) -> None:
    _FORM.set((sample.sample_id, place, verdict))


def _answer(book: Kept, sample: Sample, place: int, verdict: Verdict) -> None:
    state = st.session_state
    speaker, said = state.get("check-speaker"), state.get("check-said") or ""
    try:
        answer = answer_of(
            sample,
            place,
            verdict,
            corpus=book.view.corpus,
            by=user_name(),
            speaker=None if speaker == NOBODY else speaker,
            which=state.get("check-which"),
            said=said,
        )
        book.answer(answer)
    except AnalysisError as error:
        TROUBLE.set(str(error))
        return
    close()


def _names(view: View, item: Item) -> list[str]:
    """Nobody, then who is named in the article, then everybody else."""
    known = view.analyses([item.article_id]).get(item.article_id)
    here = [speaker.name for speaker in known.speakers] if known else []
    found = [one.speaker for one in item.found if one.speaker]
    everybody = view.speakers["speaker"].head(MOST_NAMES)
    return list(dict.fromkeys([NOBODY, *found, *here, *everybody]))


def _name_of(found: Found) -> str:
    """Who is found to speak, or that nobody is."""
    return found.speaker or UNATTRIBUTED


def _passage(view: View, item: Item, analysis: Analysis | None) -> str:
    """An item with who was found to speak in it, its sentences and those around, for `st.html`.

    ``analysis`` is None where the article is not in the corpus any more.
    """
    look, colors = mode(), view.colors
    head = "".join(
        f"<span>{swatch(one.speaker, one.kind, mode=look, colors=colors)}"
        f"<b><bdi>{html.escape(_name_of(one))}</bdi></b></span>"
        for one in item.found
    )
    if analysis is None:
        text = html.escape(" … ".join(piece.text for piece in item.pieces))
        return sentences.card(f"{head}Not in the corpus any more.", text, look=" nv-check")
    article = analysis.article
    meta = sentences.about(article.outlet, article.published)
    marked = replace(analysis, quotations=tuple(_as_quotation(one, analysis) for one in item.found))
    before, asked, after = _context(item, analysis)
    text = "".join(
        f"<span{' class=nv-asked' if span is asked else ''}>"
        f"{passage_html(marked, span, mode=look, colors=colors)}</span>"
        for span in (before, asked, after)
        if span
    )
    return sentences.card(f"{head}{meta}", text, is_said=True, look=" nv-check")


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
