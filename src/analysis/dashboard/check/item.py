"""What is asked about one item of a sample, and how is it answered? With a click or a key each."""

from __future__ import annotations

import streamlit as st

from analysis.curation.answers import Verdict, answer_of, undo_of_last
from analysis.curation.correcting import user_name
from analysis.curation.samples import Item, Sample
from analysis.dashboard.check.kept import Kept
from analysis.dashboard.check.passage import name_of, passage
from analysis.dashboard.evidence import sentences as evidence
from analysis.dashboard.frame.filters import View
from analysis.dashboard.ui import parts
from analysis.errors import AnalysisError
from analysis.wording.numbers import count

NOBODY = "(nobody that could be named)"
_FORM = "check-form"
_MOST_NAMES = 1_000

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


def ask(view: View, book: Kept, sample: Sample, place: int) -> None:
    """Draw one item with the buttons that answer it."""
    item = sample.items[place]
    question, help_line, buttons = _ASKED[sample.unit, bool(item.found)]
    done = len(book.holding(sample))
    st.progress(done / len(sample.items), f"{count(done)} of {count(len(sample.items))} answered")
    parts.section(question, help_line)
    known = view.shown.analyses([item.article_id]).get(item.article_id)
    st.html(passage(view, item, known))
    if known:
        evidence.article_link(item.article_id, key=f"open-check-{place}", title=known.article.title)
    form = st.session_state.get(_FORM)
    if form and form[:2] == (sample.sample_id, place):
        _more(view, book, sample, place, form[2])
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
                args=(sample, place, verdict) if asks else (view, book, sample, place, verdict),
            )


def undo(view: View, book: Kept, sample: Sample) -> None:
    """Draw the button that takes the last answer back."""
    back = undo_of_last(book.answers, sample.sample_id, user_name())
    if back and st.session_state.get(_FORM) is None:
        st.button(
            "Undo the last answer",
            key="check-undo",
            type="tertiary",
            shortcut="Z",
            on_click=book.answer,
            args=(back,),
        )


def close() -> None:
    """Leave what was begun of an answer."""
    st.session_state.pop(_FORM, None)


def _more(view: View, book: Kept, sample: Sample, place: int, verdict: Verdict) -> None:
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
                format_func=lambda one: "All" if one is None else f"{one + 1}. {name_of(item.found[one])}",
                key="check-which",
            )
        if verdict != "wrong":
            speaker = st.selectbox(
                "Who says it",
                _names(view, item),
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
                args=(view, book, sample, place, verdict),
            )
            st.button("Back", key="check-back", shortcut="Esc", on_click=close)


def _open(sample: Sample, place: int, verdict: Verdict) -> None:
    st.session_state[_FORM] = (sample.sample_id, place, verdict)


def _answer(
    view: View,
    book: Kept,
    sample: Sample,
    place: int,
    verdict: Verdict,
) -> None:
    state = st.session_state
    speaker = state.get("check-speaker")
    try:
        book.answer(
            answer_of(
                sample,
                place,
                verdict,
                corpus=view.shown.corpus,
                by=user_name(),
                speaker=None if speaker == NOBODY else speaker,
                which=state.get("check-which"),
                said=state.get("check-said") or "",
            )
        )
    except AnalysisError as error:
        state["check-trouble"] = str(error)
        return
    close()


def _names(view: View, item: Item) -> list[str]:
    """Nobody, then who is named in the article, then everybody else."""
    known = view.shown.analyses([item.article_id]).get(item.article_id)
    here = [speaker.name for speaker in known.speakers] if known else []
    found = [one.speaker for one in item.found if one.speaker]
    everybody = view.shown.speakers()["speaker"].head(_MOST_NAMES)
    return list(dict.fromkeys([NOBODY, *found, *here, *everybody]))
