"""Many articles: analyze them in parallel, store them in batches, go on after a kill."""

from __future__ import annotations

from analysis.run.adding import Progress, Summary, refresh, run
from analysis.run.sample import is_sample, sample_corpus
from analysis.store import default_corpus

__all__ = ["Progress", "Summary", "default_corpus", "is_sample", "refresh", "run", "sample_corpus"]
