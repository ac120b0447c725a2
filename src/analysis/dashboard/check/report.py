"""Report what the answers to a sample say: precision, recall, error-corrected shares, and files."""

from __future__ import annotations

import json
from functools import partial

import pandas as pd
import streamlit as st

from analysis.catalog.view import View
from analysis.curation.answers import Answers
from analysis.curation.checked import accuracy, corrected_shares, sample_line, statements_then
from analysis.curation.marked import marked_articles
from analysis.curation.samples import Sample
from analysis.dashboard.check.kept import Kept
from analysis.dashboard.frame.saving import csv_button
from analysis.dashboard.ui.text import empty, note, section
from analysis.errors import AnalysisError
from analysis.measures.checked import FEWEST_CHECKED
from analysis.report.reader import UNATTRIBUTED
from analysis.wording import numbers
from analysis.wording.numbers import NBSP, count, counted

_LABELS = {
    "quotations": {
        "precision": ("Precision", "Of the quotations checked, those that are quotations"),
        "speaker": ("Right speaker", "Of those, the ones credited to the right speaker"),
        "precision with speaker": ("Both right", "Of the quotations checked"),
    },
    "sentences": {
        "recall": ("Recall", "Of the sentences in which somebody is quoted, those where nothing is missed"),
        "precision": ("Precision", "Of the sentences with something marked, those where it is right"),
        "speaker": ("Right speaker", "Of those, the ones credited to the right speaker"),
        "precision with speaker": ("Both right", "Of the sentences with something marked"),
    },
}


def figures(sample: Sample, answers: Answers) -> None:
    """Draw precision, and recall where sentences were checked, with their intervals."""
    section("What the answers say", "Part that is right, and its 95 % interval")
    unsure = sum(answer.verdict == "unsure" for answer in answers.values())
    rows = {row["measure"]: row for row in accuracy(sample, answers).to_dict("records")}
    for measure, (label, meaning) in _LABELS[sample.unit].items():
        row = rows[measure]
        if row["value"] != row["value"]:
            figure, line = "–", f"{meaning}. None checked yet."
        else:
            interval = numbers.interval(row["low"], row["high"])
            figure = numbers.share(row["value"])
            line = f"95{NBSP}%: {interval}. {meaning}: {count(row['right'])} of {count(row['checked'])}."
        _figure(label, figure, line)
    if unsure:
        note(f"{counted(unsure, 'answer')} “not sure” left out.")


def shares(view: View, sample: Sample, answers: Answers) -> None:
    """Draw the error-corrected shares beside the raw ones."""
    section(
        "Error-corrected share of voice",
        "Of all quoted words; what the answers show to be wrong, taken out of the shares of everything",
    )
    known = sum(answer.verdict != "unsure" for answer in answers.values())
    if known < FEWEST_CHECKED:
        more = counted(FEWEST_CHECKED - known, "more answer")
        note(f"Shares are corrected from {FEWEST_CHECKED} answers on: {more} to go.")
        return
    try:
        table = corrected_shares(_statements_then(view, sample), sample, answers)
    except AnalysisError as error:
        empty(str(error))
        return
    st.dataframe(
        _as_rows(table),
        hide_index=True,
        column_config={"Speaker": st.column_config.TextColumn("Speaker", width="medium")},
    )
    missing = "" if sample.unit == "sentences" else " What is missed altogether shows only in sentences."
    note(
        "Raw: as everywhere else on these pages. Error-corrected: prediction-powered inference from "
        f"{counted(known, 'answer')}; its interval holds the errors that the raw share’s does not.{missing}"
    )
    csv_button("error-corrected-shares", table, f"Checked by hand: {sample_line(sample)}")


def _statements_then(view: View, sample: Sample) -> pd.DataFrame:
    """What a sample was drawn from, as it was then."""
    return view.once(("statements then", sample.sample_id), lambda: statements_then(view.corpus.path, sample))


def save(book: Kept) -> None:
    """Draw the buttons that save all that was checked, for measuring and training."""
    with st.popover("Save what was checked", key="save-checked"):
        note("All samples, in the formats that newsvoices evaluate and training read.")
        for label, name in (
            ("Articles with marks (JSONL)", "checked.jsonl"),
            ("Their speakers (JSON)", "speakers.json"),
        ):
            st.download_button(
                label,
                partial(_file, name, book),
                name,
                "application/json",
                key=f"save-{name}",
                on_click="ignore",
                width="stretch",
            )


def _file(name: str, book: Kept) -> bytes:
    return marks(book)[name == "speakers.json"]


def marks(book: Kept) -> tuple[bytes, bytes]:
    """The two files: articles with marks, and who speaks in them."""
    articles, speakers = marked_articles(book.view.corpus, book.samples, book.answers)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in articles)
    named = json.dumps(speakers, ensure_ascii=False, indent=1) + "\n"
    return lines.encode("utf-8", "replace"), named.encode("utf-8", "replace")


def _figure(label: str, figure: str, line: str) -> None:
    # Figures of this module only: no words of others are in them.
    st.html(
        f'<div class="nv-change"><h3>{label}</h3><p>{figure}</p><small>{line}</small></div>',
    )


def _as_rows(table: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (
            row["speaker"] if isinstance(row["speaker"], str) else f"({UNATTRIBUTED})",
            numbers.share(row["share"]),
            "" if row["corrected"] != row["corrected"] else numbers.share(row["corrected"]),
            "" if row["low"] != row["low"] else numbers.interval(row["low"], row["high"]),
        )
        for row in table.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["Speaker", "Raw", "Error-corrected", f"95{NBSP}%"])
