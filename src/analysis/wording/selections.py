"""Selections and their days in words: as a line of a page, and as sentences of a method line."""

from __future__ import annotations

from datetime import date

from analysis.model import Selection
from analysis.wording.numbers import day, day_range

SAMPLE = "Sample corpus: places and people are fictional."


def selection_in_words(selection: Selection, limits: tuple[date, date] | None, is_sample: bool) -> str:
    """The line below the title of a page: what is looked at, all active filters included.

    >>> selection_in_words(Selection(outlets=("Harbor Post",)), (date(2026, 3, 2), date(2026, 5, 10)), False)
    '2 March – 10 May 2026, Harbor Post.'
    """
    parts = [days_in_words(selection.date_from, selection.date_to, limits)]
    parts.append(", ".join(selection.outlets) or "all outlets")
    if selection.forms:
        parts.append(" and ".join(selection.forms) + " speech")
    if selection.acts != ("statement",):
        parts.append(" and ".join(f"{act}s" for act in selection.acts))
    if selection.text:
        parts.append(f"with “{selection.text}”")
    if selection.kinds:
        parts.append("speakers of kind " + ", ".join(selection.kinds))
    if selection.speakers:
        parts.append("speakers: " + ", ".join(selection.speakers))
    if not selection.distinct_stories:
        parts.append("every copy counted")
    return ", ".join(parts) + "." + (f" {SAMPLE}" if is_sample else "")


def days_in_words(first: date | None, last: date | None, limits: tuple[date, date] | None = None) -> str:
    """Chosen days, or the limits of the corpus where none are chosen.

    >>> days_in_words(date(2026, 3, 2), None), days_in_words(None, None)
    ('From 2 March 2026', 'No dates')
    """
    if first:
        return day_range(first, last) if last else f"From {day(first)}"
    if last:
        return f"Up to {day(last)}"
    return day_range(*limits) if limits else "No dates"


def in_words(selection: Selection) -> str:
    """The filters of a selection, each as a sentence; empty without filters.

    >>> in_words(Selection(outlets=("Harbor Post",), date_from=date(2026, 3, 2)))
    'From 2 March 2026. Outlet: Harbor Post.'
    """
    parts: list[tuple[str, tuple[str, ...]]] = [
        ("Speaker", selection.speakers),
        ("Kind of speaker", selection.kinds),
        ("Outlet", selection.outlets),
        ("Form", selection.forms),
        ("Act", () if selection.acts == ("statement",) else selection.acts),
        ("Words in the text", selection.wanted_words),
    ]
    is_dated = selection.date_from or selection.date_to
    sentences = [days_in_words(selection.date_from, selection.date_to)] if is_dated else []
    sentences += [f"{name}: {', '.join(values)}" for name, values in parts if values]
    return " ".join(f"{sentence}." for sentence in sentences)
