"""Open the bytes of the files behind the paths that a user gives, of uploads and of archives.

A `Source` is a name, as the user knows it, and a way to open it. Nothing is
read before a reader asks. What is packed in a zip cannot be jumped about in.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from analysis.errors import UnreadableInput
from analysis.readers.reading import Reading

_IN_MEMORY_BYTES = 64 * 1024 * 1024
_HEAD_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name. ``open`` starts at the first byte each time and can be called again."""

    name: str
    open: Callable[[], IO[bytes]]
    is_packed: bool = False

    @property
    def file_name(self) -> str:
        """The last part of the name, also of ``archive.zip/inner.txt``."""
        return PurePosixPath(self.name.replace("\\", "/")).name

    @property
    def ending(self) -> str:
        """The lower-case ending, such as ``.csv``."""
        return PurePosixPath(self.file_name).suffix.lower()

    def head(self, size: int = _HEAD_BYTES) -> bytes:
        """The first ``size`` bytes."""
        with self.open() as stream:
            return stream.read(size)

    def whole(self, limit: int) -> bytes:
        """All bytes.

        Raises:
            UnreadableInput: there are more than ``limit`` bytes.
        """
        data = self.head(limit + 1)
        if len(data) > limit:
            raise UnreadableInput(f"larger than {limit // 1_000_000} MB; split it into single articles")
        return data

    def seekable(self) -> IO[bytes]:
        """Open for readers that jump about; what cannot be jumped in is copied first."""
        stream = self.open()
        if not self.is_packed:
            return stream
        copied = cast(IO[bytes], SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES))  # noqa: SIM115 - the caller closes it
        with stream:
            shutil.copyfileobj(stream, copied)
        copied.seek(0)
        return copied


def bytes_source(name: str, data: bytes) -> Source:
    """An upload, or any bytes at hand."""
    return Source(name, lambda: io.BytesIO(data))


def file_source(path: Path, name: str | None = None) -> Source:
    """A file on the disk, by the name that the user gave it."""
    shown = (name or str(path)).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return Source(shown, lambda: path.open("rb"))


def checked_paths(paths: tuple[str | Path, ...]) -> list[str]:
    """The paths as they were given, once all of them are known to exist.

    Raises:
        UnreadableInput: there is no path, or one that does not exist.
    """
    if not paths:
        raise UnreadableInput("nothing to read; give files or folders")
    for path in paths:
        # `Path.exists` raises where a folder on the way may not be looked into.
        if not os.path.exists(path):  # noqa: PTH110
            raise UnreadableInput(f"{path}: no such file or folder; check the path")
    return [str(path) for path in paths]


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
