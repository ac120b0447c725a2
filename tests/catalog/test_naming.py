"""Articles name their speakers as they are named across articles."""

from __future__ import annotations

from pathlib import Path

from analysis import Article, analyze
from analysis.catalog.naming import analyses_with_names
from analysis.store import open_corpus, write


def test_a_short_name_becomes_the_name_across_articles(tmp_path: Path) -> None:
    texts = [
        "“The bridge is closed,” Ana Silva, the mayor, said. “It is closed,” Silva said.",
        "“Nobody knows,” a senior official said. “I know,” the mayor Ana Silva said.",
    ]
    analyses = [analyze(Article(text, title=f"No. {number}")) for number, text in enumerate(texts)]
    write(tmp_path, analyses)
    known = analyses_with_names(open_corpus(tmp_path), [one.article.article_id for one in analyses])
    names = {quotation.speaker for one in known.values() for quotation in one.quotations}
    assert "Ana Silva" in names
    assert "Silva" not in names
    # In its article an unnamed source keeps the words that tell what it is.
    assert any(name and "official" in name for name in names)


def test_unknown_articles_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, [])
    assert analyses_with_names(open_corpus(tmp_path), ["nobody"]) == {}
    assert analyses_with_names(open_corpus(tmp_path), []) == {}
