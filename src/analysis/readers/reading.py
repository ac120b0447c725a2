"""Make articles of what readers find, as the caller wants it, and tell what was left out.

`ReadOptions` is what a caller decides; `Reading` carries it through the readers
of one call, with those who are told what is skipped. A reader hands over a
`Draft`: its text is mended once, before positions exist, blank values become
None, and what is no article is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.readers.columns import our_names
from analysis.readers.dates import UnclearDateError, published_day
from analysis.readers.titles import headline_of
from analysis.text.repair import repair

MAX_TEXT_CHARACTERS = 5_000_000
"""A longer text is a dump of many articles: 5 million characters are about 900,000 words."""

_LONGEST_VALUE = 10_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    ``columns`` maps our names (``text``, ``title``, ``outlet``, ``published``,
    ``authors``, ``url``, ``id``) to those of the user's tables. ``day_first``
    says how to read 03/04/2026; None never guesses. ``repair=False`` leaves
    text and ids exactly as they are, for files whose positions must hold.

    Raises:
        UnreadableInput: ``columns`` names something that articles do not have.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None
    repair: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", our_names(self.columns))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read as it stands.

    ``place`` is the file and the line, row or page in it; ``reason`` says the
    problem and the remedy. With ``kept`` the article was read all the same
    and only a detail of it, such as an unclear date, was left out.

    >>> str(Skipped("letters.csv, line 17", "no text; every article needs one"))
    'letters.csv, line 17: no text; every article needs one'
    """

    place: str
    reason: str
    kept: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


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


@dataclass(frozen=True, slots=True)
class Reading:
    """One call of a reader: its options, and who is told what was skipped and which columns there are."""

    options: ReadOptions = ReadOptions()
    on_skip: Callable[[Skipped], None] | None = None
    on_columns: Callable[[Sequence[str], Mapping[str, str]], None] | None = None

    def skip(self, place: str, reason: str, *, kept: bool = False) -> None:
        """Tell that what stands at ``place`` was left out, or with ``kept`` only a detail of it."""
        if self.on_skip is not None:
            self.on_skip(Skipped(place, reason, kept))

    def name_columns(self, names: Sequence[str], found: Mapping[str, str]) -> None:
        """Tell which columns a table has, and which of them hold what we need."""
        if self.on_columns is not None:
            self.on_columns(names, found)

    def article(self, draft: Draft, place: str, path: str) -> Article | None:
        """Make the article of a draft; None, and told to ``on_skip``, where there is none."""
        try:
            return article_of(draft, place, path, self)
        except UnreadableInput as error:
            self.skip(place, str(error))
            return None


def article_of(draft: Draft, place: str, path: str | None, reading: Reading) -> Article:
    """Make the article of a draft.

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
    return " ".join(repair(value[:_LONGEST_VALUE]).split()) or None


def _day(value: object, place: str, reading: Reading) -> date | None:
    try:
        return published_day(value, reading.options.day_first)
    except UnclearDateError as error:
        reading.skip(place, f"{error}; until then the date of this article is unknown", kept=True)
        return None
