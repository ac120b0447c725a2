"""Mend what bad copying did to a text.

Done once, by the readers, before positions exist: afterwards no character is
added or taken away. Quotation marks keep their shape, because curly and
straight marks are what quotations are found by.
"""

from __future__ import annotations

import re
from functools import cache

from ftfy import TextFixerConfig, fix_text

_MENDED_ANEW = 4
"""How often the mended text is looked at again: text can be garbled twice over."""

# The soft hyphen, zero-width space, word joiner and stray byte order mark: nobody
# sees them, and each would cut a word in two. The zero-width joiners stay, as
# emoji and several scripts are written with them.
_INVISIBLE = re.compile("[\u0000\u00ad\u200b\u2060\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def repair(text: str) -> str:
    r"""Mend wrong decoding, entities, invisible characters and line ends; leave quotation marks alone.

    Lone surrogates and NUL are removed, every line end becomes ``\n``.
    Repairing twice changes nothing.

    >>> repair("The mayor said â€œnoâ€\x9d.\r\n")
    'The mayor said “no”.\n'
    """
    for _ in range(_MENDED_ANEW):
        mended = fix_text(_INVISIBLE.sub("", _joined_surrogates(text)), _config())
        if mended == text:
            break
        text = mended
    return text


@cache
def _config() -> TextFixerConfig:
    return TextFixerConfig(uncurl_quotes=False)


def _joined_surrogates(text: str) -> str:
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
