"""How do words that others wrote stand where Streamlit reads markdown?

Labels of buttons, options and captions are markdown: a name such as
``![x](http://…)`` would be fetched. Every character that means something
there is escaped, and directives (``:red[…]``) are broken by it too.
"""

from __future__ import annotations

import re

from analysis.wording.names import fitted

_MEANING = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:<>~^=&])")
_NAMED_SIGN = re.compile(r":(?=[\w+/-]+:)")
_BREAKS = re.compile(r"\s+")


def plain(words: str) -> str:
    r"""Words as they are, for the places that read markdown.

    >>> plain("a *b* :red[c]")
    'a \\*b\\* \\:red\\[c\\]'
    """
    # Icons and emoji are looked for after escapes are read: a word joiner breaks their names.
    clean = _NAMED_SIGN.sub(":\N{WORD JOINER}", _BREAKS.sub(" ", words).strip())
    return _MEANING.sub(r"\\\1", clean)


def label(words: str, longest: int = 60) -> str:
    """The same as a label: never empty, and cut in the middle where it is long."""
    words = _BREAKS.sub(" ", words).strip() or "(no words)"
    return plain(fitted(words, longest))
