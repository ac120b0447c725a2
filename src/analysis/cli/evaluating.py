"""Measure how well an engine does on articles that a user has marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from analysis.cli.messages import Watch, note
from analysis.cli.options import engine_option
from analysis.cli.output import write_json_line, write_lines
from analysis.cli.terminal import table_lines
from analysis.evaluation import (
    Agreement,
    AttributionFigures,
    EngineRun,
    GoldArticle,
    VoiceFigures,
    measure_attributions,
    measure_voices,
    read_gold,
    read_predictions,
    read_speaker_marks,
    run_engine,
)
from analysis.pipeline import ENGINES, analyzer_id
from analysis.wording import numbers

_PARTS = ("precision", "recall", "f1", "right", "predicted", "gold")
_HEADS = ["figure", "precision", "recall", "F1", "right", "predicted", "gold"]

_FOUND = {
    "content_characters": "content characters",
    "matched_0.3": "contents, overlap ≥ 0.3",
    "matched_0.8": "contents, overlap ≥ 0.8",
    "covered_0.3": "contents, covered > 0.3",
    "covered_0.8": "contents, covered > 0.8",
    "source_characters": "source characters of found ones",
    "attribution": "attribution: content and source",
    "attribution_quoted": "… in quotation marks",
    "attribution_speech": "… with a cue of speech",
    "exact_source": "exact pieces of sources",
    "exact_cue": "exact pieces of cues",
    "exact_content": "exact pieces of contents",
}
_SHARES = {
    "source_words": "right source, of those found",
    "recall_direct": "found with source: direct",
    "recall_mixed": "found with source: mixed",
    "recall_indirect": "found with source: indirect",
}
_VOICE_SHARES = {
    "found": "right speaker, of those found",
    "found_persons": "… persons",
    "found_pronouns": "… whose source is a pronoun",
    "confident": "right, of confidence ≥ 0.9",
    "confident_found": "… of those found",
    "loudest": "loudest speaker found",
}


@click.command()
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD.jsonl")
@click.option(
    "--speakers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Who is credited with which attribution; adds figures of speakers and shares of voice.",
)
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Score these predictions (as `newsvoices analyze --gold-json` prints them), run no engine.",
)
@engine_option
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
def evaluate(
    gold: Path, speakers: Path | None, predictions: Path | None, engine: str | None, format_: str
) -> None:
    """Measure an engine on articles whose quotations somebody has marked.

    GOLD.jsonl has one article a line, in the format of data/gold/articles.jsonl,
    and --speakers that of data/gold/speakers.json: see data/README.md.
    """
    if predictions and engine:
        raise click.UsageError("give --engine or --predictions, not both")
    articles = read_gold(gold)
    marks = read_speaker_marks(speakers, articles) if speakers else None
    watch = Watch((str(gold),))
    done = (
        EngineRun(read_predictions(predictions, articles), None)
        if predictions
        else _run(articles, engine or ENGINES[0], watch)
    )
    found = measure_attributions(articles, done.predictions)
    voices = measure_voices(articles, marks, done.predictions) if marks is not None else None
    name = str(predictions) if predictions else analyzer_id(engine or ENGINES[0])
    if format_ == "json":
        write_json_line(_record(name, found, voices, done.articles_per_cpu_second))
    else:
        write_lines(_report(name, found, voices, done.articles_per_cpu_second))
    watch.finish()


def _run(articles: tuple[GoldArticle, ...], engine: str, watch: Watch) -> EngineRun:
    with watch.progress("Analyzing"):
        done = run_engine(articles, engine, on_done=watch.reach)
    for article_id, reason in done.failed:
        watch.fail(article_id, reason)
    if done.failed:
        note("articles that could not be analyzed count as articles in which nothing was found")
    return done


def _report(
    name: str, found: AttributionFigures, voices: VoiceFigures | None, speed: float | None
) -> list[str]:
    marked = numbers.counted(found.agreements["attribution"].gold, "attribution")
    rows = [_row(label, found.agreements[key]) for key, label in _FOUND.items()]
    rows += [_share_row(label, found.agreements[key]) for key, label in _SHARES.items()]
    if voices:
        rows.append(_row("speaker: content and speaker", voices.speaker))
        rows += [_share_row(label, getattr(voices, key)) for key, label in _VOICE_SHARES.items()]
    lines = [f"{name} on {numbers.counted(found.articles, 'article')} with {marked}, percent", ""]
    lines += table_lines(_HEADS, rows, right=[False] + [True] * 6)
    lines.append("")
    if found.attribution_interval:
        low, high = map(_percent, found.attribution_interval)
        lines.append(f"attribution F1, 95 % interval by resampling articles: {low} to {high}")
    if voices and voices.voice_error is not None:
        of = numbers.counted(voices.articles, "article")
        lines.append(
            f"share-of-voice error (0 is perfect, 1 the worst): {voices.voice_error:.3f}, mean of {of}"
        )
    if speed is not None:
        lines.append(f"articles per CPU second: {speed:.1f}")
    return lines


def _row(label: str, agreement: Agreement) -> tuple[str, ...]:
    parts = (agreement.precision, agreement.recall, agreement.f1)
    counts = (agreement.right, agreement.predicted, agreement.gold)
    return (label, *map(_percent, parts), *map(numbers.count, counts))


def _share_row(label: str, agreement: Agreement) -> tuple[str, ...]:
    """Of things that are counted once, only one part means anything."""
    part = _percent(agreement.recall) if agreement.gold else "–"
    return (label, "", part, "", numbers.count(agreement.right), "", numbers.count(agreement.gold))


def _percent(part: float) -> str:
    return f"{100 * part:.1f}"


def _record(
    name: str, found: AttributionFigures, voices: VoiceFigures | None, speed: float | None
) -> dict[str, Any]:
    record: dict[str, Any] = {
        "analyzer": name,
        "articles": found.articles,
        "attributions": {key: _parts(agreement) for key, agreement in found.agreements.items()},
        "attribution_f1_interval": found.attribution_interval,
        "articles_per_cpu_second": speed,
    }
    if voices:
        record["speakers"] = {
            "articles": voices.articles,
            "speaker": _parts(voices.speaker),
            **{key: _parts(getattr(voices, key)) for key in _VOICE_SHARES},
            "voice_error": voices.voice_error,
        }
    return record


def _parts(agreement: Agreement) -> dict[str, float | int]:
    return {name: getattr(agreement, name) for name in _PARTS}
