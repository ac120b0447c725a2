"""Find quotations: content, cue and source."""

from analysis.quotes.engine import Engine
from analysis.quotes.rules import RuleEngine

__all__ = ["Engine", "RuleEngine"]
