"""The options that several commands share.

`export` and `chart` have the file to write and the last day under the same
name, ``--to``: what looks like a day is the day, everything else the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from analysis.curation.correcting import user_name
from analysis.measures.shares import METRICS
from analysis.model import FORMS
from analysis.pipeline import ENGINES
from analysis.store import default_corpus

Command = TypeVar("Command", bound=Callable[..., Any])

_A_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
SAMPLE = "sample"


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer releases only
    """A day written ``YYYY-MM-DD``."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as YYYY-MM-DD", param, ctx)


corpus_option = click.option(
    "--corpus",
    metavar="DIR",
    help="The folder of the corpus; else NEWSVOICES_CORPUS, else ./corpus. "
    f"“{SAMPLE}” is the sample corpus, which is fictional.",
)

engine_option = click.option(
    "--engine", type=click.Choice(ENGINES), help="Which engine finds the quotations."
)

metric_option = click.option(
    "--metric",
    type=click.Choice(METRICS),
    default=METRICS[0],
    show_default=True,
    help="What shares of voice are parts of.",
)


def by_option(does: str) -> Callable[[Command], Command]:
    """Who does something: the name given, or that of the user of this machine."""
    return click.option(
        "--by",
        metavar="NAME",
        callback=lambda _ctx, _param, value: value or user_name(),
        help=f"Who {does}; else the name of the user.",
    )


def reading_options(command: Command) -> Command:
    """How files are read: names of columns, order of day and month."""
    command = click.option(
        "--day-first/--month-first",
        default=None,
        help="How to read 03/04/2026; without either such a date stays unknown.",
    )(command)
    return click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="OURS=THEIRS",
        callback=_columns,
        help="Which column of a table holds what, such as text=body or published=day. Repeatable.",
    )(command)


def selection_options(command: Command) -> Command:
    """Which articles and quotations a measure is asked of; with ``--to`` as in the module's first lines."""
    options = (
        click.option(
            "--speaker", "speakers", multiple=True, metavar="NAME", help="Only this speaker. Repeatable."
        ),
        click.option("--from", "date_from", type=Day(), help="First day, inclusive."),
        click.option(
            "--outlet", "outlets", multiple=True, metavar="NAME", help="Only this outlet. Repeatable."
        ),
        click.option(
            "--form",
            "forms",
            multiple=True,
            type=click.Choice(FORMS),
            help="Only this form of speech. Repeatable.",
        ),
        click.option(
            "--text", default="", metavar="WORDS", help="Only articles in whose text all these words stand."
        ),
        click.option("--as-published", is_flag=True, help="Count every copy of a story, not one."),
    )
    for option in reversed(options):
        command = option(command)
    return command


last_day_option = click.option("--to", "date_to", type=Day(), help="Last day, inclusive.")

table_format_option = click.option(
    "--format", "format_", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)

stamp_option = click.option(
    "--stamp",
    metavar="FILE.json",
    help="Save what stands behind the figures; `newsvoices reproduce` makes them again from it.",
)

file_and_last_day_option = click.option(
    "--to",
    "targets",
    multiple=True,
    required=True,
    metavar="FILE|YYYY-MM-DD",
    help="The file to write; a second --to with a day is the last day, inclusive.",
)


def file_and_last_day(targets: Sequence[str]) -> tuple[str, date | None]:
    """Tell the file from the day among what was given as ``--to``.

    Raises:
        click.UsageError: there is not exactly one file, or more than one day.
    """
    days = [target for target in targets if _A_DAY.fullmatch(target)]
    files = [target for target in targets if target not in days]
    if len(files) != 1 or len(days) > 1:
        raise click.UsageError("--to wants one file, and at most one day (YYYY-MM-DD) besides")
    return files[0], Day().convert(days[0], None, None) if days else None


def checked_suffix(path: str, suffixes: Collection[str]) -> str:
    """The ending of a file, in lower case and without its point.

    Raises:
        click.UsageError: it is none of ``suffixes``.
    """
    suffix = Path(path).suffix.lower().removeprefix(".")
    if suffix not in suffixes:
        allowed = ", ".join(f".{known}" for known in suffixes)
        raise click.UsageError(f"--to {path}: the file name must end with one of {allowed}")
    return suffix


def writable_corpus(explicit: str | None) -> Path:
    """The corpus that a command changes.

    Raises:
        click.UsageError: it is the sample corpus.
    """
    from analysis.run import is_sample

    path = default_corpus(explicit)
    if str(path) == SAMPLE or is_sample(path):
        raise click.UsageError(
            "the sample corpus stays as it is; name a folder of your own with --corpus DIR"
        )
    return path


def readable_corpus(explicit: str | None) -> Path:
    """The corpus that a command reads; the sample is analyzed when it is first asked for."""
    from analysis.run import sample_corpus

    path = default_corpus(explicit)
    return sample_corpus() if str(path) == SAMPLE else path


def _columns(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    chosen = {}
    for pair in given:
        ours, equals, theirs = pair.partition("=")
        if not (ours.strip() and equals and theirs):
            raise click.BadParameter(f"{pair!r} is no OURS=THEIRS, such as text=body")
        chosen[ours.strip()] = theirs
    return chosen
