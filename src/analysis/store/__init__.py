"""The corpus on disk: write analyses, read selections of them as frames."""

from __future__ import annotations

from analysis.store.corpus import Corpus, open_corpus
from analysis.store.queries import QUOTATION_COLUMNS
from analysis.store.table import corpus_exists, corpus_version, default_corpus
from analysis.store.writing import (
    KEEP,
    edit,
    iter_stored_articles,
    prepare,
    remove,
    stored_edits,
    stored_ids,
    write,
)

__all__ = [
    "KEEP",
    "QUOTATION_COLUMNS",
    "Corpus",
    "corpus_exists",
    "corpus_version",
    "default_corpus",
    "edit",
    "iter_stored_articles",
    "open_corpus",
    "prepare",
    "remove",
    "stored_edits",
    "stored_ids",
    "write",
]
