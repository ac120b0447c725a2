"""What do corrections mend, and which errors remain when every speaker is right?

Adds the articles whose speakers are marked to a corpus of its own, corrects
the speaker of every quotation that matches a marked one, as the page Review
does, and reads the corpus anew. Then the other errors are taken away one after
the other: what was not said, what was missed, and where contents begin and end.

    python benchmarks/corrected.py --gold dev.jsonl --speakers speakers-dev.json
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from analysis import analyze
from analysis.curation.correcting import speaker_of_quotation
from analysis.evaluation import (
    Credited,
    GoldArticle,
    Predictions,
    SpeakerMark,
    SpeakerMarks,
    credited,
    measure_voices,
    read_gold,
    read_speaker_marks,
)
from analysis.evaluation.attributions import ATTRIBUTED, Pair, matched, overlapping
from analysis.evaluation.characters import characters
from analysis.model import KINDS, Span
from analysis.pipeline import ENGINES
from analysis.store import open_corpus, write
from analysis.store.corrections import Correction, add_corrections

WHO = "benchmarks/corrected.py"


def main() -> None:
    """Read the command line and print the share-of-voice error step by step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--speakers", type=Path, required=True)
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    options = parser.parse_args()
    gold = read_gold(options.gold)
    marks = read_speaker_marks(options.speakers, gold)
    gold = tuple(article for article in gold if article.article_id in marks)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        found = [analyze(article.article, engine=options.engine) for article in gold]
        write(corpus, found)
        stored_ids = dict(
            zip((g.article_id for g in gold), (a.article.article_id for a in found), strict=True)
        )
        before = stored(corpus, stored_ids)
        count = add_corrections(corpus, corrections(corpus, gold, marks, stored_ids))
        after = stored(corpus, stored_ids)
    steps = {"as found": before, f"{count} speakers corrected": after}
    right = {a.article_id: matching(a, marks[a.article_id], after[a.article_id]) for a in gold}
    steps["and what nobody said taken out"] = {
        a.article_id: tuple(q for _, q in right[a.article_id]) for a in gold
    }
    steps["and what was missed put in"] = {
        a.article_id: with_missed(a, marks[a.article_id], right[a.article_id]) for a in gold
    }
    bounded = {
        name: [(mark, replace(one, content=mark.content)) for mark, one in found]
        for name, found in right.items()
    }
    steps["and contents as marked"] = {
        a.article_id: with_missed(a, marks[a.article_id], bounded[a.article_id]) for a in gold
    }
    for step, predictions in steps.items():
        figures = measure_voices(gold, marks, predictions)
        wrong = figures.found.gold - figures.found.right
        print(f"{step:34} share-of-voice error {figures.voice_error:.3f}, wrong speakers {wrong}")


def stored(corpus: Path, stored_ids: Mapping[str, str]) -> Predictions:
    """What a corpus says, read anew."""
    opened = open_corpus(corpus)
    return {gold_id: credited(opened.analysis(stored_id)) for gold_id, stored_id in stored_ids.items()}


def corrections(
    path: Path, gold: Sequence[GoldArticle], marks: SpeakerMarks, stored_ids: Mapping[str, str]
) -> list[Correction]:
    """The marked speaker for every quotation that matches a marked one."""
    corpus = open_corpus(path)
    made: list[Correction] = []
    for article in gold:
        stored_id = stored_ids[article.article_id]
        quotations = corpus.analysis(stored_id).quotations
        for pair in pairs(article, [one.content for one in quotations]):
            mark = marks[article.article_id].get(article.quotations[pair.gold].mark_id)
            if mark is None:
                continue
            kind = next((known for known in KINDS if known == mark.kind), None)
            made.append(
                speaker_of_quotation(
                    corpus,
                    quotations[pair.predicted].quotation_id,
                    mark.speaker,
                    kind,
                    article_id=stored_id,
                    by=WHO,
                )
            )
    return made


def pairs(article: GoldArticle, contents: Sequence[tuple[Span, ...]]) -> list[Pair]:
    """Marked and found quotations whose contents overlap enough."""
    text = article.article.text
    marked = [characters(one.content, text) for one in article.quotations]
    return matched(overlapping(marked, [characters(one, text) for one in contents]), ATTRIBUTED)


def matching(
    article: GoldArticle, marks: Mapping[str, SpeakerMark], found: Sequence[Credited]
) -> list[tuple[Credited, Credited]]:
    """Pairs of a marked statement and what was found for it, in text order."""
    return [
        (replace(mark, speaker=marks[mark.mark_id].speaker), found[pair.predicted])
        for pair in sorted(pairs(article, [one.content for one in found]))
        if (mark := article.quotations[pair.gold]).mark_id in marks
        and marks[mark.mark_id].is_statement
        and found[pair.predicted].is_statement
    ]


def with_missed(
    article: GoldArticle, marks: Mapping[str, SpeakerMark], right: Sequence[tuple[Credited, Credited]]
) -> tuple[Credited, ...]:
    """What was found rightly, and every marked statement that was not found."""
    known = {mark.mark_id for mark, _ in right}
    missed = (
        replace(one, speaker=marks[one.mark_id].speaker, is_statement=True)
        for one in article.quotations
        if one.mark_id in marks and marks[one.mark_id].is_statement and one.mark_id not in known
    )
    return (*(found for _, found in right), *missed)


if __name__ == "__main__":
    main()
