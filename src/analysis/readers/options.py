"""What may a caller decide about reading, and what is told when something is not read?

`ReadOptions` goes in, `Skipped` comes out, and `Reading` carries both through
the readers of one call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.readers.columns import our_names

MAX_TEXT_CHARACTERS = 5_000_000
"""A longer text is no article but a dump of many: 5 million characters are about 900,000 words."""


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
class Reading:
    """One call of a reader: its options, and who is told what was skipped and which columns there are."""

    options: ReadOptions = ReadOptions()
    on_skip: Callable[[Skipped], None] | None = None
    on_columns: Callable[[Sequence[str], Mapping[str, str]], None] | None = None

    def skip(self, place: str, reason: str) -> None:
        """Tell that what stands at ``place`` was left out."""
        self._tell(Skipped(place, reason))

    def warn(self, place: str, reason: str) -> None:
        """Tell that a detail at ``place`` was left out, while its article was kept."""
        self._tell(Skipped(place, reason, kept=True))

    def name_columns(self, names: Sequence[str], found: Mapping[str, str]) -> None:
        """Tell which columns a table has, and which of them hold what we need."""
        if self.on_columns is not None:
            self.on_columns(names, found)

    def _tell(self, skipped: Skipped) -> None:
        if self.on_skip is not None:
            self.on_skip(skipped)
