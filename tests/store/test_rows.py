from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analysis.model import ACTS, FORMS, KINDS, Analysis, Article, Keyword, Quotation, Sentence, Span, Speaker
from analysis.store.rows import analysis_of, table_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MAYBE = st.none() | TEXT
TONE = st.floats(-1, 1)
COUNT = st.integers(0, 2**31 - 1)
SPAN = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda t: Span(t[0], t[0] + t[1]))
SPANS = st.lists(SPAN, max_size=3).map(tuple)
ARTICLE = st.builds(
    Article,
    text=TEXT,
    title=MAYBE,
    outlet=MAYBE,
    authors=st.lists(TEXT, max_size=2).map(tuple),
    published=st.none() | st.dates(),
    url=MAYBE,
    path=MAYBE,
    given_id=MAYBE,
)
QUOTATION = st.builds(
    Quotation,
    quotation_id=TEXT,
    content=st.lists(SPAN, min_size=1, max_size=3).map(tuple),
    source=SPANS,
    cue=SPANS,
    form=st.sampled_from(FORMS),
    act=st.sampled_from(ACTS),
    speaker=TEXT,
    kind=st.sampled_from(KINDS),
    role=MAYBE,
    tone=st.none() | TONE,
    words=COUNT,
    confidence=st.floats(0, 1),
    terms=st.lists(TEXT, max_size=3).map(tuple),
)
UNATTRIBUTED = QUOTATION.map(lambda quotation: replace(quotation, speaker=None, kind=None))
ANALYSIS = st.builds(
    Analysis,
    article=ARTICLE,
    analyzer=TEXT,
    words=COUNT,
    sentences=st.lists(st.builds(Sentence, SPAN, TONE, st.booleans()), max_size=3).map(tuple),
    quotations=st.lists(QUOTATION | UNATTRIBUTED, max_size=3).map(tuple),
    speakers=st.lists(
        st.builds(Speaker, TEXT, st.sampled_from(KINDS), MAYBE, st.lists(TEXT, max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    keywords=st.lists(st.builds(Keyword, TEXT, COUNT, st.booleans()), max_size=3).map(tuple),
    article_tone=st.none() | TONE,
    speech_tone=st.none() | TONE,
)


@given(ANALYSIS)
def test_a_row_gives_back_the_analysis_that_it_was_made_of(analysis: Any) -> None:
    assert analysis_of(table_of([analysis]).to_pylist()[0]) == analysis


def test_a_lone_surrogate_becomes_one_character_so_that_positions_hold(analysis: Any) -> None:
    stored = analysis_of(table_of([analysis(text="a\ud800b", published=date(2026, 1, 1))]).to_pylist()[0])
    assert stored.article.text == "a\N{REPLACEMENT CHARACTER}b"
