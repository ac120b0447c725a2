from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluation import Agreement
from analysis.evaluation.agreement import f1_interval, total


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_figures_lie_between_nothing_and_all(right: Any, wrong: Any, missed: Any) -> None:
    agreement = Agreement(right, right + wrong, right + missed)
    assert all(0 <= part <= 1 for part in (agreement.precision, agreement.recall, agreement.f1))


def test_counts_are_added_before_anything_is_divided() -> None:
    assert total([Agreement(1, 1, 1), Agreement(0, 3, 3)]).f1 == 0.25


def test_no_articles_have_no_interval() -> None:
    assert f1_interval([]) is None


def test_articles_that_are_alike_leave_nothing_uncertain() -> None:
    assert f1_interval([Agreement(1, 2, 2)] * 5) == (0.5, 0.5)


def test_the_same_articles_give_the_same_interval() -> None:
    by_article = [Agreement(n % 3, 3, 4) for n in range(20)]
    found = f1_interval(by_article)
    assert found is not None
    assert found == f1_interval(by_article)
    assert found[0] < total(by_article).f1 < found[1]
