"""Find quotations: content, cue and source."""

from analysis.quotes.engine import Engine
from analysis.quotes.rules import RuleEngine
from analysis.quotes.tagger import TaggerEngine

__all__ = ["Engine", "RuleEngine", "TaggerEngine"]
