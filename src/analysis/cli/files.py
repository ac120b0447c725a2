"""How does a file come to its place whole, or not at all?"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from analysis.errors import AnalysisError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a place beside ``path`` to write to; it takes the name when all is written.

    Raises:
        AnalysisError: the folder is missing or may not be written, or the disk is full.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        yield part
        part.replace(target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AnalysisError(
            f"{path}: cannot be written ({reason}); choose another place with --to"
        ) from error
    finally:
        part.unlink(missing_ok=True)


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
