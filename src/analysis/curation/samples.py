"""Random samples that a person checks: what they are, and how they are drawn.

Each quotation or sentence comes into a sample with the same chance, in random
order, by a seed that is kept: the same seed draws the same from the same
version of a corpus, and a larger sample begins with the smaller one. A sample
keeps what was found at each of its items when it was drawn: later corrections
and analyses change neither what was asked nor what the answers say of it.

What is answered stands in `analysis.curation.answers`; where both are kept is
decided in `analysis.curation.checks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

from analysis.errors import CorpusError
from analysis.measures.resampling import SEED
from analysis.model import Act, Analysis, Kind, Quotation, Selection, Sentence, Span, content_hash
from analysis.store.corpus import Corpus
from analysis.store.corrections import Passage, passages
from analysis.text import count_words

Unit = Literal["quotations", "sentences"]
UNITS: tuple[Unit, ...] = get_args(Unit)

_NAMES = ("article_id", "quotation_id", "speaker", "kind")
Names = dict[tuple[str, str], str | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation that was found at an item.

    ``speaker`` is the name used across articles, ``name`` that of the article;
    ``words`` are those of its words that stand in the item.
    """

    quotation_id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: str | None
    name: str | None
    kind: Kind | None
    act: Act
    words: int


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked about: a quotation or a sentence, with all that was found there."""

    article_id: str
    pieces: tuple[Passage, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A random sample of the quotations, or of the sentences, of a selection.

    ``items`` stand in random order, so that the first of them are a random
    sample too; ``of`` is how many there are in all. The same question, size
    and seed give the same ``sample_id``.
    """

    unit: Unit
    seed: int
    selection: Selection
    of: int
    items: tuple[Item, ...]
    analyzer: str
    corpus_id: str
    corpus_version: int
    corrections_version: int
    by: str
    at: datetime
    sample_id: str = ""

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"no unit {self.unit!r}; there are: {', '.join(UNITS)}")
        if not self.sample_id:
            asked = (self.unit, self.seed, self.selection, len(self.items), self.corpus_id)
            versions = (self.corpus_version, self.corrections_version)
            object.__setattr__(self, "sample_id", content_hash(*map(repr, asked + versions)))


def draw_sample(
    corpus: Corpus, selection: Selection, unit: Unit, size: int, *, seed: int = SEED, by: str
) -> Sample:
    """Draw quotations or sentences from what shares of a selection are parts of.

    Args:
        corpus: What to draw from.
        selection: What of it; whatever speakers it names, all are drawn from.
        unit: ``quotations`` to learn how many are right, ``sentences`` to learn what is missed.
        size: How many; all where there are fewer.
        seed: Another one draws others.
        by: Who draws.

    Raises:
        CorpusError: there is nothing to draw.
        ValueError: ``size`` is below 1.
    """
    if size < 1:
        raise ValueError(f"a sample of {size}; draw at least 1")
    base = selection.base()
    draw = _quotations if unit == "quotations" else _sentences
    items, of = draw(corpus, base, size, np.random.default_rng(seed))
    if not items:
        raise CorpusError(
            f"{corpus.path}: no {unit} in this selection; widen the dates or leave a filter out"
        )
    return Sample(
        unit=unit,
        seed=seed,
        selection=base,
        of=of,
        items=tuple(items),
        analyzer=corpus.analyzer,
        corpus_id=corpus.corpus_id,
        corpus_version=corpus.version,
        corrections_version=corpus.corrections_version,
        by=by,
        at=datetime.now(UTC),
    )


def _quotations(
    corpus: Corpus, base: Selection, size: int, source: np.random.Generator
) -> tuple[list[Item], int]:
    rows = corpus.quotations(base, columns=_NAMES)
    chosen = rows.iloc[source.permutation(len(rows))[:size]]
    known, names = corpus.analyses(set(chosen["article_id"])), _names(chosen)
    items = []
    for article_id, quotation_id in zip(chosen["article_id"], chosen["quotation_id"], strict=True):
        analysis = known[article_id]
        quotation = next(one for one in analysis.quotations if one.quotation_id == quotation_id)
        pieces = passages(analysis.article.text, quotation.content)
        items.append(Item(article_id, pieces, (_found(analysis, quotation, names, quotation.words),)))
    return items, len(rows)


def _sentences(
    corpus: Corpus, base: Selection, size: int, source: np.random.Generator
) -> tuple[list[Item], int]:
    counts = corpus.sentence_counts(base)
    ends = counts["sentences"].to_numpy().cumsum()
    of = int(ends[-1]) if len(ends) else 0
    chosen = source.permutation(of)[:size]
    places = np.searchsorted(ends, chosen, side="right")
    ids = counts["article_id"].to_numpy()[places].tolist()
    firsts = chosen - (ends - counts["sentences"].to_numpy())[places]
    known = corpus.analyses(set(ids))
    names = _names(corpus.quotations(base, columns=_NAMES, article_ids=sorted(set(ids))))
    return [
        _item(known[article_id], known[article_id].sentences[int(first)], names)
        for article_id, first in zip(ids, firsts, strict=True)
    ], of


def _item(analysis: Analysis, sentence: Sentence, names: Names) -> Item:
    touching = [
        (quotation, words_within(quotation.content, sentence.span, analysis.article.text))
        for quotation in analysis.quotations
        if (analysis.article.article_id, quotation.quotation_id) in names
        and any(piece.overlaps(sentence.span) for piece in quotation.content)
    ]
    found = tuple(_found(analysis, quotation, names, words) for quotation, words in touching)
    return Item(analysis.article.article_id, passages(analysis.article.text, [sentence.span]), found)


def words_within(content: Sequence[Span], span: Span, text: str) -> int:
    """How many words of a content stand in a stretch of the text."""
    return sum(
        count_words(text[max(piece.start, span.start) : min(piece.end, span.end)])
        for piece in content
        if piece.overlaps(span)
    )


def _names(rows: pd.DataFrame) -> Names:
    """The names used across articles, by article and quotation."""
    keys = zip(rows["article_id"], rows["quotation_id"], strict=True)
    names: list[Any] = [name if isinstance(name, str) else None for name in rows["speaker"]]
    return dict(zip(keys, names, strict=True))


def _found(analysis: Analysis, quotation: Quotation, names: Names, words: int) -> Found:
    return Found(
        quotation_id=quotation.quotation_id,
        content=quotation.content,
        source=quotation.source,
        cue=quotation.cue,
        speaker=names[analysis.article.article_id, quotation.quotation_id],
        name=quotation.speaker,
        kind=quotation.kind,
        act=quotation.act,
        words=words,
    )
