"""What does a command ask of a corpus, and what stands behind the answer?

A `Question` is a corpus and a selection whose names are known to the corpus.
Its `method` is the line that goes with every table and chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

import click
import pandas as pd

from analysis.charts import numbers
from analysis.cli.messages import Failure, note
from analysis.cli.nearest import known_name
from analysis.cli.options import readable_corpus
from analysis.measures.totals import summary
from analysis.model import UNNAMED_SOURCES, Form
from analysis.store import Corpus, Selection, open_corpus

_MEASURED = ("article_id", "story_id", "outlet", "published", "speaker", "kind", "form", "words", "tone")


class Question:
    """A corpus and a selection of it.

    ``statements`` and ``articles`` are the whole base, what shares are parts
    of; ``speakers`` are the rows to show, all if None.
    """

    def __init__(self, corpus: Corpus, selection: Selection) -> None:
        self.corpus = corpus
        self.selection = selection
        self.speakers = list(selection.speakers) or None

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The statements of the base, without their text."""
        return self.corpus.quotations(self.selection.base(), columns=_MEASURED)

    @cached_property
    def articles(self) -> pd.DataFrame:
        """The articles of the base."""
        return self.corpus.articles(self.selection.base())

    def method(self, metric: str) -> str:
        """The line that says what was measured, of what, and by what."""
        totals = summary(self.statements, self.articles)
        parts = [
            f"{metric}, {numbers.counted(totals.articles, 'article')}"
            f" in {numbers.counted(totals.stories, 'story', 'stories')}",
            numbers.counted(totals.quotations, "quotation"),
        ]
        if totals.unattributed_share is not None:
            parts.append(f"{numbers.share(totals.unattributed_share)} unattributed")
        asked = in_words(self.selection)
        analyzer = f"Analyzer {self.corpus.analyzer or 'none'}, corpus version {self.corpus.version}."
        return f"{', '.join(parts)}. {asked + ' ' if asked else ''}{analyzer}"

    def explain(self, metric: str) -> None:
        """Say the method on stderr, and what a reader of the numbers has to know besides."""
        note(self.method(metric))
        if self.articles.empty:
            note("no articles in this selection; widen the dates or leave a filter out")
        if (self.selection.date_from or self.selection.date_to) and self.corpus.undated:
            note(f"left out for want of a date: {numbers.counted(self.corpus.undated, 'article')}")
        if self.corpus.outdated:
            remedy = f"`newsvoices refresh --corpus {self.corpus.path}` analyzes them anew"
            outdated = numbers.counted(self.corpus.outdated, "article")
            note(f"{outdated} analyzed by another version of newsvoices; {remedy}")


def question(
    corpus: str | None,
    *,
    speakers: Sequence[str],
    date_from: date | None,
    date_to: date | None,
    outlets: Sequence[str],
    forms: Sequence[Form],
    text: str,
    as_published: bool,
) -> Question:
    """Open the corpus and find the names that the user means in it.

    Raises:
        CorpusError: there is no corpus.
        Failure: no such speaker or outlet.
        click.UsageError: the last day is before the first.
    """
    if date_from and date_to and date_to < date_from:
        raise click.UsageError(f"--to {date_to} is before --from {date_from}")
    opened = open_corpus(readable_corpus(corpus))
    selection = Selection(
        date_from=date_from,
        date_to=date_to,
        speakers=_speakers(opened, speakers) if speakers else (),
        outlets=tuple(dict.fromkeys(_outlet(opened, name) for name in outlets)),
        forms=tuple(dict.fromkeys(forms)),
        text=text,
        distinct_stories=not as_published,
    )
    return Question(opened, selection)


def in_words(selection: Selection) -> str:
    """The filters of a selection, each as a sentence; empty without filters.

    >>> in_words(Selection(outlets=("Harbor Post",), date_from=date(2026, 3, 2)))
    'From 2 March 2026. Outlet: Harbor Post.'
    """
    parts = [
        ("Speaker", selection.speakers),
        ("Outlet", selection.outlets),
        ("Form", selection.forms),
        ("Words in the text", selection.wanted_words),
    ]
    sentences = [_days(selection)] + [f"{name}: {', '.join(values)}" for name, values in parts if values]
    if not selection.distinct_stories:
        sentences.append("Every copy of a story counted")
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _days(selection: Selection) -> str:
    first, last = selection.date_from, selection.date_to
    if first and last:
        return numbers.day_range(first, last)
    return f"From {numbers.day(first)}" if first else f"Up to {numbers.day(last)}" if last else ""


def _speakers(corpus: Corpus, given: Sequence[str]) -> tuple[str, ...]:
    table = corpus.speakers()
    aliases = {name: list(forms) for name, forms in zip(table["speaker"], table["aliases"], strict=True)} | {
        UNNAMED_SOURCES: []
    }
    return tuple(dict.fromkeys(_known("speaker", name, aliases, corpus) for name in given))


def _outlet(corpus: Corpus, given: str) -> str:
    return _known("outlet", given, {name: [] for name in corpus.outlets()}, corpus)


def _known(what: str, given: str, aliases: dict[str, list[str]], corpus: Corpus) -> str:
    name, nearest = known_name(given, aliases)
    if name is None:
        remedy = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        raise Failure(f"{corpus.path}: no {what} “{given}”{remedy}")
    return name
