"""Find the columns, or the keys of a record, that hold what we need.

Known names are compared without case, spaces and underscores, and the user's
own names (``--column text=body``) go before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analysis.errors import UnreadableInput

KNOWN_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "articletext", "articlebody", "fulltext", "bodytext", "maintext", "content"),
        *("article", "articlecontent", "contenttext", "textcontent", "plaintext", "rawtext", "cleantext"),
        *("story", "storytext", "transcript"),
    ),
    "title": ("title", "headline", "articletitle", "heading", "headlinemain", "hed"),
    "outlet": (
        *("outlet", "publisher", "publication", "newspaper", "outletname", "sourcename", "publishername"),
        *("medium", "mediaoutlet", "medianame", "newsoutlet", "sitename", "source", "site", "domain"),
    ),
    "published": (
        *("published", "date", "publishedat", "publisheddate", "publishdate", "publicationdate"),
        *("datepublished", "pubdate", "datepublish", "publishedon", "publishtime", "publicationtime"),
        *("day", "articledate", "datetime", "timestamp"),
    ),
    "authors": ("authors", "author", "byline", "authorname", "authornames", "writer", "journalist", "by"),
    "url": ("url", "link", "articleurl", "weburl", "sourceurl", "permalink", "canonicalurl", "uri"),
    "id": ("id", "articleid", "docid", "documentid", "guid", "uid"),
}


def folded(name: str) -> str:
    """A column name without case, spaces and punctuation."""
    return "".join(character for character in name.casefold() if character.isalnum())


def found_columns(names: Sequence[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Our name → the column that holds it, for those that are there; ``chosen`` is that of `our_names`.

    >>> found_columns(["Body", "Date published"], {})
    {'text': 'Body', 'published': 'Date published'}
    """
    theirs: dict[str, str] = {}
    for name in names:
        theirs.setdefault(folded(name), name)
    exactly = set(names)
    found: dict[str, str] = {}
    for ours, known in KNOWN_NAMES.items():
        wanted = (folded(chosen[ours]),) if ours in chosen else known
        column = next((theirs[name] for name in wanted if name in theirs), None)
        if ours in chosen and chosen[ours] in exactly:
            column = chosen[ours]
        if column is not None:
            found[ours] = column
    return found


def our_names(chosen: Mapping[str, str]) -> dict[str, str]:
    """The user's choices under our own names, which may be written in any known way.

    Raises:
        UnreadableInput: something is chosen that articles do not have.

    >>> our_names({"date": "day of print"})
    {'published': 'day of print'}
    """
    ours: dict[str, str] = {}
    for name, column in chosen.items():
        match = next((key for key, known in KNOWN_NAMES.items() if folded(name) in (key, *known)), None)
        if match is None:
            raise UnreadableInput(
                f"--column {name}={column}: articles have no “{name}”, only {listed(KNOWN_NAMES)}"
            )
        ours[match] = column
    return ours


def missing_choice(names: Sequence[str], chosen: Mapping[str, str], found: Mapping[str, str]) -> str | None:
    """What to say where a column that the user chose is not in the table."""
    for ours, column in chosen.items():
        if ours not in found:
            return f"no column “{column}” for {ours}; it has {listed(names)}"
    return None


def missing_text(what: str, names: Iterable[str]) -> str:
    """What to say of a table without a text column, or a record without a text key."""
    return f"no {what} holds the text; it has {listed(names)}: say which with --column text=NAME"


def listed(names: Iterable[str]) -> str:
    """Names for a message, at most 20 and each shortened.

    >>> listed(["a", "b"])
    'a, b'
    """
    shown = [name if len(name) <= 40 else name[:39] + "…" for name in names]
    more = f" and {len(shown) - 20} more" if len(shown) > 20 else ""
    return ", ".join(shown[:20]) + more if shown else "none"
