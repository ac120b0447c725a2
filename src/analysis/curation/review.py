"""What a person should look at first, to make the numbers better soonest.

Quotations come by the words that may be credited wrongly: many words of little
confidence before few words of less, unattributed ones with all their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import pandas as pd
from rapidfuzz import fuzz, process

from analysis.model import Selection
from analysis.store.corpus import Corpus
from analysis.store.corrections import TwoSpeakers

_MOST_NAMES = 2_000
_ALIKE = 88.0

_COUNTED = ("article_id", "speaker", "words", "confidence")
_SHOWN = (
    "quotation_id",
    "article_id",
    "speaker",
    "kind",
    "form",
    "text",
    "words",
    "tone",
    "confidence",
    "outlet",
    "published",
    "title",
)


@dataclass(frozen=True, slots=True)
class Queue:
    """Quotations that are worth checking, the most worth first.

    ``table`` lists the first of them; ``quotations`` and ``doubtful_words`` tell how much of it
    there is in all.
    """

    table: pd.DataFrame
    quotations: int
    doubtful_words: float


def review_queue(corpus: Corpus, selection: Selection | None = None, *, limit: int = 100) -> Queue:
    """The quotations that are worth checking, the most worth first.

    What a person has corrected has confidence 1 and is not offered again. Texts are
    read only of the articles that the answer comes from.

    Args:
        corpus: The corpus.
        selection: What is looked at; all statements of distinct stories by default.
        limit: How many rows at most.

    Returns:
        A table with ``quotation_id``, ``article_id``, ``speaker`` and ``kind`` (null where unattributed),
        ``form``, ``text``, ``words`` (int), ``tone``, ``confidence`` (float), ``outlet``,
        ``published``, ``title``, ``reason`` (``unattributed`` or ``low confidence``),
        ``doubtful_words`` (float: words × what is wanting in confidence; all words of an
        unattributed one). Ties by date, article and place.
    """
    doubtful = _with_doubt(corpus.quotations(selection, columns=_COUNTED))
    doubtful = doubtful[(doubtful["confidence"] < 1) & (doubtful["doubtful_words"] > 0)]
    worth = doubtful.sort_values("doubtful_words", ascending=False, kind="stable").head(limit)
    ids = worth["article_id"].drop_duplicates().tolist()
    texts = _with_doubt(corpus.quotations(selection, columns=_SHOWN, article_ids=ids))
    found = worth[["article_id", "place"]].merge(texts, on=["article_id", "place"], how="inner")
    return Queue(found.drop(columns="place"), len(doubtful), float(doubtful["doubtful_words"].sum()))


def _with_doubt(said: pd.DataFrame) -> pd.DataFrame:
    """With ``reason``, ``doubtful_words`` and ``place``, which counts the quotations of each article."""
    nobody = said["speaker"].isna()
    return said.assign(
        reason=pd.Series("low confidence", index=said.index).mask(nobody, "unattributed"),
        doubtful_words=said["words"] * (1 - said["confidence"].where(~nobody, 0.0)),
        place=said.groupby("article_id").cumcount(),
    )


def names_alike(corpus: Corpus, *, limit: int = 100, speakers: pd.DataFrame | None = None) -> pd.DataFrame:
    """Pairs of speakers whose names look like one person's, the loudest first.

    One surname with first names of which one may be short for the other (“J.
    Ochoa”, “Jo Ochoa”), or names that differ by a slip of the pen. Only the
    2,000 speakers with most words are compared. Whom a person has said to be
    two is not offered again.

    Args:
        corpus: The corpus.
        limit: How many rows at most.
        speakers: What `Corpus.speakers` gives, where that is known already.

    Returns:
        ``speaker``, ``other`` (str, the one with fewer words), ``words`` (int, of the other),
        ``reason`` (``same surname`` or ``nearly the same name``).
    """
    table = (corpus.speakers() if speakers is None else speakers).head(_MOST_NAMES)
    people = table[table["kind"] == "person"]
    words = dict(zip(table["speaker"], table["words"], strict=True))
    holding = corpus.standing.holding
    apart = {frozenset((one.name, one.speaker)) for one in holding if isinstance(one, TwoSpeakers)}
    found = dict.fromkeys(_same_surname(people["speaker"].tolist()), "same surname")
    for pair in _nearly_the_same(table["speaker"].tolist()):
        found.setdefault(pair, "nearly the same name")
    rows = [
        (*sorted(pair, key=lambda name: (-words[name], name)), min(words[name] for name in pair), reason)
        for pair, reason in found.items()
        if frozenset(pair) not in apart
    ]
    pairs = pd.DataFrame(rows, columns=["speaker", "other", "words", "reason"])
    pairs = pairs.sort_values(["words", "speaker", "other"], ascending=[False, True, True])
    return pairs.head(limit).reset_index(drop=True)


def _same_surname(names: list[str]) -> list[tuple[str, str]]:
    by_surname: dict[str, list[str]] = {}
    for name in names:
        if words := name.split():
            by_surname.setdefault(words[-1].casefold(), []).append(name)
    return [
        (one, other)
        for same in by_surname.values()
        for one, other in combinations(sorted(same), 2)
        if _may_be_short(one.split()[:-1], other.split()[:-1])
    ]


def _may_be_short(one: list[str], other: list[str]) -> bool:
    if not one or not other:
        return True
    first, second = (names[0].rstrip(".").casefold() for names in (one, other))
    return first.startswith(second) or second.startswith(first)


def _nearly_the_same(names: list[str]) -> list[tuple[str, str]]:
    if len(names) < 2:
        return []
    scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    rows, columns = scores.nonzero()
    pairs = [(names[row], names[column]) for row, column in zip(rows, columns, strict=True) if row < column]
    return [(min(pair), max(pair)) for pair in pairs]
