"""A small text with quotations marked in it."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.evaluation import Credited, GoldArticle
from analysis.model import Article, Span

TEXT = (
    'Mr. Stone said the plan was "a total failure" of policy.\n\n'
    "“We will win,” the senator said. “Believe me.”\n\n"
    "Critics argue that taxes rise."
)


def span(words: str, occurrence: int = 0) -> Span:
    """Where these words stand in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


STONE = Credited(
    (span('the plan was "a total failure" of policy'),), (span("Mr. Stone"),), (span("said"),), "Al Stone"
)
SENATOR = Credited(
    (span("“We will win,”"), span("“Believe me.”")), (span("the senator"),), (span("said", 1),), "Bea Wood"
)
CRITICS = Credited((span("that taxes rise"),), (span("Critics"),), (span("argue"),), "Critics")
NOTHING = Credited((), (span("Critics"),), (span("argue"),))


@pytest.fixture
def gold() -> list[GoldArticle]:
    """One article with three quotations and a source of nothing."""
    return [GoldArticle("a", Article(text=TEXT), (STONE, SENATOR, CRITICS, NOTHING))]


@pytest.fixture
def parts() -> tuple[Credited, Credited, Credited]:
    """The three quotations."""
    return STONE, SENATOR, CRITICS


@pytest.fixture
def at() -> Any:
    """Find words in the text."""
    return span
