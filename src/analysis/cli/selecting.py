"""Open the corpus and find the names in it that a user means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import click
from rapidfuzz import fuzz, process

from analysis.catalog.view import View
from analysis.cli.messages import Failure, note
from analysis.cli.options import readable_corpus
from analysis.model import UNNAMED_SOURCES, Form, Selection
from analysis.report.stamp import method_line
from analysis.store import Corpus, open_corpus
from analysis.wording.numbers import counted

_NEAR, _MOST = 55, 3


def selected(
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
    """What the shared options select.

    Raises:
        CorpusError: there is no corpus.
        Failure: no such speaker or outlet.
        click.UsageError: the last day is before the first.
    """
    from analysis.run import is_sample

    if date_from and date_to and date_to < date_from:
        raise click.UsageError(f"--to {date_to} is before --from {date_from}")
    opened = open_corpus(readable_corpus(corpus))
    selection = Selection(
        date_from=date_from,
        date_to=date_to,
        speakers=_speakers(opened, speakers) if speakers else (),
        outlets=_known(opened, "outlet", outlets, {name: [] for name in opened.outlets()}) if outlets else (),
        forms=tuple(dict.fromkeys(forms)),
        text=text,
        distinct_stories=not as_published,
    )
    return View(opened, selection, is_sample=is_sample(opened.path))


def explain(view: View, metric: str) -> None:
    """Say the method on stderr, and what a reader of the numbers has to know besides."""
    note(method_line(view, metric))
    if view.articles.empty:
        note("no articles in this selection; widen the dates or leave a filter out")
    corpus, selection = view.corpus, view.selection
    if (selection.date_from or selection.date_to) and corpus.undated:
        note(f"left out for want of a date: {counted(corpus.undated, 'article')}")
    if corpus.outdated:
        remedy = f"`newsvoices refresh --corpus {corpus.path}` analyzes them anew"
        outdated = counted(corpus.outdated, "article")
        note(f"{outdated} analyzed by another version of newsvoices; {remedy}")


def known_name(given: str, aliases: Mapping[str, Sequence[str]]) -> tuple[str | None, list[str]]:
    """Find a name in any case, or by an alias or a last name that only one bears.

    Args:
        given: What the user wrote.
        aliases: Name → the other forms of it.

    Returns:
        The name, and none besides; or None and the names that come nearest.

    >>> known_name("ana silva", {"Ana Silva": ["Silva"], "Bo Chen": []})
    ('Ana Silva', [])
    >>> known_name("Ana Silba", {"Ana Silva": ["Silva"], "Bo Chen": []})
    (None, ['Ana Silva'])
    """
    if given in aliases:
        return given, []
    wanted = _folded(given)
    found = [name for name in aliases if _folded(name) == wanted]
    if not found:
        found = [name for name, others in aliases.items() if wanted in map(_folded, others)]
    if not found:
        found = [name for name in aliases if _folded(name).endswith(f" {wanted}")]
    if len(found) == 1:
        return found[0], []
    return None, found[:_MOST] or _nearest(given, list(aliases))


def _speakers(corpus: Corpus, given: Sequence[str]) -> tuple[str, ...]:
    table = corpus.speakers()
    aliases = dict(zip(table["speaker"], map(list, table["aliases"]), strict=True))
    return _known(corpus, "speaker", given, aliases | {UNNAMED_SOURCES: []})


def _known(
    corpus: Corpus, what: str, given: Sequence[str], aliases: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for wanted in given:
        name, nearest = known_name(wanted, aliases)
        if name is None:
            remedy = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
            raise Failure(f"{corpus.path}: no {what} “{wanted}”{remedy}")
        names[name] = None
    return tuple(names)


def _nearest(given: str, names: Sequence[str]) -> list[str]:
    matches = process.extract(
        given, names, scorer=fuzz.WRatio, processor=_folded, limit=_MOST, score_cutoff=_NEAR
    )
    best = matches[0][1] if matches else 0
    return [name for name, score, _ in matches if score >= best - 10]


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
