"""Turn bytes into characters, once it is clear that they are text.

The encoding is found in this order: the byte order mark, the encoding that the file declares, strict
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

from analysis.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = {"utf-16", "utf-32"}
_DECLARABLE = ("cp", "iso8859", "iso2022", "koi8", "gb", "big5", "shift_jis", "euc_", "mac", "tis", "johab")
_SAMPLE_BYTES = 1 << 20
_GUESSED_FROM_BYTES = 1 << 16
_BYTE_BY_BYTE = "newsvoices-cp1252"
_LONGEST_LINE = 64_000_000
LINE_TOO_LONG = "longer than 64 million characters; split it into single articles"

_BEGINNINGS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"PAR1", "a parquet file"),
    (b"SQLite format 3", "a database"),
)
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


def _as_cp1252(error: UnicodeError) -> tuple[str | bytes, int]:
    """Decode what the codec cannot as cp1252, and what that cannot as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_BYTE_BY_BYTE, _as_cp1252)


def refuse_what_is_no_text(data: bytes, wanted: str) -> None:
    """Refuse the beginning of a file that is no text in any encoding.

    A few NUL or control bytes are damage and get mended; many are no text.

    Args:
        data: At least the first 64 KB, where there are so many.
        wanted: What the file should be, for the message.

    Raises:
        UnreadableInput: naming what the bytes are instead.
    """
    instead = next((name for beginning, name in _BEGINNINGS if data.startswith(beginning)), None)
    sample = data[:_GUESSED_FROM_BYTES]
    if instead is None and _marked(sample) not in _WIDE and not _wide_without_mark(sample):
        control = len(sample) - len(sample.translate(None, _NEVER_IN_TEXT))
        if control > len(sample) * (0.3 if _is_utf8(sample) else 0.03):
            instead = "binary data"
    if instead is not None:
        raise UnreadableInput(f"{instead}, not {wanted}; rename it or leave it out")


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
    likely = _likely(data)
    return data.decode(likely, _errors_for(likely))


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
    """UTF-16 of a Latin script without its mark has a zero in every second byte, and letters between."""
    even, odd = data[:2048:2], data[1:2048:2]
    for zeros, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(odd) >= 8 and zeros.count(0) > 0.8 * len(odd) and letters.count(0) < 0.05 * len(odd):
            return encoding
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether the beginning of a file is UTF-8; its last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


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
    if _is_utf8(sample):
        return _wide_without_mark(sample) or "utf-8"
    return _likely(sample)
