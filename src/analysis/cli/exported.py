"""Which tables can be exported, and how is each read?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.catalog.view import View

_ORDER = ["published", "article_id"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its method line calls it, and how its rows are found."""

    metric: str
    find: Callable[[View], pd.DataFrame]

    def read(self, asked: View) -> pd.DataFrame:
        """The rows in the order of date, article and place in it."""
        # Stable: the rows of one article keep their order.
        return self.find(asked).sort_values(_ORDER, kind="stable", na_position="last", ignore_index=True)


def _articles(asked: View) -> pd.DataFrame:
    """The articles of a selection with their authors and addresses."""
    frame = asked.corpus.articles(asked.selection)
    wanted = set(frame["article_id"])
    found = {
        article.article_id: (", ".join(article.authors), article.url)
        for article in asked.corpus.stored_articles()
        if article.article_id in wanted
    }
    authors, urls = (
        zip(*(found[article_id] for article_id in frame["article_id"]), strict=True) if found else ((), ())
    )
    return frame.assign(authors=pd.Series(authors, dtype="str"), url=pd.Series(urls, dtype="str"))


TABLES: Mapping[str, Table] = {
    "articles": Table("Articles", _articles),
    "quotations": Table("Statements", lambda asked: asked.corpus.quotations(asked.selection)),
    "keywords": Table("Keywords of articles", lambda asked: asked.corpus.keywords(asked.selection)),
}
