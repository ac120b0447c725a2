"""How much does each speaker say, and what? A table of all, and one in detail."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.charts import sparkline
from analysis.charts import tones as tone_charts
from analysis.charts.cross import speaker_by_outlet
from analysis.charts.numbers import count, share, tone
from analysis.charts.palette import speaker_color
from analysis.dashboard import evidence, parts
from analysis.dashboard.filters import View, show_only
from analysis.measures.cross import outlets_by_speakers
from analysis.measures.shares import share_of_voice
from analysis.measures.tones import tone_by, tone_over_time
from analysis.measures.totals import summary
from analysis.measures.trends import shares_over_time

_COLUMNS = {
    "speaker": st.column_config.TextColumn("Speaker", width="large"),
    "kind": st.column_config.TextColumn("Kind"),
    "share": st.column_config.ProgressColumn("Share of words", format="percent", min_value=0, max_value=1),
    "reach": st.column_config.NumberColumn(
        "Reach", format="percent", help="Part of articles that quote the speaker"
    ),
    "quotations": st.column_config.NumberColumn("Quotations"),
    "direct": st.column_config.NumberColumn(
        "Direct", format="percent", help="Part of the words in quotation marks"
    ),
    "tone": st.column_config.NumberColumn(
        "Tone", format="%+.2f", help="Sentiment of the quoted words, −1 to +1"
    ),
}


def page() -> None:
    """Draw all speakers, or the one that the filter names."""
    view = parts.view()
    base, articles = view.shown.quotations(view.selection.base()), view.shown.articles(view.selection.base())
    stamp = parts.stamp(summary(base, articles), view.words)
    if base.empty:
        parts.heading("Speakers", view.words)
        parts.empty("No quotations fit these filters. Widen the dates or clear filters.")
        return
    table = share_of_voice(base, articles)
    if len(view.selection.speakers) == 1:
        _profile(view, base, table, stamp)
    else:
        _all(view, base, table)
    parts.foot(stamp)


def _all(view: View, base: pd.DataFrame, table: pd.DataFrame) -> None:
    parts.heading("Speakers", view.words)
    wanted = set(view.selection.speakers)
    table = table[table["speaker"].notna()]
    table = table[table["speaker"].isin(wanted)] if wanted else table
    tones = tone_by(base).set_index("speaker")["tone"]
    rows = table.assign(
        direct=table["direct"] / table["words"].clip(lower=1), tone=table["speaker"].map(tones)
    )
    rows = rows[list(_COLUMNS)].reset_index(drop=True)
    parts.section("All speakers", "Select a row to see one speaker; the column heads sort")
    picked = st.dataframe(
        rows,
        column_config=_COLUMNS,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"speakers-{st.session_state.get('nonce', 0)}",
        height=560,
    )
    chosen = picked["selection"]["rows"]
    if chosen:
        st.session_state["show-next"] = rows["speaker"].iloc[chosen[0]]
        st.button("Open profile", on_click=_open_profile, type="primary", key="open-profile")


def _open_profile() -> None:
    show_only(st.session_state.pop("show-next"))
    st.session_state["nonce"] = st.session_state.get("nonce", 0) + 1


def _profile(view: View, base: pd.DataFrame, table: pd.DataFrame, stamp: str) -> None:
    name = view.selection.speakers[0]
    known = view.shown.speakers().set_index("speaker")
    parts.heading(name, _about(name, known))
    own = table[table["speaker"] == name]
    if own.empty:
        parts.empty(f"No quotations by {name} in this selection. Widen the dates or clear filters.")
        return
    row = own.iloc[0]
    tones = tone_by(base).set_index("speaker")["tone"]
    parts.figures(
        [
            ("Share of voice", share(row["share"]), "of all quoted words"),
            ("Reach", share(row["reach"]), f"{count(row['articles'])} articles"),
            ("Quotations", count(row["quotations"]), ""),
            ("Direct speech", share(row["direct"] / max(row["words"], 1)), "of the words"),
            ("Tone", tone(tones.get(name)), "−1 to +1"),
        ]
    )
    left, right = st.columns([1.72, 1], gap="large")
    with left:
        _course(view, name, base, stamp)
        rows = view.shown.evidence(view.selection)
        parts.section(f"{count(len(rows))} quotations", "Newest first")
        evidence.quotations(rows, key="profile")
    with right:
        _side(view, name, base, stamp, str(row["kind"]))
    st.button("All speakers", on_click=show_only, args=(name,), key="all-speakers")


def _about(name: str, known: pd.DataFrame) -> str:
    if name not in known.index:
        return "Sources that the articles do not name"
    row = known.loc[name]
    role = row["role"] if isinstance(row["role"], str) else ""
    aliases = [alias for alias in row["aliases"] if alias != name][:5]
    also = "also " + ", ".join(f"“{alias}”" for alias in aliases) if aliases else ""
    return " · ".join(part for part in (role, str(row["kind"]), also) if part)


def _course(view: View, name: str, base: pd.DataFrame, stamp: str) -> None:
    limits = view.shown.dates()
    if limits is None or not base["published"].notna().any():
        return
    last = min(view.selection.date_to or limits[1], limits[1])
    table = shares_over_time(base, first=view.selection.date_from, last=last)
    parts.chart(
        "speaker-over-time",
        "Share of quoted words over time",
        "Grey: the most quoted others",
        lambda mode: sparkline.share_sparkline(table, name, mode=mode, colors=view.shown.colors()),
        table[table["speaker"] == name],
        footer=stamp,
    )


def _side(view: View, name: str, base: pd.DataFrame, stamp: str, kind: str) -> None:
    limits = view.shown.dates()
    if limits is not None and base["published"].notna().any():
        table = tone_over_time(base, speakers=[name])
        parts.chart(
            "speaker-tone",
            "Sentiment (tone) over time",
            "−1 to +1",
            lambda mode: tone_charts.tone_over_time(table, mode=mode, colors=view.shown.colors()),
            table,
            footer=stamp,
        )
    outlets = outlets_by_speakers(base, speakers=[name])
    if not outlets.empty:
        parts.chart(
            "speaker-outlets",
            "Outlets",
            "Part of each outlet’s quoted words",
            lambda mode: speaker_by_outlet(
                outlets, mode=mode, color=speaker_color(name, view.shown.colors(), mode, kind=kind)
            ),
            outlets,
            footer=stamp,
        )
    with_them = base[base["article_id"].isin(base.loc[base["speaker"] == name, "article_id"])]
    others = with_them[with_them["speaker"] != name].groupby("speaker")["article_id"].nunique()
    parts.section("In the same articles", "Who else is quoted there, in how many articles")
    st.dataframe(
        others.sort_values(ascending=False).head(10).rename("articles").reset_index(), hide_index=True
    )
