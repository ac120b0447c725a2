"""Which characters do these bytes stand for?

In this order: the byte order mark, the encoding that the file declares, strict
UTF-8, cp1252, and only then a guess. A guess comes last because detectors take
cp1252 for its neighbors ("naïve" became "naďve"). A file that is UTF-8 but for
some bytes is read as UTF-8, and only those bytes as cp1252.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARABLE = ("cp", "iso8859", "iso2022", "koi8", "gb", "big5", "shift_jis", "euc_", "mac", "tis", "johab")
_SAMPLE_BYTES = 1 << 20
_GUESSED_FROM_BYTES = 1 << 16
_BYTE_BY_BYTE = "newsvoices-cp1252"
_LONGEST_LINE = 64_000_000


def _as_cp1252(error: UnicodeError) -> tuple[str | bytes, int]:
    """Decode what the codec cannot as cp1252, and what that cannot as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_BYTE_BY_BYTE, _as_cp1252)


def decode(data: bytes, declared: str | None = None) -> str:
    """Turn the bytes of a whole file into text; never fails.

    >>> decode("“naïve”".encode("cp1252"))
    '“naïve”'
    """
    for encoding in _certain(data, declared):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode(_likely(data), _errors_for(_likely(data)))


def _certain(data: bytes, declared: str | None) -> Iterator[str]:
    if mark := _marked(data):
        yield mark
    # A page that calls itself Latin-1 is cp1252 to every browser, and UTF-8 more often than either.
    if declared and _is_worth_trying(declared):
        yield declared
    yield "utf-8"


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _is_worth_trying(declared: str) -> bool:
    """Whether a declaration says more than “some Western text”, and names characters at all.

    Not every codec of Python does: ``zlib`` unpacks bombs, ``idna`` takes minutes over long input.
    UTF-16 shows in its bytes, whatever is declared.
    """
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return False
    return name.startswith(_DECLARABLE) and name not in {"iso8859-1", "cp1252"}


def _likely(data: bytes) -> str:
    """The encoding of bytes that are not strictly UTF-8."""
    if mark := _marked(data):
        return mark
    if wide := _wide_without_mark(data):
        return wide
    if _is_damaged_utf8(data):
        return "utf-8"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(data[:_GUESSED_FROM_BYTES]).best()
        return best.encoding if best else "cp1252"
    return "cp1252"


def _errors_for(encoding: str) -> str:
    return _BYTE_BY_BYTE if encoding.startswith("utf-8") or encoding == "utf_8" else "replace"


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark shows in every second byte being zero."""
    sample = data[:2048]
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > 0.8 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.8 * half:
        return "utf-16-be"
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is right as UTF-8, as it never is by chance."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for character in text if character > "\x7f") - wrong
    return right >= 2 * wrong


def numbered_lines(stream: IO[bytes], *, newline: str | None) -> Iterator[tuple[int, str | None]]:
    """The lines of a file of any length, from 1, one at a time; None for one that is too long.

    The encoding is found from the first megabyte. ``newline`` is that of `open`.
    """
    sample = stream.read(_SAMPLE_BYTES)
    stream.seek(0)
    encoding = _stream_encoding(sample)
    number = 0
    with io.TextIOWrapper(stream, encoding, errors=_errors_for(encoding), newline=newline) as lines:
        while line := lines.readline(_LONGEST_LINE):
            number += 1
            if len(line) < _LONGEST_LINE or line.endswith("\n"):
                yield number, line
                continue
            while line and not line.endswith(("\n", "\r")):
                line = lines.readline(_LONGEST_LINE)
            yield number, None


def _stream_encoding(sample: bytes) -> str:
    if mark := _marked(sample):
        return mark
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return _likely(sample)
    return _wide_without_mark(sample) or "utf-8"
