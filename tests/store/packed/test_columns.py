"""Does the packed form of a corpus hold what the plain one holds?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from analysis.model import Selection
from analysis.store import open_corpus, write
from analysis.store.packed.columns import MEASURED, _packed

COPIED = " ".join(f"w{number}" for number in range(60))

SELECTIONS = [
    Selection(),
    Selection(distinct_stories=False),
    Selection(outlets=("Herald",)),
    Selection(outlets=("Post",)),
    Selection(date_from=date(2026, 3, 1), date_to=date(2026, 4, 1)),
    Selection(date_from=date(2026, 3, 2), distinct_stories=False),
    Selection(text="LEVY ferry"),
    Selection(speakers=("Ana Silva",)),
    Selection(kinds=("unnamed",), outlets=("Post",)),
    Selection(forms=("direct",), acts=("statement", "thought")),
    Selection(date_to=date(1900, 1, 1)),
]
IDS = [
    "everything",
    "every copy",
    "an outlet",
    "an outlet with later copies",
    "days",
    "days with copies",
    "words",
    "a speaker",
    "a kind in an outlet",
    "a form and both acts",
    "nothing",
]


@pytest.fixture
def corpus(tmp_path: Path, analysis: Any, quotation: Any) -> Any:
    """Two outlets, copies, a thought, an unnamed source, speech of nobody, an article without a date."""
    said = (quotation(0), quotation(1, None), quotation(2, words=30, form="indirect"))
    write(
        tmp_path,
        [
            analysis(1, said),
            analysis(2, (quotation(0, "Bo Chen"), quotation(1, act="thought")), date(2026, 4, 1), "Post"),
            analysis(3, (quotation(0, "a senior official", kind="unnamed"),), None, "Post"),
            analysis(4, (), date(2026, 3, 3), "Post", text="The ferry waits. The levy is new. " * 20),
            analysis(5, said, date(2026, 3, 3), "Post", text=COPIED),
            analysis(6, said, date(2026, 3, 1), "Herald", text=COPIED),
            analysis(0, said, date(2026, 3, 3), "Post", text=COPIED),
            analysis(7, (), None, None),
        ],
    )
    return open_corpus(tmp_path)


def plain(table: pd.DataFrame) -> pd.DataFrame:
    packed = [name for name in table if isinstance(table[name].dtype, pd.CategoricalDtype)]
    return table.astype(dict.fromkeys(packed, "str"))


def counted(table: pd.DataFrame, *by: str) -> dict[Any, Any]:
    return plain(table).groupby(list(by), dropna=False)["count"].sum().to_dict()


@pytest.mark.parametrize("selection", SELECTIONS, ids=IDS)
def test_articles_are_those_of_the_plain_table_in_its_order(corpus: Any, selection: Any) -> None:
    packed = plain(corpus.packed.articles(selection, corpus.packed.rows_of(selection.base())))
    pd.testing.assert_frame_equal(packed, corpus.articles(selection), check_column_type=False)


def test_a_story_is_taken_where_it_stands_first(corpus: Any) -> None:
    kept = corpus.packed.articles(Selection(), corpus.packed.rows_of(Selection()))
    assert len(kept) < len(corpus.articles(Selection(distinct_stories=False)))


@pytest.mark.parametrize("selection", SELECTIONS, ids=IDS)
def test_quotations_are_those_of_the_plain_table_in_its_order(corpus: Any, selection: Any) -> None:
    ids = corpus.packed.rows_of(selection.base())
    packed = plain(corpus.packed.quotations(selection, ids))
    expected = corpus.quotations(selection, columns=MEASURED)
    pd.testing.assert_frame_equal(packed, expected, check_column_type=False)


@pytest.mark.parametrize("selection", SELECTIONS, ids=IDS)
def test_quoted_terms_are_counted_alike(corpus: Any, selection: Any) -> None:
    ids = corpus.packed.rows_of(selection.base())
    by = ("article_id", "speaker", "term")
    assert counted(corpus.packed.quoted(selection, ids).dropna(), *by) == counted(
        corpus.quoted_terms(selection).dropna(), *by
    )


def test_keywords_are_counted_alike(corpus: Any) -> None:
    ids = corpus.packed.rows_of(Selection())
    by = ("article_id", "term", "is_name")
    assert counted(corpus.packed.keywords(ids), *by) == counted(corpus.keywords(), *by)


def test_keywords_stand_by_article(corpus: Any) -> None:
    found = corpus.packed.keywords(corpus.packed.rows_of(Selection()))
    assert found["article_id"].cat.codes.is_monotonic_increasing


def test_keywords_and_quoted_terms_stand_by_article_and_term(corpus: Any) -> None:
    every = corpus.packed.rows_of(Selection(distinct_stories=False))
    for found in (corpus.packed.keywords(every), corpus.packed.quoted(Selection(acts=()), every)):
        pairs = list(zip(found["article_id"].astype("str"), found["term"].astype("str"), strict=True))
        assert pairs == sorted(pairs)
        assert found["term"].cat.categories.is_monotonic_increasing
        assert found.index.tolist() == list(range(len(found)))
    assert set(found["count"]) == {1}


def test_texts_are_packed_in_alphabetical_order_and_null_has_no_place() -> None:
    for texts in (pa.array(["b", None, "a", "b"]), pa.chunked_array([["b", None], ["a", "b"]])):
        packed = _packed(texts)
        assert packed.categories.tolist() == ["a", "b"]
        assert packed.codes.tolist() == [1, -1, 0, 1]
    assert _packed(pa.array([], pa.string())).codes.tolist() == []
