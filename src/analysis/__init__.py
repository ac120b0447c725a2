"""Who gets to speak in the news: how much, in what tone, about what.

The public names, loaded when first used, so that ``import analysis`` costs
nothing:

>>> import analysis
>>> article = analysis.Article(text="“We are ready,” Mayor Ana Silva said.")
>>> analysis.analyze(article).quotations[0].speaker
'Ana Silva'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.errors import AnalysisError
    from analysis.model import Analysis, Article, Quotation, Selection, Span
    from analysis.pipeline import analyze
    from analysis.readers import read
    from analysis.store import open_corpus

_HOME = {
    "AnalysisError": "analysis.errors",
    "Analysis": "analysis.model",
    "Article": "analysis.model",
    "Quotation": "analysis.model",
    "Span": "analysis.model",
    "analyze": "analysis.pipeline",
    "read": "analysis.readers",
    "Selection": "analysis.model",
    "open_corpus": "analysis.store",
}

__all__ = [
    "Analysis",
    "AnalysisError",
    "Article",
    "Quotation",
    "Selection",
    "Span",
    "analyze",
    "open_corpus",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
