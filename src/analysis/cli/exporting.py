"""Which table is saved, and in which kind of file?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from analysis.cli.exported import TABLES
from analysis.cli.files import checked_suffix, whole_file
from analysis.cli.messages import note
from analysis.cli.options import (
    corpus_option,
    file_and_last_day,
    file_and_last_day_option,
    selection_options,
    stamp_option,
)
from analysis.cli.question import explain, question
from analysis.cli.spreadsheets import SUFFIXES, write_table
from analysis.cli.stamping import save_stamp
from analysis.wording.numbers import counted


@click.command()
@click.argument("table", type=click.Choice([*TABLES]), metavar="TABLE")
@selection_options
@file_and_last_day_option
@stamp_option
@corpus_option
def export(table: str, targets: Sequence[str], stamp: str | None, corpus: str | None, **filters: Any) -> None:
    """Save articles, quotations or keywords to a .csv, .parquet or .xlsx file.

    TABLE is articles, quotations or keywords. Rows stand in the order of date,
    article and place in it. Text that a spreadsheet would run as a formula
    gets an apostrophe before it in .csv and .xlsx.
    """
    file, date_to = file_and_last_day(targets)
    suffix = checked_suffix(file, SUFFIXES)
    asked = question(corpus, date_to=date_to, **filters)
    frame = TABLES[table].read(asked)
    with whole_file(Path(file)) as part:
        write_table(frame, part, suffix, on_cut=note)
    note(f"{file}: {counted(len(frame), 'row')}")
    save_stamp(stamp, asked, f"export {table}", "words", lambda: frame)
    explain(asked, TABLES[table].metric)
