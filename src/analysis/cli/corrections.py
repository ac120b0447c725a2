"""The commands about corrections: find what needs one, list, undo, export and import them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from analysis.cli.correcting import Signed, signed_options
from analysis.cli.messages import Failure, note
from analysis.cli.options import (
    corpus_option,
    last_day_option,
    readable_corpus,
    selection_options,
    table_format_option,
    writable_corpus,
)
from analysis.cli.output import write_file, write_frame, write_lines
from analysis.cli.selecting import selected
from analysis.cli.terminal import table_lines
from analysis.curation.review import names_alike, review_queue
from analysis.store import open_corpus
from analysis.store.corrections import (
    add_corrections,
    as_line,
    read_lines,
    standing,
    stored_corrections,
    undo_of,
)
from analysis.wording.cells import UNATTRIBUTED, plain_value
from analysis.wording.numbers import count, counted


@click.command()
@click.option("--names", is_flag=True, help="Speakers that look like one person, instead of quotations.")
@table_format_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many rows.")
@selection_options
@last_day_option
@corpus_option
def review(names: bool, format_: str, limit: int, corpus: str | None, **filters: Any) -> None:
    """Print the quotations whose correction would matter most, or speakers that look like one.

    Many words of little confidence and unattributed ones come first;
    `newsvoices correct` corrects them by their id.
    """
    view = selected(corpus, **filters)
    if names:
        write_frame(
            names_alike(view.corpus, limit=limit),
            format_,
            ["speaker", "other", "words", "why"],
            lambda row: (row["speaker"], row["other"], count(row["words"]), row["reason"]),
            right=[False, False, True, False],
        )
        return
    write_frame(
        review_queue(view.corpus, view.selection, limit=limit).table,
        format_,
        ["quotation", "why", "confidence", "words", "speaker", "text"],
        lambda row: (
            row["quotation_id"],
            row["reason"],
            f"{row['confidence']:.2f}",
            count(row["words"]),
            plain_value(row["speaker"]) or UNATTRIBUTED,
            row["text"],
        ),
        right=[False, False, True, True, False, False],
    )


@click.group()
def corrections() -> None:
    """List, undo, export and import corrections."""


@corrections.command("list")
@corpus_option
def list_corrections(corpus: str | None) -> None:
    """Print all corrections in the order of time, and what has become of each."""
    folder = readable_corpus(corpus)
    open_corpus(folder)
    stored = stored_corrections(folder)
    now = standing(stored)
    state = {one.correction_id: "undone" for one in now.undone}
    state |= {one.correction_id: f"overridden by {later.correction_id}" for one, later in now.overridden}
    heads = ["id", "when", "who", "what", "state", "why"]
    rows = [
        (
            one.correction_id,
            f"{one.at:%Y-%m-%d %H:%M}",
            one.by,
            one.described(),
            state.get(one.correction_id, "holds"),
            one.why,
        )
        for one in stored
    ]
    write_lines(table_lines(heads, rows, right=[False] * len(heads)))


@corrections.command()
@click.argument("correction_id", metavar="ID")
@signed_options
def undo(signed: Signed, correction_id: str) -> None:
    """Take a correction back; undoing an undoing brings it back."""
    known = {one.correction_id: one for one in stored_corrections(signed.folder)}
    if correction_id not in known:
        remedy = "`newsvoices corrections list` shows them"
        raise Failure(f"{signed.folder}: no correction {correction_id}; {remedy}")
    signed.store(undo_of(known[correction_id], signed.by, signed.why))


@corrections.command("export")
@click.option(
    "--to", "file", required=True, metavar="FILE", help="The file to write, one JSON object a line."
)
@corpus_option
def export_corrections(file: str, corpus: str | None) -> None:
    """Save all corrections to a file, to be imported elsewhere."""
    folder = readable_corpus(corpus)
    open_corpus(folder)
    stored = stored_corrections(folder)
    write_file(file, "".join(as_line(one) + "\n" for one in stored))
    note(f"{file}: {counted(len(stored), 'correction')}")


@corrections.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@corpus_option
def import_corrections(file: str, corpus: str | None) -> None:
    """Add the corrections of a file; of two about the same thing the latest holds."""
    folder = writable_corpus(corpus)
    open_corpus(folder)
    read = read_lines(file, Path(file).read_text("utf-8", errors="replace").splitlines())
    ids = {one.correction_id for one in read}
    added = add_corrections(folder, read)
    note(f"{folder}: {counted(added, 'correction')} added, {len(ids) - added:,} there already")
    for one, later in standing(stored_corrections(folder)).overridden:
        if ids & {one.correction_id, later.correction_id}:
            note(f"overridden: {one.described()} ({one.by}) by {later.described()} ({later.by})")
