"""What the answers to a sample say of the engine, and of the shares it gives.

Shares are those of the corpus as it was when the sample was drawn, with the
corrections of then: what was corrected since would look like no mistake in
the sample, and like one everywhere else.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import pandas as pd

from analysis.catalog.view import View
from analysis.curation.answers import Answer, Answers
from analysis.curation.samples import Item, Sample
from analysis.measures.checked import corrected_share, sample_accuracy
from analysis.store import open_corpus
from analysis.store.corrections import stored_corrections
from analysis.text import count_words
from analysis.wording import numbers
from analysis.wording.selections import in_words

Heard = list[tuple[str | None, int]]
"""Who says how many words at an item."""


def accuracy(sample: Sample, answers: Answers) -> pd.DataFrame:
    """Precision, and recall where sentences were checked, as `measures.accuracy` gives them.

    Items that nobody was sure of do not count.
    """
    rows = [
        {
            "is_found": bool(item.found),
            "is_wrong": answer.verdict == "wrong",
            "is_speech": bool(heard(item, answer)),
            "is_missed": answer.verdict == "missed",
            "is_speaker_right": answer.verdict != "speaker",
        }
        for item, answer in _answered(sample, answers)
    ]
    columns = ["is_found", "is_wrong", "is_speech", "is_missed", "is_speaker_right"]
    return sample_accuracy(pd.DataFrame(rows, columns=columns), with_recall=sample.unit == "sentences")


def statements_then(path: str | os.PathLike[str], sample: Sample) -> pd.DataFrame:
    """The statements that a sample stands for, of the corpus as it was when the sample was drawn.

    Raises:
        CorpusError: that version cannot be read any more.
    """
    then = stored_corrections(path, sample.corrections_version)
    return View(open_corpus(path, sample.corpus_version, corrections=then), sample.selection).statements


def sample_line(sample: Sample) -> str:
    """What was drawn of what, how, and when the corpus was like that."""
    corrections = sample.corrections_version
    return (
        f"{numbers.count(len(sample.items))} of {numbers.count(sample.of)} {sample.unit}. "
        f"{in_words(sample.selection)}{' ' if in_words(sample.selection) else ''}"
        f"Seed {sample.seed}, analyzer {sample.analyzer}, corpus version {sample.corpus_version}"
        f"{f', corrections version {corrections}' if corrections else ''}."
    )


def corrected_shares(said: pd.DataFrame, sample: Sample, answers: Answers, *, top: int = 10) -> pd.DataFrame:
    """The error-corrected shares of voice of the loudest speakers, beside the raw ones.

    Args:
        said: The statements of the corpus as it was when the sample was drawn (`statements_then`).
        sample: What was drawn.
        answers: The answers that hold.
        top: How many speakers; what nobody is credited with comes besides.

    Returns:
        ``speaker`` (null: unattributed), ``share`` (raw), ``corrected``,
        ``low``, ``high`` (float; null below 20 answers), the largest raw share
        first. No statements give no rows.
    """
    checked = _answered(sample, answers)
    rows = []
    whole = int(said["words"].sum())
    for name in _speakers(said, top):
        everything = said.assign(part=said["words"].where(_is(said["speaker"], name), 0))
        theirs = corrected_share(
            everything,
            _as_items(checked, name),
            items=sample.of if sample.unit == "sentences" else None,
        )
        raw = float(everything["part"].sum()) / max(whole, 1)
        rows.append((name, raw, theirs.value, theirs.low, theirs.high))
    table = pd.DataFrame(rows, columns=["speaker", "share", "corrected", "low", "high"])
    return table.astype(dict.fromkeys(table.columns[1:], "float64")).astype({"speaker": "str"})


def heard(item: Item, answer: Answer) -> Heard:
    """Who is quoted at an item, as the person who checked it says, and with how many words there."""
    said: Heard = []
    for place, found in enumerate(item.found):
        is_meant = answer.which in (None, place)
        if answer.verdict == "wrong" and is_meant:
            continue
        speaker = answer.speaker if answer.verdict == "speaker" and is_meant else found.speaker
        said.append((speaker, found.words))
    missed = sum(count_words(piece.text) for piece in answer.missed)
    return [*said, (answer.speaker, missed)] if missed else said


def _answered(sample: Sample, answers: Answers) -> list[tuple[Item, Answer]]:
    known = sorted((place, answer) for place, answer in answers.items() if answer.verdict != "unsure")
    return [(sample.items[place], answer) for place, answer in known if place < len(sample.items)]


def _as_items(checked: Sequence[tuple[Item, Answer]], name: str | None) -> pd.DataFrame:
    rows = []
    for item, answer in checked:
        found: Heard = [(one.speaker, one.words) for one in item.found]
        rows.append((*_counted(found, name), *_counted(heard(item, answer), name)))
    return pd.DataFrame(rows, columns=["words", "part", "true_words", "true_part"])


def _counted(said: Heard, name: str | None) -> tuple[int, int]:
    return sum(words for _, words in said), sum(words for speaker, words in said if speaker == name)


def _speakers(said: pd.DataFrame, top: int) -> list[str | None]:
    words = said.groupby("speaker")["words"].sum().reset_index()
    ranked = words.sort_values(["words", "speaker"], ascending=[False, True])["speaker"].head(top)
    return [*ranked, *([None] if said["speaker"].isna().any() else [])]


def _is(speakers: pd.Series, name: str | None) -> pd.Series:
    return speakers.isna() if name is None else speakers == name
