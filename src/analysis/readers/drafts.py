"""How does what a reader found become an article?

Every reader ends here: text is mended once, before positions exist; blank
values become None; what is no article is refused with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.dates import UnclearDateError, published_day
from analysis.readers.options import MAX_TEXT_CHARACTERS, Reading
from analysis.readers.titles import headline_of
from analysis.text.repair import repair


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found, as it was written there."""

    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: object = None
    url: str | None = None
    given_id: str | None = None


def finished(draft: Draft, place: str, path: str | None, reading: Reading) -> Article | None:
    """Make the article, or tell ``reading`` why there is none."""
    try:
        return article_of(draft, path, reading, place)
    except UnreadableInput as error:
        reading.skip(place, str(error))
        return None


def article_of(draft: Draft, path: str | None, reading: Reading, place: str) -> Article:
    """Make the article.

    Raises:
        UnreadableInput: there is no text, or far too much of it.
    """
    keep = not reading.options.repair
    text = _checked(draft.text) if keep else _checked(repair(_checked(draft.text).strip()).strip())
    return Article(
        text=text,
        title=_line(draft.title, keep) or headline_of(text),
        outlet=_line(draft.outlet, keep),
        authors=tuple(name for author in draft.authors if (name := _line(author, keep))),
        published=_day(draft.published, place, reading),
        url=_line(draft.url, keep),
        path=path,
        given_id=_line(draft.given_id, keep),
    )


def _checked(text: str) -> str:
    if not text.strip():
        raise UnreadableInput("no text; every article needs some")
    if len(text) > MAX_TEXT_CHARACTERS:
        raise UnreadableInput(
            f"a text of more than {MAX_TEXT_CHARACTERS // 1_000_000} million characters; "
            "split it into single articles"
        )
    return text


def _line(value: str | None, keep: bool) -> str | None:
    """A value of one line, or None where nothing is written."""
    if value is None or keep:
        return value or None
    return " ".join(repair(value[:10_000]).split()) or None


def _day(value: object, place: str, reading: Reading) -> date | None:
    try:
        return published_day(value, reading.options.day_first)
    except UnclearDateError as error:
        reading.warn(place, f"{error}; until then the date of this article is unknown")
        return None
