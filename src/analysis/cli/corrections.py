"""Which corrections are there, and how are they undone and carried elsewhere?"""

from __future__ import annotations

from pathlib import Path

import click

from analysis.cli.correcting import signed_options, signer, store
from analysis.cli.files import whole_file
from analysis.cli.layout import table_lines
from analysis.cli.messages import Failure, note
from analysis.cli.options import corpus_option, readable_corpus, writable_corpus
from analysis.cli.output import write_lines
from analysis.store import open_corpus
from analysis.store.corrections import (
    add_corrections,
    as_line,
    read_lines,
    standing,
    stored_corrections,
    undo_of,
)
from analysis.wording.numbers import counted


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
def undo(correction_id: str, corpus: str | None, by: str | None, why: str) -> None:
    """Take a correction back; undoing an undoing brings it back."""
    folder = writable_corpus(corpus)
    known = {one.correction_id: one for one in stored_corrections(folder)}
    if correction_id not in known:
        raise Failure(f"{folder}: no correction {correction_id}; `newsvoices corrections list` shows them")
    store(folder, undo_of(known[correction_id], signer(by), why))


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
    with whole_file(Path(file)) as part:
        part.write_text("".join(as_line(one) + "\n" for one in stored), "utf-8")
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
