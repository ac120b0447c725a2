"""Draw outlets or periods side by side: their figures, how they differ, their speakers and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.charts import cross as cross_charts
from analysis.charts.label_rows import name_of, records
from analysis.charts.time_axis import last_day, period_name
from analysis.dashboard.evidence import behind, chart
from analysis.dashboard.evidence.behind import Behind, Opens
from analysis.dashboard.frame.filters import chosen_among
from analysis.dashboard.frame.saving import csv_button
from analysis.dashboard.frame.source import once
from analysis.dashboard.keywords import own_words
from analysis.dashboard.ui.text import note, section, sentence_note
from analysis.measures.concentration import effective_voices
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.differences import share_differences
from analysis.measures.periods import Period, calendar
from analysis.measures.tones import tone_by
from analysis.measures.totals import summary
from analysis.model import Selection
from analysis.report.comparisons import difference_cells
from analysis.wording.names import UNATTRIBUTED
from analysis.wording.numbers import NBSP

_WEEKS_UP_TO_DAYS = 120
_MOST_DIFFERENCES = 10


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things compared: its name, and the selection of its articles.

    A wire story counts once in each outlet that prints it, so each side is counted by itself.
    """

    name: str
    selection: Selection

    @property
    def behind(self) -> Behind:
        """What a click on it opens."""
        return Behind(self.name, within=self.selection)


def outlet_sides(view: View, names: Sequence[str]) -> list[Side]:
    """The outlets that were chosen, in that order."""
    return [Side(name, replace(view.selection.base(), outlets=(name,))) for name in names]


def periods_of(view: View) -> dict[str, tuple[date, date]]:
    """The weeks or months of the selection: name → first and last day, in time order."""
    known = view.articles["published"].dropna()
    if known.empty:
        return {}
    days = (known.max() - known.min()).days
    period: Period = "week" if days <= _WEEKS_UP_TO_DAYS else "month"
    _, table = calendar(known, period=period)
    starts = [start.date() for start in table["period_start"]]
    across_years = len({start.year for start in starts}) > 1
    return {_period_name(start, period, across_years): (start, last_day(start, period)) for start in starts}


def period_sides(view: View, names: Sequence[str]) -> list[Side]:
    """The periods that were chosen, in time order."""
    base = view.selection.base()
    found = []
    for name, (first, last) in periods_of(view).items():
        if name in names:
            begin, end = max(first, base.date_from or first), min(last, base.date_to or last)
            found.append(Side(name, replace(base, date_from=begin, date_to=end)))
    return found


def compare_sides(view: View, sides: Sequence[Side], noun: str, footer: str) -> None:
    """Draw the sides, each called a ``noun``."""
    _figures(view, sides, noun)
    _differences(view, sides, noun, footer)
    by_name = {side.name: side for side in sides}
    # Each quotation with the name of its side for an outlet.
    said = [view.of(side.selection).quotations.assign(outlet=side.name) for side in sides]
    crossed = outlets_by_speakers(pd.concat(said, ignore_index=True))

    def opens(meant: Sequence[Any]) -> Behind:
        speaker, side = meant
        asked = by_name[side].behind
        return replace(asked, words=f"{speaker or UNATTRIBUTED}, {side}", speakers=(speaker,))

    chart.draw(
        f"{noun}s-by-speakers",
        f"{noun.capitalize()}s and speakers",
        f"Part of each {noun}’s quoted words",
        lambda mode: cross_charts.outlets_by_speakers(crossed, mode=mode, order=list(by_name), noun=noun),
        crossed,
        footer=footer,
        opens=opens,
    )

    def opens_words(side: str) -> Opens:
        return lambda meant: replace(by_name[side].behind, word=str(meant[0]))

    own_words.draw_side_by_side(
        f"{noun}-words",
        f"Times as frequent as in the other {noun}s",
        once(_words, view, tuple(sides)),
        footer=footer,
        opens=opens_words,
    )


def _words(view: View, sides: Sequence[Side]) -> dict[str, pd.DataFrame]:
    """What each side is about that the others are not."""
    used = {side.name: view.of(side.selection).keywords for side in sides}
    return own_words.against_each_other({name: table[~table["is_name"]] for name, table in used.items()})


def _figures(view: View, sides: Sequence[Side], noun: str) -> None:
    section("In numbers", "Select a row to read its quotations")
    name = f"compare-{noun}s"
    key = behind.chart_key(name)

    def open_row() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        behind.remember(name, sides[rows[0]].behind if rows else None)

    st.dataframe(
        once(_table, view, tuple(sides)),
        column_config=_columns(noun),
        hide_index=True,
        key=key,
        on_select=open_row,
        selection_mode="single-row",
    )
    behind.panel(view, name)


def _table(view: View, sides: Sequence[Side]) -> pd.DataFrame:
    """How much each side holds: one row a side, parts in percent."""
    rows = []
    for side in sides:
        chosen = view.of(side.selection)
        said, articles = chosen.quotations, chosen.quoting_articles
        totals = summary(said, articles)
        speech = tone_by(said.assign(all="all"), "all")["tone"]
        rows.append(
            {
                "side": side.name,
                "articles": totals.articles,
                "quotations": totals.quotations,
                "speakers": totals.speakers,
                "voices": effective_voices(said),
                "direct": None if totals.direct_share is None else 100 * totals.direct_share,
                "unattributed": None
                if totals.unattributed_share is None
                else 100 * totals.unattributed_share,
                # Never “−0.00”.
                "speech_tone": round(float(speech.iloc[0]), 2) + 0.0 if len(speech) else None,
                "article_tone": round(float(articles["article_tone"].mean()), 2) + 0.0,
            }
        )
    return pd.DataFrame(rows)


def _columns(noun: str) -> dict[str, Any]:
    column = st.column_config
    return {
        "side": column.TextColumn(noun.capitalize(), width="medium"),
        "articles": column.NumberColumn("Articles", format="localized"),
        "quotations": column.NumberColumn("Quotations", format="localized"),
        "speakers": column.NumberColumn("Speakers", format="localized"),
        "voices": column.NumberColumn(
            "Effective voices", format="%.1f", help="How many speakers there would be if all spoke equally"
        ),
        "direct": column.NumberColumn("Direct", format="%.0f %%", help="Part of quoted words"),
        "unattributed": column.NumberColumn("Unattributed", format="%.0f %%", help="Part of quoted words"),
        "speech_tone": column.NumberColumn("Tone of speech", format="%+.2f", help="Of the quoted words"),
        "article_tone": column.NumberColumn(
            "Tone of text", format="%+.2f", help="Of the sentences around quotations"
        ),
    }


def _differences(view: View, sides: Sequence[Side], noun: str, footer: str) -> None:
    """Draw the largest differences of shares between two sides, stories in both compared as pairs."""
    head = st.container(horizontal=True, vertical_alignment="bottom", key="head-differences")
    with head:
        section("Differences", "Share of quoted words, the largest differences first")
        first, second = sides[0], sides[1]
        if len(sides) > 2:
            first, second = (_choice(sides, place, noun) for place in (0, 1))
    before, after = view.of(first.selection), view.of(second.selection)
    both = pd.concat([before.quotations, after.quotations])
    if first.name == second.name or both.empty:
        note(f"Choose two different {noun}s with quotations.")
        return
    found = share_differences(
        (before.quotations, before.quoting_articles),
        (after.quotations, after.quoting_articles),
        groups=chosen_among(view.selection, both),
    )
    order = found.table["difference"].abs().sort_values(ascending=False, kind="stable").index
    table = found.table.loc[order].reset_index(drop=True)
    rows = [
        (name_of(record["speaker"]) or f"({UNATTRIBUTED})", *difference_cells(record))
        for record in records(table.head(_MOST_DIFFERENCES))
    ]
    # Names of outlets as labels: they may be anything, also the name of another column.
    labels = {"before": first.name, "after": second.name, "interval": f"95{NBSP}%"}
    columns = ["speaker", "before", "after", "points", "interval", "clear"]
    cells = pd.DataFrame(rows, columns=columns)
    # Few stories have no intervals, and columns without a word are none.
    st.dataframe(
        cells.loc[:, (cells != "").any()],
        hide_index=True,
        column_config={
            name: st.column_config.TextColumn(labels.get(name, name.capitalize())) for name in columns
        },
    )
    sentence_note(found.note)
    with head, st.popover("Save", type="tertiary", key="save-differences"):
        csv_button("differences", table, f"{first.name} and {second.name}. {footer}")


def _choice(sides: Sequence[Side], place: int, noun: str) -> Side:
    names = [side.name for side in sides]
    chosen = st.selectbox(
        f"{'First' if place == 0 else 'Second'} {noun}",
        names,
        index=place,
        key=f"differs-{place}",
        width=220,
        label_visibility="collapsed",
    )
    return sides[names.index(chosen)]


def _period_name(start: date, period: Period, across_years: bool) -> str:
    name = period_name(start, period)
    name = name[0].upper() + name[1:]
    return f"{name} {start.year}" if across_years and period == "week" else name
