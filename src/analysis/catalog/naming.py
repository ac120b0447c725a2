"""Analyses of articles with the names that their speakers have across the corpus.

An article's analysis knows the names of that article. Colors, bars and
filters go by one name for all articles, so the marks in a text do too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from analysis.model import ACTS, Analysis, Quotation, Selection
from analysis.store import Corpus

_ALL = Selection(acts=ACTS, distinct_stories=False)


def analyses_with_names(corpus: Corpus, article_ids: Collection[str]) -> dict[str, Analysis]:
    """Articles by id, each speaker under the name used across articles.

    Unnamed sources keep the words of their article, which tell more than
    “unnamed sources”. Ids that nobody knows are left out.
    """
    if not article_ids:
        return {}
    rows = corpus.quotations(
        _ALL, columns=("article_id", "quotation_id", "speaker", "kind"), article_ids=list(article_ids)
    )
    named = rows[rows["kind"] != "unnamed"].dropna(subset=["speaker"])
    keys = zip(named["article_id"], named["quotation_id"], strict=True)
    names = dict(zip(keys, named["speaker"], strict=True))

    def called(article_id: str, quotation: Quotation) -> Quotation:
        name = names.get((article_id, quotation.quotation_id))
        return replace(quotation, speaker=name) if name and quotation.kind else quotation

    return {
        article_id: replace(
            analysis, quotations=tuple(called(article_id, quotation) for quotation in analysis.quotations)
        )
        for article_id, analysis in corpus.analyses(article_ids).items()
    }
