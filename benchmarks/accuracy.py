"""How accurate is each engine, beside what others reach on the same articles?

Measures every engine on articles whose quotations and speakers are marked,
and writes two files: the table ``benchmarks/accuracy.md`` for readers and
``src/analysis/evaluation/accuracy.json``, which ships with the package.

    python benchmarks/accuracy.py --gold dev.jsonl --speakers speakers-dev.json

Formats: data/README.md. The published table uses the dev articles of PolNeAR
1.0 (https://github.com/networkdynamics/PolNeAR), converted to these formats;
name other articles with ``--corpus``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from analysis.evaluation import (
    GoldArticle,
    SpeakerMarks,
    headline,
    measure_attributions,
    measure_voices,
    read_gold,
    read_speaker_marks,
    run_engine,
)
from analysis.pipeline import ENGINES, analyzer_id

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src/analysis/evaluation/accuracy.json"
TABLE = HERE / "accuracy.md"

Row = tuple[str, Sequence[float | str | None]]

FOUND_HEADS = (
    "attribution F1",
    "quoted text only F1",
    "speech cues only F1",
    "content characters F1",
    "articles per CPU second",
)
FOUND_FIGURES = (
    "attribution_f1",
    "attribution_quoted_f1",
    "attribution_speech_f1",
    "content_characters_f1",
    "articles_per_cpu_second",
)
FOUND_BY_OTHERS: tuple[Row, ...] = (
    ("quotation marks and the nearest name", (23.7, 48.3, 38.8, 58.2, "3,700")),
    ("textacy 0.13, pieces joined", (27.5, 59.9, 45.0, 47.7, "3.4")),
    ("Gender Gap Tracker on spaCy 3.8 sm, pieces joined", (44.5, 59.4, 65.2, 67.0, "3.2")),
    ("BBC Citron, retrained on PolNeAR train", (52.7, 63.4, 63.2, 70.6, "1.7")),
    ("two people against each other (16 articles)", (75.4, 93.7, None, 91.3, None)),
)

VOICE_HEADS = (
    "right speaker, end to end F1",
    "right of found statements",
    "pronoun sources right",
    "share-of-voice error",
    "loudest speaker found",
)
VOICE_FIGURES = (
    "speaker_f1",
    "speaker_of_found",
    "speaker_of_found_pronouns",
    "voice_error",
    "loudest_speaker",
)
VOICES_BY_OTHERS: tuple[Row, ...] = (
    ("quotation marks and the nearest name", (18.4, 39.8, 0.0, ".657", 42.9)),
    ("textacy 0.13, pieces joined", (23.3, 65.6, 0.0, ".579", 42.9)),
    ("Gender Gap Tracker on spaCy 3.8 sm, pieces joined", (31.0, 63.1, 0.0, ".574", 42.9)),
    ("BBC Citron, retrained on PolNeAR train", (37.6, 61.9, 0.0, ".509", 50.0)),
    ("two people against each other (102 attributions)", (None, 94.0, None, None, None)),
)

EXACT_HEADS = ("source", "cue", "content")
EXACT_FIGURES = ("exact_source_f1", "exact_cue_f1", "exact_content_f1")
EXACT_BY_OTHERS: tuple[Row, ...] = (
    ("rules", (10.7, 22.8, 5.6)),
    ("CoreNLP", (13.9, None, 17.5)),
    ("CRF", (50.6, 53.4, 28.6)),
    ("two-layer BiLSTM-CRF", (71.1, 67.1, 60.9)),
    ("BERT-base, on a GPU", (81.1, 74.0, 68.9)),
    ("BERT-base and CofeNet, on a GPU", (83.2, 75.3, 72.9)),
)

BY_FORM_HEADS = (
    "direct, recall",
    "mixed, recall",
    "indirect, recall",
    "confidence ≥ .9: share",
    "right of these",
    "right of these that are found",
)
BY_FORM_FIGURES = (
    "recall_direct",
    "recall_mixed",
    "recall_indirect",
    "confident_share",
    "confident_right",
    "confident_found_right",
)


def measured(engine: str, gold: Sequence[GoldArticle], marks: SpeakerMarks, corpus: str) -> dict[str, Any]:
    """One engine's entry of ``accuracy.json``."""
    done = run_engine(gold, engine)
    found = measure_attributions(gold, done.predictions)
    voices = measure_voices(gold, marks, done.predictions)
    figures = {name: round(figure, 4) for name, figure in headline(found, voices).items()}
    if done.articles_per_cpu_second is not None:
        figures["articles_per_cpu_second"] = round(done.articles_per_cpu_second, 1)
    return {
        "engine": engine,
        "version": analyzer_id(engine).split(" ", 1)[1],
        "corpus": f"{corpus}, {found.articles} articles",
        "speakers_corpus": f"{voices.articles} of them, {voices.speaker.gold} statements",
        "figures": figures,
        "attribution_interval": [round(end, 4) for end in found.attribution_interval or (0.0, 1.0)],
    }


def table(name: str, heads: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """A Markdown table."""
    lines = [f"| {name} | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    return [*lines, *(f"| {label} | {' | '.join(map(cell, cells))} |" for label, cells in rows), ""]


def cell(figure: float | str | None) -> str:
    """Percent with one digit; a string as it stands; a dash for what nobody measured."""
    if figure is None:
        return "–"
    return figure if isinstance(figure, str) else f"{figure:.1f}"


def ours(entries: Sequence[dict[str, Any]], names: Sequence[str]) -> list[Row]:
    """One row an engine, percent; an error like a share of voice and a speed as they are."""

    def shown(figures: dict[str, float], name: str) -> float | str | None:
        if name not in figures:
            return None
        if name == "articles_per_cpu_second":
            return f"{figures[name]:.0f}" if figures[name] >= 20 else f"{figures[name]:.1f}"
        return f"{figures[name]:.3f}".lstrip("0") if name == "voice_error" else 100 * figures[name]

    return [
        (f"**newsvoices, {e['engine']}** {e['version']}", [shown(e["figures"], name) for name in names])
        for e in entries
    ]


def page(entries: Sequence[dict[str, Any]], command: str) -> str:
    """``accuracy.md``, whole."""
    intervals = ", ".join(
        f"{e['engine']} {100 * e['attribution_interval'][0]:.1f} to {100 * e['attribution_interval'][1]:.1f}"
        for e in entries
    )
    lines = [
        "# Accuracy",
        "",
        f"Measured on {entries[0]['corpus']}; speakers on {entries[0]['speakers_corpus']}. Percent,",
        "except the share-of-voice error (total variation distance, 0 is perfect) and speed. What each",
        "figure is: `AttributionFigures` and `VoiceFigures` in `src/analysis/evaluation`. Made by",
        "",
        "```",
        command,
        "```",
        "",
        "## Finding quotations and their source",
        "",
        *table("system", FOUND_HEADS, [*ours(entries, FOUND_FIGURES), *FOUND_BY_OTHERS]),
        f"95 % intervals of attribution F1, by resampling articles: {intervals}. Speeds",
        "of the others were taken in other runs on a shared machine: compare their order of magnitude.",
        "",
        "## Naming speakers",
        "",
        *table("system", VOICE_HEADS, [*ours(entries, VOICE_FIGURES), *VOICES_BY_OTHERS]),
        "The others give source words and resolve no names; these words stand for their speakers here.",
        "",
        "## Exact pieces, F1",
        "",
        *table("system", EXACT_HEADS, [*ours(entries, EXACT_FIGURES), *EXACT_BY_OTHERS]),
        "The others as published for the test articles of PolNeAR: Wang et al., *CofeNet: Context and",
        "Former-Label Enhanced Net for Complicated Quotation Extraction*, COLING 2022, table 6. Ours are",
        "for its dev articles.",
        "",
        "## By form and by confidence",
        "",
        *table("system", BY_FORM_HEADS, ours(entries, BY_FORM_FIGURES)),
    ]
    return "\n".join(lines)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--speakers", type=Path, required=True)
    options.add_argument("--corpus", default="PolNeAR dev", help="what the articles are called")
    given = options.parse_args()
    gold = read_gold(given.gold)
    marks = read_speaker_marks(given.speakers, gold)
    entries = []
    for engine in ENGINES:
        print(f"measuring {engine} …", file=sys.stderr, flush=True)
        entries.append(measured(engine, gold, marks, given.corpus))
    SHIPPED.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", "utf-8")
    command = f"python benchmarks/accuracy.py --gold {given.gold.name} --speakers {given.speakers.name}"
    TABLE.write_text(page(entries, command), "utf-8")
    print(f"wrote {SHIPPED.name} and {TABLE.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
