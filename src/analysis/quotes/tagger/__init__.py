"""Find quotations with a small learned network."""

from analysis.quotes.tagger.engine import TaggerEngine

__all__ = ["TaggerEngine"]
