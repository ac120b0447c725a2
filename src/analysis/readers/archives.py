"""Read the articles in the files of a zip.

Nothing is unpacked to the disk: a name such as ``../../etc/passwd`` is only a
label. A zip within a zip is not opened, and one that unpacks to far more than
it is, is refused before anything is read.
"""

from __future__ import annotations

import io
import lzma
import zlib
from collections.abc import Iterator, Sequence
from typing import IO, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.formats import read_source
from analysis.readers.reading import Reading
from analysis.readers.sources import Source

_MOST_FILES = 200_000
_LARGEST_BYTES = 4 * 1024**3
_LARGEST_RATIO = 100
_RATIO_COUNTS_FROM = 50_000_000
"""Below this no ratio does harm, and a text of one repeated line may have any."""

_DAMAGE = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
_IS_LOCKED = 0x1


def read_zip(source: Source, reading: Reading) -> Iterator[Article]:
    """The articles in the files of an archive, sorted by name."""
    with source.seekable() as stream:
        try:
            archive = ZipFile(stream)
        except _DAMAGE as error:
            raise UnreadableInput("no zip archive, or a damaged one; pack it anew") from error
        with archive:
            refuse_bombs(archive.infolist())
            for member in sorted(archive.infolist(), key=lambda info: info.filename):
                if not member.is_dir():
                    yield from _articles(archive, member, source, reading)


def refuse_bombs(members: Sequence[ZipInfo]) -> None:
    """Refuse an archive that would unpack to more than any honest one.

    Raises:
        UnreadableInput: it has too many files, or they are too large, or too much larger than it is.
    """
    if len(members) > _MOST_FILES:
        raise UnreadableInput(f"more than {_MOST_FILES:,} files in one archive; pack them into several")
    unpacked, packed = sum(info.file_size for info in members), sum(info.compress_size for info in members)
    if unpacked > _LARGEST_BYTES:
        size = f"{unpacked / 1024**3:.0f} GB"
        raise UnreadableInput(f"it would unpack to {size}; pack it into several archives")
    if _is_bomb(unpacked, packed):
        times = unpacked // max(1, packed)
        raise UnreadableInput(f"it would unpack to {times} times its size; unpack it yourself")


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > _RATIO_COUNTS_FROM and unpacked > _LARGEST_RATIO * packed


def _articles(archive: ZipFile, member: ZipInfo, outer: Source, reading: Reading) -> Iterator[Article]:
    inner = _label(member.filename)
    name = f"{outer.name}/{inner}"
    last = inner.rpartition("/")[2]
    if member.flag_bits & _IS_LOCKED:
        reading.skip(name, "locked by a password; unpack it first")
    elif last.startswith(".") or "__MACOSX/" in member.filename:
        reading.skip(name, "a hidden file; leave it out, or rename it to have it read")
    elif last.lower().endswith(".zip"):
        reading.skip(name, "a zip within a zip is not opened; unpack it first")
    elif _is_bomb(member.file_size, member.compress_size):
        reading.skip(name, "it would unpack to more than a hundred times its size; unpack it yourself")
    else:
        yield from read_source(Source(name, lambda: _opened(archive, member), is_packed=True), reading)


def _label(name: str) -> str:
    """The member's name without steps upward, and without what a terminal would obey."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return "".join(character for character in "/".join(parts) if character.isprintable()) or "unnamed"


def _opened(archive: ZipFile, member: ZipInfo) -> IO[bytes]:
    try:
        return io.BufferedReader(_Unpacked(archive.open(member)))
    except _DAMAGE as error:
        raise OSError(f"damaged in the archive: {error}") from error


class _Unpacked(io.RawIOBase):
    """A member of an archive, whose damage shows as `OSError` like that of any file."""

    def __init__(self, member: IO[bytes]) -> None:
        super().__init__()
        self._member = member

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._member.read(len(buffer))
        except _DAMAGE as error:
            raise OSError(f"damaged in the archive: {error}") from error
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return self._member.seek(offset, whence)
        except _DAMAGE as error:
            raise OSError(f"damaged in the archive: {error}") from error

    def close(self) -> None:
        self._member.close()
        super().close()
