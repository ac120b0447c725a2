"""Which article stands in a Markdown file, once its markup is gone?

Front matter between ``---`` lines, or a plain header block, is about the
article. Of the markup only what stands for nothing goes: words, order and
paragraphs stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from analysis.model import Article
from analysis.readers.drafts import finished
from analysis.readers.options import Reading
from analysis.readers.plain import HEADER_KEYS, draft_of, plain_text, split_header
from analysis.readers.sources import Source

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
# Every repetition has a bound: without one, a line of 100,000 brackets takes minutes.
_REPLACED = (
    (r"<!--[^<>]{0,5000}-->", ""),
    (r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,500}\)", ""),
    (r"\[([^\[\]\n]{1,500})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,500}\)", r"\1"),
    (r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]", r"\1"),
    (r"^ {0,3}\[[^\[\]\n]{1,100}\]:[ \t]+\S.*$", ""),
    (r"<(https?://[^<>\s]{1,500})>", r"\1"),
    (r"</?[A-Za-z][^<>\n]{0,300}>", ""),
    (r"^ {0,3}([-*_])(?:[ \t]{0,3}\1){2,100}[ \t]*$", ""),
    (r"^ {0,3}(?:=+|-{2,})[ \t]*$", ""),
    (r"^ {0,3}(?:```|~~~).*$", ""),
    (r"^ {0,3}#{1,6}[ \t]+", ""),
    (r"(?<=\S)[ \t]{1,3}#{1,6}[ \t]{0,3}$", ""),
    (r"^ {0,3}>(?:[ \t]?>){0,10}[ \t]?", ""),
    (r"^[ \t]{0,12}[-*+][ \t]+(?=\S)", ""),
    (r"`([^`\n]{1,500})`", r"\1"),
    (r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,500})(?<=\S)\1(?![\w*])", r"\2"),
    (r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{1,500})(?<=\S)\1(?!\w)", r"\2"),
    (r"~~(?=\S)([^~\n]{1,500})~~", r"\1"),
    (r"\\([\\`*_{}\[\]()#+.!>~|\"'-])", r"\1"),
)
_MARKUP = tuple((re.compile(pattern, re.MULTILINE), replacement) for pattern, replacement in _REPLACED)


def read_markdown(source: Source, reading: Reading) -> Iterator[Article]:
    """The one article of an ``.md`` file."""
    written = plain_text(source, reading)
    if written is None:
        return
    header, text = _split_front_matter(written.replace("\r\n", "\n"))
    draft = draft_of(header, without_markup(text), source.file_name)
    if article := finished(draft, source.name, source.name, reading):
        yield article


def without_markup(text: str) -> str:
    """The words of a Markdown text.

    >>> without_markup("# Ferry *sinks*\\n\\nSee [the report](https://example.org).")
    'Ferry sinks\\n\\nSee the report.'
    """
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return re.sub(r"\n{3,}", "\n\n", unescape(text)).strip("\n")


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return split_header(text)
    header: dict[str, str] = {}
    last = None
    for line in match[1].split("\n"):
        item = re.fullmatch(r"[ \t]*-[ \t]+(.*)", line)
        found = _KEY.fullmatch(line)
        if item and last:
            header[last] = "; ".join(filter(None, (header.get(last), _unquoted(item[1]))))
        elif found:
            last = HEADER_KEYS.get(found[1].lower())
            if last and _unquoted(found[2]):
                header.setdefault(last, _unquoted(found[2]))
    return header, text[match.end() :]


def _unquoted(value: str) -> str:
    """A value of front matter without quotation marks, list brackets and comments."""
    value = value.strip().strip("[]")
    if value[:1] in {'"', "'"} and value[-1:] == value[:1]:
        return value[1:-1].strip()
    return re.sub(r"\s+#.*$", "", value).strip()
