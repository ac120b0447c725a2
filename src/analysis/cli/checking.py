"""Check a random sample by hand, and report what comes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from analysis.cli.asking import ask
from analysis.cli.messages import note
from analysis.cli.options import (
    by_option,
    corpus_option,
    last_day_option,
    readable_corpus,
    selection_options,
    table_format_option,
    writable_corpus,
)
from analysis.cli.output import as_json_line, write_file, write_frame, write_lines
from analysis.cli.selecting import selected
from analysis.cli.terminal import table_lines
from analysis.curation.answers import VERDICTS, Verdict, answer_of, holding, undo_of_last
from analysis.curation.checked import accuracy, corrected_shares, sample_line, statements_then
from analysis.curation.checks import keep_answers, keep_sample, stored_answers, stored_sample, stored_samples
from analysis.curation.marked import marked_articles, sentences_alone
from analysis.curation.samples import UNITS, Sample, Unit, draw_sample
from analysis.measures.resampling import SEED
from analysis.store import open_corpus
from analysis.wording import numbers
from analysis.wording.cells import UNATTRIBUTED, plain_value
from analysis.wording.selections import in_words

_by_option = by_option("answers")
_sample_argument = click.argument("sample_id", metavar="SAMPLE")


@click.group()
def check() -> None:
    """Check a random sample by hand.

    Draw quotations to learn how many are right, sentences to learn how many
    are missed; answer one by one; the report has precision, recall and the
    error-corrected shares with 95 % intervals.
    """


@check.command()
@click.option(
    "--of", "unit", type=click.Choice(UNITS), default=UNITS[0], show_default=True, help="What to check."
)
@click.option("--size", type=click.IntRange(min=1), default=100, show_default=True, help="How many to draw.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Another one draws others.")
@_by_option
@selection_options
@last_day_option
@corpus_option
def draw(unit: Unit, size: int, seed: int, by: str, corpus: str | None, **filters: Any) -> None:
    """Draw a sample and print its id."""
    folder = writable_corpus(corpus)
    view = selected(corpus, **filters)
    drawn = draw_sample(view.corpus, view.selection, unit, size, seed=seed, by=by)
    write_lines([keep_sample(folder, drawn).sample_id])
    note(f"sample {drawn.sample_id}: {sample_line(drawn)}")
    note(f"`newsvoices check answer {drawn.sample_id}` asks about them one by one")


@check.command("list")
@corpus_option
def list_samples(corpus: str | None) -> None:
    """Print all samples and how far each is answered."""
    folder = readable_corpus(corpus)
    open_corpus(folder)
    answers = stored_answers(folder)
    rows = [
        (
            sample.sample_id,
            f"{sample.at:%Y-%m-%d %H:%M}",
            sample.by,
            sample.unit,
            numbers.count(len(sample.items)),
            numbers.count(len(holding(answers, sample.sample_id))),
            str(sample.seed),
            in_words(sample.selection) or "Everything",
        )
        for sample in stored_samples(folder)
    ]
    heads = ["sample", "when", "who", "of", "size", "answered", "seed", "selection"]
    write_lines(table_lines(heads, rows, right=[False] * 4 + [True] * 3 + [False]))


@check.command()
@_sample_argument
@click.argument("number", type=click.IntRange(min=1), required=False)
@click.argument("verdict", type=click.Choice([one for one in VERDICTS if one != "undone"]), required=False)
@click.option("--speaker", metavar="NAME", help="Who says it, with speaker and missed; nobody without.")
@click.option("--which", type=click.IntRange(min=1), help="Which of several quotations in a sentence.")
@click.option("--said", default="", metavar="WORDS", help="The words that were missed; else the sentence.")
@_by_option
@corpus_option
def answer(
    sample_id: str,
    number: int | None,
    verdict: Verdict | None,
    speaker: str | None,
    which: int | None,
    said: str,
    by: str,
    corpus: str | None,
) -> None:
    """Answer what is asked of each item; without a NUMBER one after another.

    VERDICT is right, speaker (a quotation, but of somebody else), wrong (no
    quotation), missed (something is said in the sentence and not found) or
    unsure (does not count).
    """
    folder = writable_corpus(corpus)
    opened, sample = open_corpus(folder), stored_sample(folder, sample_id)
    if number is None:
        ask(opened, sample, by=by)
    elif verdict is None:
        raise click.UsageError(f"number {number} needs a VERDICT")
    else:
        one = answer_of(
            sample,
            number - 1,
            verdict,
            corpus=opened,
            by=by,
            speaker=speaker,
            which=which - 1 if which else None,
            said=said,
        )
        keep_answers(folder, one)
        _tell_progress(folder, sample)


@check.command()
@_sample_argument
@_by_option
@corpus_option
def undo(sample_id: str, by: str, corpus: str | None) -> None:
    """Take the last answer to a sample back."""
    folder = writable_corpus(corpus)
    sample = stored_sample(folder, sample_id)
    back = undo_of_last(stored_answers(folder), sample.sample_id, by)
    if back is None:
        note(f"sample {sample.sample_id} has no answer to undo")
        return
    keep_answers(folder, back)
    note(f"number {back.place + 1} is open again")
    _tell_progress(folder, sample)


@check.command()
@_sample_argument
@click.option("--shares", is_flag=True, help="The error-corrected shares, instead of precision and recall.")
@table_format_option
@corpus_option
def report(sample_id: str, shares: bool, format_: str, corpus: str | None) -> None:
    """Print precision and recall, or raw and error-corrected shares, with 95 % intervals."""
    folder = readable_corpus(corpus)
    sample = stored_sample(folder, sample_id)
    answers = holding(stored_answers(folder), sample.sample_id)
    if shares:
        found = corrected_shares(statements_then(folder, sample), sample, answers)
        heads, figures = ["speaker", "share", "error-corrected", "95 %"], ["share", "corrected"]
    else:
        found = accuracy(sample, answers)
        heads, figures = ["measure", "part", "95 %", "right"], ["value"]

    def cells(row: dict[Any, Any]) -> list[str]:
        right = [] if shares else [f"{row['right']:,} of {row['checked']:,}"]
        parts = [numbers.share(row[name]) for name in figures]
        who = plain_value(row[heads[0]]) or UNATTRIBUTED
        return [who, *parts, numbers.interval(row["low"], row["high"]), *right]

    write_frame(found, format_, heads, cells, right=[False] + [True] * (len(heads) - 1))
    note(f"sample {sample.sample_id}: {sample_line(sample)}")
    _tell_progress(folder, sample)


@check.command()
@click.option("--to", "file", required=True, metavar="FILE.jsonl", help="The file to write.")
@click.option("--speakers", metavar="FILE.json", help="A second file: who speaks in each.")
@click.option(
    "--sentences",
    is_flag=True,
    help="Only checked sentences, each a text of its own, as training wants them.",
)
@corpus_option
def export(file: str, speakers: str | None, sentences: bool, corpus: str | None) -> None:
    """Save what was checked, as `newsvoices evaluate` and training read it."""
    folder = readable_corpus(corpus)
    samples = [one for one in stored_samples(folder) if not sentences or one.unit == "sentences"]
    articles, named = marked_articles(open_corpus(folder), samples, stored_answers(folder))
    if sentences:
        articles, named = sentences_alone(articles, named)
    write_file(file, "".join(as_json_line(row) + "\n" for row in articles))
    if speakers:
        write_file(speakers, as_json_line(named) + "\n")
    marks = sum(len(row["attributions"]) for row in articles)
    texts = numbers.counted(len(articles), "sentence" if sentences else "article")
    note(f"{file}: {texts} with {numbers.counted(marks, 'quotation')}")


def _tell_progress(folder: Path, sample: Sample) -> None:
    done = len(holding(stored_answers(folder), sample.sample_id))
    note(f"{numbers.count(done)} of {numbers.count(len(sample.items))} answered")
