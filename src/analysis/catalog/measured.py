"""Which measures answer a view, and what are they called?"""

from __future__ import annotations

import pandas as pd

from analysis.catalog.view import View
from analysis.errors import AnalysisError
from analysis.measures.bounds import share_bounds_of_unattributed
from analysis.measures.frequency import keyword_frequency
from analysis.measures.shares import Metric, share_of_voice
from analysis.measures.spread import concentration_intervals
from analysis.measures.tones import tone_by
from analysis.measures.uncertainty import share_intervals

TONE_METRIC = "Sentiment (tone) of statements, weighted by words"
KEYWORDS_METRIC = "Lemmatized words and phrases"


def shares(view: View, metric: Metric) -> pd.DataFrame:
    """Share of voice by speaker."""
    return share_of_voice(view.statements, view.articles, metric=metric, speakers=view.chosen_speakers)


def sure_shares(view: View, metric: Metric) -> pd.DataFrame:
    """Share of voice by speaker with the 95 % intervals of share and reach.

    ``attrs["note"]`` says what has to be said of few stories.
    """
    table = shares(view, metric)
    # As None: a null among names is not equal to itself.
    groups = [None if value != value else value for value in table["speaker"]]
    sure = share_intervals(view.statements, view.articles, metric=metric, groups=groups)
    joined = pd.concat([table, sure[["low", "high", "reach_low", "reach_high"]]], axis=1)
    joined.attrs["note"] = sure.attrs["note"]
    return joined


def bounds(view: View, metric: Metric) -> pd.DataFrame:
    """The worst and the best case of each share, whoever says what is unattributed.

    Raises:
        AnalysisError: appearances in articles have no such cases.
    """
    if metric == "articles":
        raise AnalysisError("bounds are of words or quotations; choose one with --metric")
    return share_bounds_of_unattributed(view.statements, metric=metric, speakers=view.chosen_speakers)


def concentration(view: View) -> pd.DataFrame:
    """How many voices there are, and the shares of the loudest."""
    return concentration_intervals(view.statements)


def tones(view: View) -> pd.DataFrame:
    """Tone of what each speaker says."""
    return tone_by(view.statements, speakers=view.chosen_speakers)


def keywords(view: View) -> pd.DataFrame:
    """Keywords of the articles, or of the words of the speakers asked for; parts of all articles."""
    return keyword_frequency(view.keywords, len(view.articles))


def shares_metric(metric: Metric) -> str:
    """What shares are parts of, in words."""
    return {
        "words": "Quoted words of statements",
        "quotations": "Statements quoted",
        "articles": "Appearances: speakers in articles",
    }[metric]
