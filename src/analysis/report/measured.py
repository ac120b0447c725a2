"""Which measures answer a question, and what are they called?"""

from __future__ import annotations

import pandas as pd

from analysis.measures.frequency import keyword_frequency
from analysis.measures.shares import Metric, share_of_voice
from analysis.measures.tones import tone_by
from analysis.report.question import Question

TONE_METRIC = "Sentiment (tone) of statements, weighted by words"
KEYWORDS_METRIC = "Lemmatized words and phrases"


def shares(question: Question, metric: Metric) -> pd.DataFrame:
    """Share of voice by speaker."""
    return share_of_voice(question.statements, question.articles, metric=metric, speakers=question.speakers)


def tones(question: Question) -> pd.DataFrame:
    """Tone of what each speaker says."""
    return tone_by(question.statements, speakers=question.speakers)


def keywords(question: Question) -> pd.DataFrame:
    """Keywords of the articles, or of the words of the speakers asked for; parts of all articles."""
    return keyword_frequency(question.corpus.keywords(question.selection), len(question.articles))


def shares_metric(metric: Metric) -> str:
    """What shares are parts of, in words."""
    return {
        "words": "Quoted words of statements",
        "quotations": "Statements quoted",
        "articles": "Appearances: speakers in articles",
    }[metric]
