from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import CorpusError
from analysis.model import UNNAMED_SOURCES, Selection, Speaker
from analysis.store import QUOTATION_COLUMNS, open_corpus, write


@pytest.fixture
def corpus(tmp_path: Path, analysis: Any, quotation: Any) -> Any:
    """Three articles of two outlets; one without a date; all kinds of speakers."""
    write(
        tmp_path,
        [
            analysis(1, (quotation(0), quotation(1, None), quotation(2, words=30, form="indirect"))),
            analysis(2, (quotation(0, "Bo Chen"), quotation(1, act="thought")), date(2026, 4, 1), "Post"),
            analysis(3, (quotation(0, "a senior official", kind="unnamed"),), None, "Post"),
        ],
    )
    return open_corpus(tmp_path)


def ids(frame: Any) -> Any:
    return sorted(frame["article_id"].str[-1])


def test_everything_written_comes_back(tmp_path: Path, analysis: Any) -> None:
    written = analysis(1, title="It’s", authors=("A", "B"), url="https://x.org/1", path="a.txt", given_id="7")
    write(tmp_path, [written])
    assert open_corpus(tmp_path).analysis(written.article.article_id) == written


def test_an_unknown_article_is_named(corpus: Any) -> None:
    with pytest.raises(CorpusError, match="no article nobody"):
        corpus.analysis("nobody")


def test_articles_come_newest_first_and_undated_last(corpus: Any) -> None:
    assert list(corpus.articles()["article_id"].str[-1]) == ["2", "1", "3"]


def test_statements_are_counted_unless_thoughts_are_asked_for(corpus: Any) -> None:
    assert list(corpus.articles()["quotations"]) == [1, 3, 1]
    assert list(corpus.articles(Selection(acts=("thought",)))["quotations"]) == [1, 0, 0]
    assert len(corpus.quotations(Selection(acts=()))) == 6


def test_an_unattributed_quotation_keeps_a_null_speaker(corpus: Any) -> None:
    assert corpus.quotations()["speaker"].isna().sum() == 1


def test_unnamed_sources_stand_together_under_one_name(corpus: Any) -> None:
    last = corpus.quotations().iloc[-1]
    assert (last["speaker"], last["speaker_in_article"]) == (UNNAMED_SOURCES, "a senior official")
    assert len(corpus.quotations(Selection(speakers=(UNNAMED_SOURCES,)))) == 1


def test_a_speaker_filter_never_changes_the_base(corpus: Any) -> None:
    selection = Selection(speakers=("Ana Silva",))
    assert ids(corpus.articles(selection)) == ["1"]
    pd.testing.assert_frame_equal(corpus.articles(selection.base()), corpus.articles())
    pd.testing.assert_frame_equal(corpus.quotations(selection.base()), corpus.quotations())


def test_a_form_filter_chooses_quotations_but_keeps_articles(corpus: Any) -> None:
    selection = Selection(forms=("indirect",))
    assert list(corpus.quotations(selection)["words"]) == [30]
    assert len(corpus.articles(selection)) == 3


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["1", "2", "3"]),
        (Selection(date_from=date(2026, 3, 1)), ["1", "2"]),
        (Selection(date_to=date(2026, 3, 1)), ["1"]),
        (Selection(date_from=date(2026, 3, 2), date_to=date(2026, 4, 1)), ["2"]),
        (Selection(outlets=("Post",)), ["2", "3"]),
        (Selection(text="NUMBER harbor 3."), ["3"]),
        (Selection(text="n_mber"), []),
        (Selection(text="har%"), []),
        (Selection(kinds=("unnamed",)), ["3"]),
        (Selection(speakers=("'; drop table articles; --",)), []),
    ],
    ids=["all", "from", "to", "month", "outlet", "words", "underscore", "percent", "kind", "hostile"],
)
def test_a_filter_chooses_articles(corpus: Any, selection: Any, expected: Any) -> None:
    assert ids(corpus.articles(selection)) == expected


def test_undated_articles_are_counted(corpus: Any) -> None:
    assert corpus.undated == 1
    assert corpus.date_range() == (date(2026, 3, 1), date(2026, 4, 1))
    assert corpus.outlets() == ["Herald", "Post"]


def test_keywords_of_articles_and_of_speakers_words_differ(corpus: Any) -> None:
    whole = corpus.keywords(Selection(outlets=("Herald",)))
    assert list(zip(whole["term"], whole["count"], whole["is_name"], strict=True)) == [
        ("harbor", 3, False),
        ("Ana Silva", 1, True),
    ]
    quoted = corpus.keywords(Selection(speakers=("Ana Silva",)))
    assert list(zip(quoted["term"], quoted["count"], strict=True)) == [("harbor", 4), ("budget", 2)]


def test_quoted_terms_are_counted_by_article_and_speaker(corpus: Any) -> None:
    terms = corpus.quoted_terms()
    assert list(terms.columns) == ["article_id", "story_id", "speaker", "term", "count"]
    assert terms.loc[terms["speaker"].isna(), "count"].sum() == 3


def test_speakers_have_their_most_frequent_role_and_all_aliases(
    tmp_path: Path, analysis: Any, quotation: Any
) -> None:
    for number, (role, alias) in enumerate(
        [("mayor", "Silva"), ("mayor", "Ms. Silva"), ("ex-mayor", "Silva")]
    ):
        made = analysis(number, (quotation(0, role=role), quotation(1, "a source", kind="unnamed")))
        speaker = Speaker("Ana Silva", "person", role, (alias,))
        write(tmp_path, [replace(made, speakers=(speaker,))])
    (row,) = open_corpus(tmp_path).speakers().to_dict("records")
    assert row == {
        "speaker": "Ana Silva",
        "kind": "person",
        "role": "mayor",
        "aliases": ["Ms. Silva", "Silva"],
        "words": 30,
        "quotations": 3,
        "articles": 3,
        "speaker_id": row["speaker_id"],
    }


def test_an_empty_corpus_has_frames_without_rows(tmp_path: Path, corpus: Any) -> None:
    write(tmp_path / "empty", [])
    empty = open_corpus(tmp_path / "empty")
    for name in ("articles", "quotations", "keywords", "quoted_terms", "speakers"):
        frame, filled = getattr(empty, name)(), getattr(corpus, name)()
        assert len(frame) == 0
        assert list(frame.dtypes.items()) == list(filled.dtypes.items())
    assert (empty.date_range(), empty.outlets(), empty.undated, empty.analyzer) == (None, [], 0, "")


def test_a_column_of_nulls_has_the_type_of_a_filled_one(
    tmp_path: Path, analysis: Any, quotation: Any
) -> None:
    write(tmp_path, [analysis(1, (quotation(0, None, tone=None),), None, None)])
    row = open_corpus(tmp_path).quotations()
    assert [str(row[name].dtype) for name in ("outlet", "published", "speaker", "role", "tone")] == [
        "str",
        "datetime64[us]",
        "str",
        "str",
        "float64",
    ]


@pytest.mark.parametrize("column", QUOTATION_COLUMNS)
def test_any_column_may_be_read_alone(corpus: Any, column: Any) -> None:
    pd.testing.assert_frame_equal(corpus.quotations(columns=[column]), corpus.quotations()[[column]])


def test_a_column_that_does_not_exist_is_refused(corpus: Any) -> None:
    with pytest.raises(ValueError, match="shoe_size"):
        corpus.quotations(columns=["shoe_size"])


def test_an_open_corpus_stays_at_its_version(tmp_path: Path, corpus: Any, analysis: Any) -> None:
    write(tmp_path, [analysis(9)])
    assert len(corpus.articles()) == 3
    assert len(open_corpus(tmp_path).articles()) == 4


def test_text_of_any_script_comes_back(tmp_path: Path, analysis: Any) -> None:
    hostile = "\"'; drop table x; -- <script>$1 ? % ‮שלום 👩‍👩‍👧 \x01"
    write(tmp_path, [analysis(1, text=hostile, title=hostile, outlet=hostile)])
    selection = Selection(outlets=(hostile,), text="שלום 👩‍👩‍👧")
    assert list(open_corpus(tmp_path).articles(selection)["title"]) == [hostile]


def test_threads_may_share_a_corpus(corpus: Any) -> None:
    with ThreadPoolExecutor(8) as threads:
        frames = list(threads.map(lambda _: corpus.quotations(), range(24)))
    for frame in frames:
        pd.testing.assert_frame_equal(frame, frames[0])


def test_no_other_file_can_be_read(corpus: Any) -> None:
    secret = corpus.path / "secret.csv"
    secret.write_text("a\n1\n")
    with pytest.raises(CorpusError):
        corpus._views.read("select * from read_csv($path)", {"path": str(secret)})
