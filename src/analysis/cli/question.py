"""Which corpus and which names in it does a user mean?

What is asked then, and what stands behind the answer, is in
`analysis.catalog.view`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from analysis.catalog.view import View
from analysis.cli.messages import Failure, note
from analysis.cli.nearest import known_name
from analysis.cli.options import readable_corpus
from analysis.model import UNNAMED_SOURCES, Form, Selection
from analysis.report.stamp import method_line
from analysis.store import Corpus, open_corpus
from analysis.wording import numbers


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
) -> View:
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
    return View(opened, selection)


def explain(asked: View, metric: str) -> None:
    """Say the method on stderr, and what a reader of the numbers has to know besides."""
    note(method_line(asked, metric))
    if asked.articles.empty:
        note("no articles in this selection; widen the dates or leave a filter out")
    corpus, selection = asked.corpus, asked.selection
    if (selection.date_from or selection.date_to) and corpus.undated:
        note(f"left out for want of a date: {numbers.counted(corpus.undated, 'article')}")
    if corpus.outdated:
        remedy = f"`newsvoices refresh --corpus {corpus.path}` analyzes them anew"
        outdated = numbers.counted(corpus.outdated, "article")
        note(f"{outdated} analyzed by another version of newsvoices; {remedy}")


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
