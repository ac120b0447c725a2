"""The page “Check a sample”: how good the figures of this corpus are, by a random sample checked by hand."""

from __future__ import annotations

import streamlit as st

from analysis.catalog.view import View
from analysis.curation.answers import next_place
from analysis.curation.checked import sample_line
from analysis.curation.correcting import user_name
from analysis.curation.samples import Sample, draw_sample
from analysis.dashboard.check import item as check_item
from analysis.dashboard.check import report as check_report
from analysis.dashboard.check.item import TROUBLE
from analysis.dashboard.check.kept import Kept
from analysis.dashboard.frame import filters
from analysis.dashboard.frame.foot import foot, nothing
from analysis.dashboard.ui.controls import switch
from analysis.dashboard.ui.text import empty, heading, note, plain, section
from analysis.errors import AnalysisError
from analysis.measures.resampling import SEED
from analysis.wording.numbers import count, day

_UNITS = {"quotations": "Quotations", "sentences": "Sentences"}
_UNIT, _SIZE, _CHOSEN = "check-unit", "check-size", "check-sample"
_MOST = 5_000


def page() -> None:
    """Draw a sample, ask about it, and report what the answers say."""
    view = filters.view()
    heading("Check a sample", view.words)
    if not view.corpus.ids():
        nothing(view)
        return
    if view.is_sample:
        note(
            "The sample corpus is fictional and stays as it is: what you answer here is kept until you close "
            "this page. With articles of your own, answers are kept with them."
        )
    _work(view)


def _work(view: View) -> None:
    book = Kept(view)
    samples = {one.sample_id: one for one in reversed(book.samples)}
    _new(book, len(samples))
    note("Quotations: are they right, and of the right speaker? Sentences: is anything missed?")
    if trouble := TROUBLE.take():
        st.error(plain(trouble))
    if not samples:
        empty(
            "Nothing has been checked yet. Choose what to check and draw a sample of what the filters "
            "select: quotations tell how many are right, sentences tell what is missed. From 20 answers on, "
            "shares are corrected for the errors found."
        )
        return
    sample = _chosen(book, samples)
    answers = book.holding(sample)
    place = next_place(sample, answers)
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        if place is None:
            section(
                "All answered", f"{count(len(sample.items))} of {sample.unit}. Draw another sample for more"
            )
        else:
            check_item.ask(book, sample, place)
        check_item.undo(book, sample)
    with right:
        check_report.figures(sample, answers)
    check_report.shares(view, sample, answers)
    check_report.save(book)
    newest = view.corpus.version
    if newest != sample.corpus_version:
        note(
            f"Drawn from corpus version {sample.corpus_version}; you see version {newest}. "
            "Figures are of the version drawn from: draw another sample for the articles of now."
        )
    foot(f"Checked by hand: {sample_line(sample)}")


def _new(book: Kept, drawn: int) -> None:
    # Another key for each, so that it begins with a seed that nothing was drawn with.
    seed = f"check-seed-{drawn}"
    with st.container(horizontal=True, vertical_alignment="bottom", key="check-draw"):
        switch("Check", _UNITS, _UNIT, has_label=True)
        st.number_input("How many", 1, _MOST, 100, step=10, key=_SIZE, width=130)
        st.number_input("Seed", 0, 2**31, SEED + drawn, key=seed, width=150)
        st.button(
            "Draw a sample",
            type="secondary" if drawn else "primary",
            key="check-draws",
            on_click=_draw,
            args=(book, seed),
        )


def _draw(book: Kept, seed: str) -> None:
    state, view = st.session_state, book.view
    try:
        sample = draw_sample(
            view.corpus, view.selection, state[_UNIT], state[_SIZE], seed=state[seed], by=user_name()
        )
        book.keep(sample)
    except AnalysisError as error:
        TROUBLE.set(str(error))
        return
    state[_CHOSEN] = sample.sample_id
    check_item.close()


def _chosen(book: Kept, samples: dict[str, Sample]) -> Sample:
    def name(sample_id: str) -> str:
        sample = samples[sample_id]
        done = count(len(book.holding(sample)))
        return (
            f"{sample.unit.capitalize()}, {done} of {count(len(sample.items))}, "
            f"{day(sample.at.date())}, seed {sample.seed}"
        )

    if st.session_state.get(_CHOSEN) not in samples:
        st.session_state[_CHOSEN] = next(iter(samples))
    chosen = st.selectbox("Sample", list(samples), format_func=name, key=_CHOSEN, on_change=check_item.close)
    return samples[chosen]
