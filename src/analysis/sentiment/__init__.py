"""Tone: how good or bad words sound.

`tone_of` scores one stretch of text, a sentence or a quotation. What is
scored, and how scores add up to an article's or a speaker's tone, is decided
in `analysis.pipeline`.
"""

from analysis.sentiment.tone import tone_of

__all__ = ["tone_of"]
