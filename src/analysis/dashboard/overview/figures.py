"""Say how much there is in the selection, and how much there was before.

The unattributed part and the number of voices are always those of everybody:
a speaker filter changes what is counted, never what shares are parts of.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.catalog.view import View
from analysis.dashboard.evidence.headline import Figure
from analysis.measures.concentration import effective_voices
from analysis.measures.totals import Totals
from analysis.wording.numbers import change, change_in_points, count, counted, share


@dataclass(frozen=True, slots=True)
class Measured:
    """A selection as the row of figures needs it.

    Its totals, its number of voices, how many outlets print it, and how many
    quotations are credited to somebody.
    """

    totals: Totals
    voices: float | None
    outlets: int
    credited: int


def measured(view: View) -> Measured:
    """Count the base of a view."""
    statements = view.statements
    outlets = int(view.articles["outlet"].nunique())
    credited = int(statements["speaker"].notna().sum())
    return Measured(view.totals, effective_voices(statements), outlets, credited)


def items(base: Measured, before: Measured | None, chosen: Totals | None = None) -> list[Figure]:
    """Label, number and note of each figure.

    Args:
        base: Everything that the filters leave, whoever speaks.
        before: The same of the period before; None where there is none.
        chosen: What the chosen speakers have of it; None where none is chosen.
    """
    now, then = base.totals, before.totals if before else None
    return [
        _counted("Articles", "articles", now, then, chosen, _in_outlets(base.outlets)),
        _counted("Quotations", "quotations", now, then, chosen, counted(now.words, "word")),
        _counted("Speakers", "speakers", now, then, chosen, _each(base)),
        _part("Direct speech", now.direct_share, then.direct_share if then else None, "of quoted words"),
        _voices(base.voices, before.voices if before else None),
        _part(
            "Unattributed",
            now.unattributed_share,
            then.unattributed_share if then else None,
            "of quoted words",
        ),
    ]


def _counted(
    label: str, name: str, now: Totals, then: Totals | None, chosen: Totals | None, otherwise: str
) -> Figure:
    everybody = int(getattr(now, name))
    if chosen is not None:
        return label, count(getattr(chosen, name)), f"of {count(everybody)}"
    return label, count(everybody), change(everybody, getattr(then, name), count) if then else otherwise


def _in_outlets(outlets: int) -> str:
    return f"in {counted(outlets, 'outlet')}" if outlets else "of no named outlet"


def _each(base: Measured) -> str:
    speakers = base.totals.speakers
    return f"{_tenths(base.credited / speakers)} quotations each" if speakers else "nobody is quoted"


def _part(label: str, now: float | None, then: float | None, otherwise: str) -> Figure:
    if now is None:
        return label, "–", "nothing is quoted"
    return label, share(now), otherwise if then is None else change_in_points(now, then)


def _voices(now: float | None, then: float | None) -> Figure:
    label = "Effective voices"
    if now is None:
        return label, "–", "nobody is quoted"
    return label, _tenths(now), "if all spoke equally" if then is None else change(now, then, _tenths)


def _tenths(value: float) -> str:
    return f"{value:,.1f}"
