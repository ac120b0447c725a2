"""Where do the bytes of a file come from: the disk, an upload or a zip?

A `Source` is a name, as the user knows it, and a way to open it. Nothing is
read before a reader asks. What is packed in a zip cannot be jumped about in.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from analysis.errors import UnreadableInput

_IN_MEMORY_BYTES = 64 * 1024 * 1024


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

    def head(self, size: int) -> bytes:
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


def file_source(path: Path, name: str | None = None) -> Source:
    """A file on the disk, by the name that the user gave it."""
    shown = (name or str(path)).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return Source(shown, lambda: path.open("rb"))


def bytes_source(name: str, data: bytes) -> Source:
    """An upload, or any bytes at hand."""
    return Source(name, lambda: io.BytesIO(data))
