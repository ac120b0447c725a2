"""What is said on stderr, and the exit code that a command ends with.

Stdout is for data only (`analysis.cli.output`). A message is one line: place,
problem, remedy.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import PurePath
from typing import IO, Any

import click

from analysis.cli.terminal import plain
from analysis.readers import ENDINGS, Skipped
from analysis.wording.numbers import counted

_MOST_REASONS = 5


class Failure(click.ClickException):
    """Something could not be done: the message names it, the exit code is 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as one line."""
        note(self.message)


def note(text: str) -> None:
    """Say something on stderr."""
    click.echo(plain(text), err=True)


class Watch:
    """Shows how far a run is, and names at once what it skips.

    ``given`` are the paths that the user named: what cannot be read of them is
    a failure, while files of other kinds met in a folder are only named.
    """

    def __init__(self, given: Collection[str]) -> None:
        self._given = frozenset(given)
        self._bar: Any = None
        self._reasons: Counter[str] = Counter()
        self._failures = 0

    @contextmanager
    def progress(self, label: str) -> Iterator[Watch]:
        """Show a bar with the number of articles that are done."""
        # An endless count, since nobody knows how many articles there are before all are read.
        with click.progressbar(count(), label=label, show_pos=True, file=sys.stderr) as self._bar:
            yield self
        self._bar = None

    def reach(self, finished: int) -> None:
        """So many articles are done."""
        if self._bar is not None:
            self._bar.update(finished - self._bar.pos)

    def skip(self, skipped: Skipped) -> None:
        """Name something that was not read as it stands."""
        self._clear()
        note(f"{'unclear' if skipped.kept else 'skipped'}: {skipped}")
        if not skipped.kept:
            self._reasons[_in_short(skipped.reason)] += 1
            self._failures += self._was_wanted(skipped.place)

    def fail(self, place: str, reason: str) -> None:
        """Name an article that could not be analyzed."""
        self._clear()
        note(f"skipped: {place}: {reason}")
        self._reasons[_in_short(reason)] += 1
        self._failures += 1

    @property
    def skipped(self) -> str:
        """How much was skipped and why, or nothing."""
        if not self._reasons:
            return ""
        most = self._reasons.most_common(_MOST_REASONS)
        reasons = [f"{number} × {reason}" if number > 1 else reason for reason, number in most]
        rest = f", {len(self._reasons) - len(most)} other reasons" if len(self._reasons) > len(most) else ""
        return f"{counted(self._reasons.total(), 'piece')} of input skipped: {', '.join(reasons)}{rest}"

    def finish(self) -> None:
        """End with exit code 1 if something could not be done."""
        if self._failures:
            raise click.exceptions.Exit(1)

    def _was_wanted(self, place: str) -> bool:
        if place in self._given:
            return True
        file = PurePath(place.split(", ")[0])
        return file.suffix.lower() in ENDINGS and not file.name.startswith(".")

    def _clear(self) -> None:
        if self._bar is not None and sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)


def _in_short(reason: str) -> str:
    """A reason without its details and its remedy, so that the same reasons can be counted."""
    return plain(re.split(r"[;:(]", reason, maxsplit=1)[0])
