"""What is this file really, if its ending says text and it is none?"""

from __future__ import annotations

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
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SAMPLE_BYTES = 65536


def what_it_is_instead(data: bytes) -> str | None:
    """Name what the bytes are where they are no text; None for text in any encoding.

    A few NUL or control bytes are damage and get mended; many are no text.

    >>> what_it_is_instead(b"%PDF-1.7 ...")
    'a PDF file'
    """
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name
    sample = data[:_SAMPLE_BYTES]
    if sample.startswith(_WIDE_MARKS) or _is_wide(sample):
        return None
    control = len(sample) - len(sample.translate(None, _NEVER_IN_TEXT))
    return "binary data" if control > len(sample) * (0.3 if _is_utf8(sample) else 0.03) else None


def _is_utf8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4
    return True


def _is_wide(sample: bytes) -> bool:
    """UTF-16 text of a Latin script has a zero in every second byte, and letters between."""
    half = len(sample) // 2
    for zeros, letters in ((sample[1::2], sample[::2]), (sample[::2], sample[1::2])):
        if half >= 8 and zeros.count(0) > 0.8 * half and letters.count(0) < 0.05 * half:
            return True
    return False
