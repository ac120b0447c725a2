from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.curation.review import names_alike, review_queue
from analysis.store import open_corpus, write
from analysis.store.corrections import TwoSpeakers, add_corrections


@pytest.fixture
def corpus(tmp_path: Path, analysis: Any, quotation: Any) -> Any:
    write(
        tmp_path,
        [
            analysis(
                1,
                (
                    quotation(0, "Ana Silva", words=40, confidence=0.9),
                    quotation(1, "Bo Chen", words=30, confidence=0.5),
                    quotation(2, None, words=10, confidence=0.9),
                    quotation(3, "A. Silva", words=5, confidence=1.0),
                    quotation(4, "Harbour Council", words=5, confidence=1.0, kind="organization"),
                    quotation(5, "Harbor Council", words=4, confidence=1.0, kind="organization"),
                ),
            )
        ],
    )
    return open_corpus(tmp_path)


def test_the_words_that_may_be_wrong_decide_what_comes_first(corpus: Any) -> None:
    queue = review_queue(corpus).table
    assert queue["quotation_id"].tolist() == ["q1", "q2", "q0"]
    assert queue["doubtful_words"].tolist() == pytest.approx([15, 10, 4])
    assert queue["reason"].tolist() == ["low confidence", "unattributed", "low confidence"]
    assert len(review_queue(corpus, limit=1).table) == 1


def test_how_much_is_doubtful_is_told_beyond_the_rows_listed(corpus: Any) -> None:
    queue = review_queue(corpus, limit=1)
    assert queue.quotations == 3
    assert queue.doubtful_words == pytest.approx(29)


def test_what_a_person_has_said_to_be_nobodys_is_not_offered_again(
    tmp_path: Path, analysis: Any, quotation: Any
) -> None:
    write(tmp_path, [analysis(1, (quotation(0, None, confidence=1.0), quotation(1, None, confidence=0.9)))])
    assert review_queue(open_corpus(tmp_path)).table["quotation_id"].tolist() == ["q1"]


def test_names_that_look_like_one_person_come_in_pairs(corpus: Any) -> None:
    pairs = {frozenset(pair) for pair in names_alike(corpus)[["speaker", "other"]].to_numpy().tolist()}
    assert frozenset({"Harbour Council", "Harbor Council"}) in pairs
    assert all("Bo Chen" not in pair for pair in pairs)


def test_equally_doubtful_quotations_come_in_the_order_of_their_article(
    tmp_path: Path, analysis: Any, quotation: Any
) -> None:
    same = tuple(quotation(n, "Ana Silva", words=8, confidence=0.5) for n in range(4))
    write(tmp_path, [analysis(1, same)])
    queue = review_queue(open_corpus(tmp_path), limit=3).table
    assert queue["quotation_id"].tolist() == ["q0", "q1", "q2"]


def test_names_that_a_person_has_told_apart_are_not_offered_again(corpus: Any) -> None:
    (pair,) = names_alike(corpus)[["speaker", "other"]].to_numpy().tolist()
    assert set(pair) == {"Harbour Council", "Harbor Council"}
    add_corrections(corpus.path, [TwoSpeakers(by="Eva", name=pair[1], speaker=pair[0])])
    assert names_alike(open_corpus(corpus.path)).empty


def test_a_name_of_spaces_is_like_no_other(tmp_path: Path, analysis: Any, quotation: Any) -> None:
    write(tmp_path, [analysis(1, (quotation(0, " "), quotation(1, "Ana Silva")))])
    assert len(names_alike(open_corpus(tmp_path))) == 0


def test_an_empty_corpus_has_nothing_to_review(tmp_path: Path) -> None:
    write(tmp_path, [])
    empty = open_corpus(tmp_path)
    assert len(review_queue(empty).table) == 0
    assert len(names_alike(empty)) == 0


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("J. Ochoa", "Jo Ochoa", True),
        ("Ochoa", "Jo Ochoa", True),
        ("Jo OCHOA", "Joanna Ochoa", True),
        ("Ana Ochoa", "Jo Ochoa", False),
        ("Jo Ochoa", "Jo Ortegal", False),
    ],
    ids=["an initial", "only a surname", "a short name", "another first name", "another surname"],
)
def test_one_surname_is_one_person_where_a_first_name_may_be_short(
    tmp_path: Path, one: Any, other: Any, is_alike: Any
) -> None:
    write(tmp_path, [])
    known = pd.DataFrame({"speaker": [other, one], "kind": "person", "words": [9, 5]})
    pairs = names_alike(open_corpus(tmp_path), speakers=known)
    expected = [[other, one, 5, "same surname"]] if is_alike else []
    assert pairs.to_numpy().tolist() == expected
