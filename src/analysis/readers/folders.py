"""Which files stand behind the paths that a user gives?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import UnreadableInput
from analysis.readers.options import Reading
from analysis.readers.sources import Source, file_source


def checked_paths(paths: tuple[str | Path, ...]) -> list[str]:
    """The paths as they were given, once all of them are known to exist.

    Raises:
        UnreadableInput: there is no path, or one that does not exist.
    """
    if not paths:
        raise UnreadableInput("nothing to read; give files or folders")
    for path in paths:
        if not os.path.lexists(path) or not _exists(path):
            raise UnreadableInput(f"{path}: no such file or folder; check the path")
    return [str(path) for path in paths]


def _exists(path: str | Path) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def sources_at(path: str, reading: Reading) -> Iterator[Source]:
    """The file at ``path``, or all files of the folder and the folders in it, sorted by name.

    Hidden files and folders are told to ``reading`` and not looked into; links
    to folders are not followed, since they can lead in circles.
    """
    if not Path(path).is_dir():
        yield file_source(Path(path), path)
        return

    def unreadable(error: OSError) -> None:
        reading.skip(
            str(error.filename), f"this folder cannot be read ({error.strerror}); check its permissions"
        )

    for folder, folders, files in os.walk(path, onerror=unreadable):
        folders.sort()
        for hidden in [name for name in folders if name.startswith(".")]:
            folders.remove(hidden)
            reading.skip(
                str(Path(folder, hidden)), "a hidden folder; name it as a path of its own to read it"
            )
        for name in sorted(files):
            yield from _in_folder(Path(folder, name), reading)


def _in_folder(path: Path, reading: Reading) -> Iterator[Source]:
    if path.name.startswith("."):
        reading.skip(str(path), "a hidden file; name it as a path of its own to read it")
    elif not path.is_file():
        reading.skip(str(path), "no ordinary file, or a link that leads nowhere; leave it out")
    else:
        yield file_source(path)
