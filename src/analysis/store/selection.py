"""Which articles and quotations a question is asked about.

A selection is a value: two equal selections of one corpus version always give
the same frames, so it can be the key of a cache. Dates, outlets, forms, acts,
words and stories choose the base that shares are parts of; speakers and kinds
only choose what is counted or shown.

How a selection becomes SQL is decided in `analysis.store.queries`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from analysis.model import ACTS, FORMS, KINDS, Act, Form, Kind


@dataclass(frozen=True, slots=True)
class Selection:
    """What to read of a corpus; an empty tuple means no restriction.

    ``date_from`` and ``date_to`` are inclusive; articles without a date are
    left out only where one of the two is set. All words of ``text`` must stand
    in the article's text, in any case. ``distinct_stories`` takes one article
    of each story instead of every copy.
    """

    date_from: date | None = None
    date_to: date | None = None
    speakers: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    outlets: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    acts: tuple[Act, ...] = ("statement",)
    text: str = ""
    distinct_stories: bool = True

    def __post_init__(self) -> None:
        for given, known in ((self.kinds, KINDS), (self.forms, FORMS), (self.acts, ACTS)):
            unknown = set(given) - set(known)
            if unknown:
                raise ValueError(f"not one of {', '.join(known)}: {', '.join(sorted(unknown))}")

    def base(self) -> Selection:
        """The same without speakers and kinds: what shares are parts of."""
        return replace(self, speakers=(), kinds=())

    @property
    def names_speakers(self) -> bool:
        """Whether only some speakers' quotations are asked for."""
        return bool(self.speakers or self.kinds)

    @property
    def wanted_words(self) -> tuple[str, ...]:
        """The words of ``text``, each once."""
        return tuple(dict.fromkeys(self.text.split()))
