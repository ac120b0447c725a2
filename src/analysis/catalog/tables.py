"""The tables that can be exported, each declared once."""

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

    def read(self, view: View) -> pd.DataFrame:
        """The rows in the order of date, article and place in it."""
        # Stable: the rows of one article keep their order.
        return self.find(view).sort_values(_ORDER, kind="stable", na_position="last", ignore_index=True)


def _articles(view: View) -> pd.DataFrame:
    """The articles of a selection with their authors and addresses."""
    frame = view.corpus.articles(view.selection)
    wanted = set(frame["article_id"])
    found = {
        article.article_id: (", ".join(article.authors), article.url)
        for article in view.corpus.stored_articles()
        if article.article_id in wanted
    }
    rows = [found[article_id] for article_id in frame["article_id"]]
    known = pd.DataFrame(rows, columns=["authors", "url"], index=frame.index, dtype="str")
    return pd.concat([frame, known], axis=1)


TABLES: Mapping[str, Table] = {
    "articles": Table("Articles", _articles),
    "quotations": Table("Statements", lambda view: view.corpus.quotations(view.selection)),
    "keywords": Table("Keywords of articles", lambda view: view.corpus.keywords(view.selection)),
}
