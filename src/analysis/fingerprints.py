"""Name the content of this package's own files: the same content gives the same name everywhere.

An analysis is only as new as the code, word lists and weights that it was
made with, so these give the analyzer its id (`analysis.pipeline.analyzer_id`)
and the sample its folder. Nobody has to remember to change a version.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from analysis.model import content_hash

# A network is named by its hash in the file of facts beside it.
_READ = (".py", ".txt", ".json")


def fingerprint(*parts: str, without: tuple[str, ...] = (), package: Traversable | None = None) -> str:
    """16 hexadecimal digits for the content of files of the package, whatever their line ends.

    Args:
        parts: Files and folders, such as ``"model.py"`` and ``"text"``; none
            stand for the whole package.
        without: Files and folders in them that do not count, by how their path begins.
        package: Where the package lies, if not where it was imported from.
    """
    folder = package or files("analysis")
    found: list[str] = []
    for part in parts or ("",):
        for path, file in sorted(_files(folder / part if part else folder, part)):
            if not path.startswith(without):
                found += (path, file.read_bytes().decode("utf-8").replace("\r\n", "\n"))
    return content_hash(*found)


def _files(place: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    if place.is_dir():
        for inner in place.iterdir():
            yield from _files(inner, f"{path}/{inner.name}" if path else inner.name)
    elif path.endswith(_READ):
        yield path, place
