"""How does what a person says of an item become an answer to a sample?

The same for the page and the command line: a name as the corpus has it, words
that are found in the sentence.
"""

from __future__ import annotations

from typing import cast

from analysis.curation.samples import Answer, Item, Sample, Verdict
from analysis.errors import AnalysisError
from analysis.model import KINDS, UNNAMED_SOURCES, Kind
from analysis.store import Corpus
from analysis.store.corrections import Passage


def answer_of(
    sample: Sample,
    place: int,
    verdict: Verdict,
    *,
    corpus: Corpus,
    by: str,
    speaker: str | None = None,
    which: int | None = None,
    said: str = "",
) -> Answer:
    """The answer to one item.

    Args:
        sample: What was drawn.
        place: Which item, counted from 0.
        verdict: As in `analysis.store.samples.Answer`.
        corpus: Where kinds of speakers are looked up.
        by: Who answers.
        speaker: Who says it, for ``speaker`` and ``missed``; None is nobody that could be named.
        which: Which of several quotations at the item is meant; all if None.
        said: The words that were missed, as they stand in the sentence.

    Raises:
        AnalysisError: there is no such item, the answer does not fit it, or the words do not stand there.
    """
    if not 0 <= place < len(sample.items):
        raise AnalysisError(f"sample {sample.sample_id} has {len(sample.items)} items, no number {place + 1}")
    item = sample.items[place]
    if verdict == "missed" and sample.unit != "sentences":
        raise AnalysisError("what was missed is found by checking sentences, not quotations")
    if verdict in ("speaker", "wrong") and not item.found:
        raise AnalysisError("nothing was found in this sentence; answer right or missed")
    if which is not None and not 0 <= which < len(item.found):
        raise AnalysisError(f"this item has {len(item.found)} quotations, no number {which + 1}")
    name = speaker.strip() or None if speaker and verdict in ("speaker", "missed") else None
    return Answer(
        sample.sample_id,
        place,
        verdict,
        by,
        speaker=name,
        kind=kind_of(corpus, name) if name else None,
        which=which if verdict in ("speaker", "wrong") else None,
        missed=(_stretch(item, said),) if verdict == "missed" else (),
    )


def kind_of(corpus: Corpus, name: str) -> Kind:
    """The kind that a speaker has in the corpus; a person where nobody knows the name."""
    if name == UNNAMED_SOURCES:
        return "unnamed"
    known = corpus.speakers()
    kinds = known["kind"][known["speaker"] == name].tolist()
    return cast("Kind", next((kind for kind in KINDS if kind in kinds), "person"))


def _stretch(item: Item, said: str) -> Passage:
    sentence = item.pieces[0]
    words = said.strip() or sentence.text
    start = sentence.text.find(words)
    if start < 0:
        raise AnalysisError(f"“{words}” does not stand in the sentence; leave only words that do, unchanged")
    return Passage(sentence.start + start, sentence.start + start + len(words), words)
