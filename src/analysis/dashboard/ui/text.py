"""Write titles, notes and labels, safe for words that others wrote.

Everything that is drawn as HTML goes through `html.escape`. Labels of buttons,
options and captions are markdown: a name such as ``![x](http://…)`` would be
fetched. `plain` escapes every character that means something there, which
breaks directives (``:red[…]``) too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

import streamlit as st

from analysis.wording.names import fitted

_MEANING = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:<>~^=&])")
_NAMED_SIGN = re.compile(r":(?=[\w+/-]+:)")
_BREAKS = re.compile(r"\s+")


def heading(title: str, line: str, *, mark: str = "") -> None:
    """The title of a page and the selection in words; ``mark`` is HTML that stands before the title."""
    st.html(f'<header class="nv-head"><h1>{mark}{_title(title)}</h1><p>{html.escape(line)}</p></header>')


def section(title: str, line: str = "") -> None:
    """The head of a part of a page, with a line that explains it."""
    st.html(f'<div class="nv-section"><h2>{_title(title)}</h2><p><bdi>{html.escape(line)}</bdi></p></div>')


def note(words: str) -> None:
    """A line of explanation in small letters."""
    st.html(f'<p class="nv-note">{html.escape(words)}</p>')


def sentence_note(words: str) -> None:
    """The same of words that are no sentence yet; nothing where there are none."""
    if words:
        note(f"{words[0].upper()}{words[1:]}.")


def empty(words: str) -> None:
    """What to do where there is nothing to show."""
    st.html(f'<p class="nv-empty">{html.escape(words)}</p>')


def facts(rows: Sequence[tuple[str, str]]) -> None:
    """A table of two columns whose words break instead of being cut."""
    cells = "".join(
        f'<tr><th scope="row">{html.escape(name)}</th><td>{html.escape(words)}</td></tr>'
        for name, words in rows
    )
    st.html(f'<table class="nv-facts">{cells}</table>')


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


def _title(words: str) -> str:
    """A title that may be a name: never empty, and turning nothing beside it around."""
    return f"<bdi>{html.escape(fitted(words, 240))}</bdi>"
