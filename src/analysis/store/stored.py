"""What a run asks of a corpus before it analyzes: which articles it holds already.

A folder without a corpus holds none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from analysis.model import Article
from analysis.store.corpus import open_corpus
from analysis.store.table import corpus_exists


def stored_ids(path: str | os.PathLike[str], analyzer: str | None = None) -> set[str]:
    """The ids of the stored articles, or of those that this analyzer has analyzed."""
    return open_corpus(path).ids(analyzer) if corpus_exists(path) else set()


def stored_edits(path: str | os.PathLike[str]) -> dict[str, dict[str, Any]]:
    """What people have edited: article id → field (published, outlet, title) → value."""
    return open_corpus(path).edited() if corpus_exists(path) else {}


def iter_stored_articles(
    path: str | os.PathLike[str], analyzers_other_than: str | None = None
) -> Iterator[Article]:
    """The stored articles with what was edited of them, without those of one analyzer.

    They come from the version that is the newest when the first is asked for.

    Raises:
        CorpusError: there is no corpus in this folder.
    """
    yield from open_corpus(path).stored_articles(analyzers_other_than)
