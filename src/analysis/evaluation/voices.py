"""Measure how well it is known who spoke, and how much.

Only statements count (said, wrote, announced; not thought or wished), and
only in articles whose speakers are marked. Where quotations stand and which
words are their source is measured in `analysis.evaluation.attributions`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from analysis.evaluation.agreement import Agreement, total
from analysis.evaluation.attributions import ATTRIBUTED, matched, overlapping
from analysis.evaluation.characters import characters
from analysis.evaluation.reading import Credited, GoldArticle, Predictions, SpeakerMark, SpeakerMarks
from analysis.resources import word_list, word_set

CONFIDENT = 0.9
"""From this confidence on a quotation should be right."""


@dataclass(frozen=True, slots=True)
class VoiceFigures:
    """What `measure_voices` finds out about some articles.

    - ``speaker``: right content (overlap of at least 0.5) and right speaker; predictions that match
      a marked quotation which is no statement are set aside
    - ``found``: of the statements found, those with the right speaker; ``found_persons``: those of
      persons; ``found_pronouns``: those whose marked source is a pronoun
    - ``confident``: of the predictions with a confidence of at least `CONFIDENT`, those that are right
      as in ``speaker``; ``confident_found``: of these that were found at all. No predictions
      with a confidence give none
    - ``voice_error``: the mean over articles of the total variation distance between marked and
      predicted shares of words (0 is perfect, 1 has nothing in common); None without articles
    - ``loudest``: articles whose loudest named speaker is found

    ``articles`` counts those in which a statement is marked. The last five have
    the same number of predicted and gold things.
    """

    articles: int
    speaker: Agreement
    found: Agreement
    found_persons: Agreement
    found_pronouns: Agreement
    confident: Agreement
    confident_found: Agreement
    voice_error: float | None
    loudest: Agreement


def measure_voices(
    gold: Sequence[GoldArticle], marks: SpeakerMarks, predictions: Predictions
) -> VoiceFigures:
    """Compare predicted speakers with marked ones, over the articles of ``gold`` that have marks."""
    compared = [
        _Compared(
            article, marks[article.article_id], article.comparable(predictions.get(article.article_id, ()))
        )
        for article in gold
        if article.article_id in marks
    ]
    errors = [article.error for article in compared if article.error is not None]
    return VoiceFigures(
        articles=len(errors),
        speaker=total(article.speaker for article in compared),
        found=total(article.found for article in compared),
        found_persons=total(article.found_persons for article in compared),
        found_pronouns=total(article.found_pronouns for article in compared),
        confident=total(article.confident for article in compared),
        confident_found=total(article.confident_found for article in compared),
        voice_error=sum(errors) / len(errors) if errors else None,
        loudest=total(article.loudest for article in compared),
    )


@dataclass(slots=True)
class _Shares:
    """Words by speaker, marked and predicted; a name that is nobody's mark is a voice of its own."""

    gold: Counter[str | None] = field(default_factory=Counter)
    predicted: Counter[tuple[bool, str | None]] = field(default_factory=Counter)
    kinds: dict[str | None, str] = field(default_factory=dict)

    def add_gold(self, mark: SpeakerMark, words: int) -> None:
        self.gold[mark.speaker] += words
        self.kinds[mark.speaker] = mark.kind

    def add_predicted(self, name: str | None, words: int) -> None:
        for speaker in self.gold:
            if is_same_speaker(speaker, name, self.kinds[speaker]):
                self.predicted[True, speaker] += words
                return
        self.predicted[False, name] += words

    def error(self) -> float | None:
        """The total variation distance of the two; None where no words are marked."""
        ours, theirs = self.gold.total(), self.predicted.total()
        if not ours or not theirs:
            return 1.0 if ours else None
        voices = {(True, speaker) for speaker in self.gold} | self.predicted.keys()
        apart = sum(
            abs((self.gold[name] / ours if marked else 0) - self.predicted[marked, name] / theirs)
            for marked, name in sorted(voices, key=repr)
        )
        # To thousandths, as the figures that other systems were published with.
        return round(apart / 2, 3)

    def loudest(self) -> Agreement:
        named = {(True, speaker): words for speaker, words in self.gold.items() if speaker}
        if not named or not self.gold.total():
            return Agreement()
        heard = {voice: words for voice, words in self.predicted.items() if voice[1]}
        is_right = bool(heard) and max(heard, key=heard.__getitem__) == max(named, key=named.__getitem__)
        return Agreement(int(is_right), 1, 1)


class _Compared:
    """One article's marked and predicted speakers, side by side."""

    def __init__(
        self, article: GoldArticle, marks: Mapping[str, SpeakerMark], predicted: Sequence[Credited]
    ) -> None:
        text = article.article.text
        self._text = text
        self._gold = [
            (quotation, marks[quotation.mark_id])
            for quotation in article.quotations
            if quotation.mark_id in marks and characters(quotation.content, text)
        ]
        self._predicted = [p for p in predicted if p.is_statement and characters(p.content, text)]
        pairs = overlapping(
            [characters(quotation.content, text) for quotation, _ in self._gold],
            [characters(quotation.content, text) for quotation in self._predicted],
        )
        chosen = matched(pairs, ATTRIBUTED)
        self._aside = {pair.predicted for pair in chosen if not self._gold[pair.gold][1].is_statement}
        self._matches = {
            pair.predicted: self._gold[pair.gold] for pair in chosen if pair.predicted not in self._aside
        }
        self._right = {
            place
            for place, (_, mark) in self._matches.items()
            if is_same_speaker(mark.speaker, self._predicted[place].speaker, mark.kind)
        }
        self._count()

    def _count(self) -> None:
        right, found = self._right, set(self._matches)
        persons = {place for place, (_, mark) in self._matches.items() if mark.kind == "person"}
        pronouns = {place for place, (quotation, _) in self._matches.items() if self._is_pronoun(quotation)}
        confident = {
            place
            for place, quotation in enumerate(self._predicted)
            if (quotation.confidence or 0) >= CONFIDENT and place not in self._aside
        }
        statements = sum(mark.is_statement for _, mark in self._gold)
        self.speaker = Agreement(len(right), len(self._predicted) - len(self._aside), statements)
        self.found = _right_of(right, found)
        self.found_persons = _right_of(right, persons)
        self.found_pronouns = _right_of(right, pronouns)
        self.confident = _right_of(right, confident)
        self.confident_found = _right_of(right, confident & found)
        shares = self._shares()
        self.error, self.loudest = shares.error(), shares.loudest()

    def _is_pronoun(self, quotation: Credited) -> bool:
        source = " ".join(span.of(self._text) for span in quotation.source)
        return source.lower() in word_set("scored_pronouns")

    def _shares(self) -> _Shares:
        shares = _Shares()
        for quotation, mark in self._gold:
            if mark.is_statement:
                shares.add_gold(mark, self._words(quotation))
        for place, quotation in enumerate(self._predicted):
            if place not in self._aside:
                shares.add_predicted(quotation.speaker, self._words(quotation))
        return shares

    def _words(self, quotation: Credited) -> int:
        return sum(len(span.of(self._text).split()) for span in quotation.content)


def _right_of(right: set[int], some: set[int]) -> Agreement:
    return Agreement(len(right & some), len(some), len(some))


_POSSESSIVE = re.compile(r"[’']s")
_WORD = re.compile(r"[\w'’&-]+")
_ENOUGH_SHARED = 0.5


def is_same_speaker(gold: str | None, predicted: str | None, kind: str) -> bool:
    """Whether a predicted name is the marked one, titles and articles aside.

    A person: the words of one name are all in the other, and the marked
    surname is among the predicted ones. Anybody else: at least half of the
    words are shared. Nobody is only the same as nobody.

    >>> is_same_speaker("Ana B. Silva", "Sen. Silva", "person")
    True
    >>> is_same_speaker("Ana Silva", "Rui Silva", "person")
    False
    """
    if not gold or not predicted:
        return not gold and not predicted
    ours, theirs = _words(gold), _words(predicted)
    if not ours or not theirs:
        return gold.strip().lower() == predicted.strip().lower()
    if ours == theirs:
        return True
    if kind == "person":
        return ours[-1] in theirs and (set(ours) <= set(theirs) or set(theirs) <= set(ours))
    return len(set(ours) & set(theirs)) / len(set(ours) | set(theirs)) >= _ENOUGH_SHARED


def _words(name: str) -> list[str]:
    return _WORD.findall(_titles().sub(" ", _POSSESSIVE.sub("", name)).lower())


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_list('scored_name_titles'))})\b\.?", re.IGNORECASE)
