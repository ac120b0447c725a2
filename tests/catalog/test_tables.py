"""Exported tables hold what a selection chooses, in a fixed order."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.catalog.tables import TABLES
from analysis.catalog.view import View
from analysis.model import Selection
from analysis.store import open_corpus


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_rows_stand_by_date_and_article(corpora: dict[str, Path], corpus: str, name: str) -> None:
    table = TABLES[name].read(View(open_corpus(corpora[corpus]), Selection()))
    order = table[["published", "article_id"]]
    assert order.equals(order.sort_values(["published", "article_id"], kind="stable", na_position="last"))
    assert TABLES[name].metric


def test_articles_have_their_authors_and_addresses(corpora: dict[str, Path]) -> None:
    corpus = open_corpus(corpora["sample"])
    known = {article.article_id: article for article in corpus.stored_articles()}
    rows = TABLES["articles"].read(View(corpus, Selection(outlets=("Harbour Post",)))).to_dict("records")
    assert rows
    for row in rows:
        article = known[row["article_id"]]
        assert row["authors"] == ", ".join(article.authors)
        assert row["url"] == article.url or (article.url is None and row["url"] != row["url"])
