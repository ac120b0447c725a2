"""The learned engine: reads a text with a small network and finds its quotations."""

from analysis.quotes.tagger.engine import TaggerEngine
from analysis.quotes.tagger.network import ModelUnusable

__all__ = ["ModelUnusable", "TaggerEngine"]
