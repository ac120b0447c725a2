"""The method stamp: what stands behind a figure, so that anybody can make it again.

One value goes with every chart, table, file and page. As a line it is read by
people; as JSON `newsvoices reproduce` makes the same figures from it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

import pandas as pd

from analysis.catalog.view import View
from analysis.errors import UnreadableInput
from analysis.measures.resampling import RESAMPLES, SEED
from analysis.measures.shares import METRICS, Metric
from analysis.measures.totals import Totals
from analysis.model import Selection, content_hash
from analysis.store.converting import CONVERTER
from analysis.wording import numbers
from analysis.wording.selections import in_words


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was measured, of what, by what.

    ``measure`` names a measure, a chart or a table as the command line does:
    ``share-of-voice``, ``chart share-of-voice``, ``export quotations``;
    ``figures`` is a hash of the table that it gave, empty where nobody kept it.
    """

    measure: str
    metric: Metric
    selection: Selection
    articles: int
    stories: int
    quotations: int
    unattributed_share: float | None
    analyzer: str
    newsvoices: str
    corpus_id: str
    corpus_version: int
    corrections_version: int
    seed: int = SEED
    resamples: int = RESAMPLES
    figures: str = ""

    def line(self, metric: str, filters: str = "") -> str:
        """The stamp as a line under a figure.

        Args:
            metric: What is counted, in words.
            filters: The filters in words, empty without filters.
        """
        counts = [
            f"{metric}, {numbers.counted(self.articles, 'article')}"
            f" in {numbers.counted(self.stories, 'story', 'stories')}",
            numbers.counted(self.quotations, "quotation"),
        ]
        if self.unattributed_share is not None:
            counts.append(f"{numbers.share(self.unattributed_share)} unattributed")
        counts.append("wire copies once" if self.selection.distinct_stories else "every copy counted")
        made = [f"Analyzer {self.analyzer or 'none'}", f"corpus version {self.corpus_version}"]
        if self.corrections_version:
            made.append(f"corrections version {self.corrections_version}")
        made.append(f"seed {self.seed}")
        return f"{', '.join(counts)}. {filters + ' ' if filters else ''}{', '.join(made)}."

    def as_json(self) -> str:
        """The stamp as indented JSON, days as ``YYYY-MM-DD``."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False, default=date.isoformat) + "\n"


def stamp_of(
    view: View,
    measure: str = "",
    metric: Metric = "words",
    figures: str = "",
    *,
    totals: Totals | None = None,
) -> Stamp:
    """The stamp of a measure of a selection.

    Args:
        view: The corpus and the selection; what shares are parts of is counted, whatever speakers
            the selection names.
        measure: Its name.
        metric: What shares are parts of.
        figures: What `figures_of` gives of its table.
        totals: What was counted, where that is another base than that of the view.
    """
    counted = totals or view.totals
    corpus = view.corpus
    return Stamp(
        measure=measure,
        metric=metric,
        selection=view.selection,
        articles=counted.articles,
        stories=counted.stories,
        quotations=counted.quotations,
        unattributed_share=counted.unattributed_share,
        analyzer=corpus.analyzer,
        newsvoices=_own_version(),
        corpus_id=corpus.corpus_id,
        corpus_version=corpus.version,
        corrections_version=corpus.corrections_version,
        figures=figures,
    )


def method_line(view: View, metric: str, totals: Totals | None = None) -> str:
    """The line that says what was measured, of what, and by what."""
    return stamp_of(view, totals=totals).line(metric, in_words(view.selection))


def figures_of(table: pd.DataFrame) -> str:
    """A hash of all figures of a table: the same figures give the same, numbers to ten digits."""
    return content_hash(table.to_csv(index=False, float_format="%.10g"))


def read_stamp(place: str, text: str) -> Stamp:
    """The stamp that `Stamp.as_json` wrote.

    Raises:
        UnreadableInput: the text is no stamp; the message says what is wrong with it.
    """
    try:
        stamp = CONVERTER.structure(json.loads(text), Stamp)
        if stamp.metric not in METRICS:
            raise ValueError(f"metric {stamp.metric!r}")
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableInput(
            f"{place}: no method stamp ({error}); "
            "`newsvoices show … --stamp FILE.json` writes them, as chart and export do"
        ) from error
    return stamp


def _own_version() -> str:
    try:
        return version("newsvoices")
    except PackageNotFoundError:
        return ""
