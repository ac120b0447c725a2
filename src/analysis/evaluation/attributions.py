"""Measure how well quotations are found and credited to the right source words.

Everything is counted in characters that are no white space; the content of a
quotation is all of its pieces together. Who the source is, is measured in
`analysis.evaluation.voices`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.evaluation.agreement import Agreement, f1_interval, total
from analysis.evaluation.characters import Role, characters, form_of, quoted_characters, trimmed
from analysis.evaluation.reading import Credited, GoldArticle, Predictions
from analysis.model import FORMS, Form, Span
from analysis.resources import word_list, word_set

FOUND = 0.3
"""A content is found where it overlaps by this much; the wording may still be off."""

ATTRIBUTED = 0.5
"""A content is right where it overlaps by this much."""

CLOSE = 0.8
ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class AttributionFigures:
    """What `measure_attributions` finds out about some articles.

    ``agreements`` holds, by name:

    - ``content_characters``: characters that are content of anything
    - ``matched_0.3``, ``matched_0.8``: contents with so much overlap, whatever their source
    - ``covered_0.3``, ``covered_0.8``: contents of which more than so much is covered; this never
      punishes a prediction for being too long and is only for comparing with other projects
    - ``source_words``: of the contents found that have a source, those whose source agrees
    - ``source_characters``: the characters of these sources
    - ``attribution``: content overlap of at least 0.5 and an agreeing source
    - ``attribution_quoted``: the same where both contents stand in quotation marks, at least partly
    - ``attribution_speech``: the same where the marked cue is one of speaking or writing;
      predictions that match another marked one are set aside
    - ``exact_source``, ``exact_cue``, ``exact_content``: single pieces with exactly the marked ends
    - ``recall_direct``, ``recall_mixed``, ``recall_indirect``: attributions by the form of the
      marked content; only their recall means anything

    ``attribution_interval`` is the 95 % interval of the F1 of ``attribution``.
    """

    articles: int
    agreements: Mapping[str, Agreement]
    attribution_interval: tuple[float, float] | None


def measure_attributions(gold: Sequence[GoldArticle], predictions: Predictions) -> AttributionFigures:
    """Compare predicted quotations with marked ones, over all articles of ``gold``.

    No articles give no agreements.
    """
    by_article = [_Compared(marked, predictions.get(marked.article_id, ())).counts() for marked in gold]
    names = by_article[0] if by_article else {}
    return AttributionFigures(
        len(by_article),
        {name: total(counts[name] for counts in by_article) for name in names},
        f1_interval([counts["attribution"] for counts in by_article]),
    )


class _Quotation:
    """A marked or predicted quotation with what is asked of it again and again."""

    def __init__(
        self, credited: Credited, content: frozenset[int], text: str, quoted: frozenset[int]
    ) -> None:
        self.source = credited.source
        self.content = content
        self.source_characters = characters(credited.source, text)
        self.form: Form = form_of(content, quoted)
        self.is_speech = is_speech_cue(credited.cue, text)


class _Compared:
    """One article's marked and predicted quotations, side by side."""

    def __init__(self, marked: GoldArticle, predicted: Sequence[Credited]) -> None:
        self._text = marked.article.text
        self._marked, self._given = marked.quotations, marked.comparable(predicted)
        quoted = quoted_characters(self._text)
        self._gold = self._with_content(self._marked, quoted)
        self._predicted = self._with_content(self._given, quoted)
        self._pairs = overlapping([q.content for q in self._gold], [q.content for q in self._predicted])
        self._found = matched(self._pairs, FOUND)
        self._agreeing = {
            pair
            for pair in self._pairs
            if sources_agree(self._gold[pair.gold].source, self._predicted[pair.predicted].source, self._text)
        }
        self._right = matched([pair for pair in self._pairs if pair in self._agreeing], ATTRIBUTED)

    def _with_content(self, quotations: Sequence[Credited], quoted: frozenset[int]) -> list[_Quotation]:
        contents = ((q, characters(q.content, self._text)) for q in quotations)
        return [_Quotation(q, content, self._text, quoted) for q, content in contents if content]

    def counts(self) -> dict[str, Agreement]:
        """The article's part of every figure."""
        counts = {"content_characters": self._content_characters()}
        for least in (FOUND, CLOSE):
            counts[f"matched_{least}"] = self._all(len(matched(self._pairs, least)))
            covered = one_to_one((pair.covered, pair) for pair in self._pairs if pair.covered > least)
            counts[f"covered_{least}"] = self._all(len(covered))
        counts |= self._sources()
        counts["attribution"] = self._all(len(self._right))
        counts["attribution_quoted"] = self._quoted()
        counts["attribution_speech"] = self._speech()
        counts |= {f"exact_{role}": self._exact(role) for role in ROLES}
        return counts | {f"recall_{form}": self._recall(form) for form in FORMS}

    def _all(self, right: int) -> Agreement:
        return Agreement(right, len(self._predicted), len(self._gold))

    def _content_characters(self) -> Agreement:
        gold = frozenset[int]().union(*(q.content for q in self._gold))
        predicted = frozenset[int]().union(*(q.content for q in self._predicted))
        return _shared(gold, predicted)

    def _sources(self) -> dict[str, Agreement]:
        pairs = [pair for pair in self._found if self._gold[pair.gold].source]
        agreeing = sum(pair in self._agreeing for pair in pairs)
        return {
            "source_words": Agreement(agreeing, len(pairs), len(pairs)),
            "source_characters": total(
                _shared(
                    self._gold[pair.gold].source_characters,
                    self._predicted[pair.predicted].source_characters,
                )
                for pair in pairs
            ),
        }

    def _quoted(self) -> Agreement:
        def is_quoted(quotation: _Quotation) -> bool:
            return quotation.form != "indirect"

        right = sum(
            is_quoted(self._gold[pair.gold]) and is_quoted(self._predicted[pair.predicted])
            for pair in self._right
        )
        return Agreement(right, sum(map(is_quoted, self._predicted)), sum(map(is_quoted, self._gold)))

    def _speech(self) -> Agreement:
        def predicted(pairs: Sequence[Pair], *, speech: bool) -> set[int]:
            return {pair.predicted for pair in pairs if self._gold[pair.gold].is_speech is speech}

        right = predicted(self._right, speech=True)
        aside = predicted([*self._right, *self._found], speech=False) - right
        spoken = sum(quotation.is_speech for quotation in self._gold)
        return Agreement(len(right), len(self._predicted) - len(aside), spoken)

    def _exact(self, role: Role) -> Agreement:
        return _shared(_pieces(self._marked, role, self._text), _pieces(self._given, role, self._text))

    def _recall(self, form: Form) -> Agreement:
        of_form = sum(quotation.form == form for quotation in self._gold)
        right = sum(self._gold[pair.gold].form == form for pair in self._right)
        return Agreement(right, of_form, of_form)


_SPANS: dict[Role, Callable[[Credited], tuple[Span, ...]]] = {
    "source": lambda quotation: quotation.source,
    "cue": lambda quotation: quotation.cue,
    "content": lambda quotation: quotation.content,
}


def _pieces(quotations: Sequence[Credited], role: Role, text: str) -> frozenset[Span]:
    spans = (trimmed(span, text) for quotation in quotations for span in _SPANS[role](quotation))
    return frozenset(span for span in spans if span is not None)


def _shared(gold: frozenset[object], predicted: frozenset[object]) -> Agreement:
    return Agreement(len(gold & predicted), len(predicted), len(gold))


class Pair(NamedTuple):
    """A marked and a predicted content that share characters, by their places in the two lists."""

    gold: int
    predicted: int
    overlap: float
    covered: float


def overlapping(gold: Sequence[Set[int]], predicted: Sequence[Set[int]]) -> list[Pair]:
    """All pairs that share a character.

    ``overlap`` is what they share ÷ what either has (intersection over union),
    ``covered`` what they share ÷ what the marked one has.
    """
    pairs = []
    for i, marked in enumerate(gold):
        for j, found in enumerate(predicted):
            shared = len(marked & found)
            if shared:
                either = len(marked) + len(found) - shared
                pairs.append(Pair(i, j, shared / either, shared / len(marked)))
    return pairs


def one_to_one(scored: Iterable[tuple[float, Pair]]) -> list[Pair]:
    """Pairs in falling order of score, without those of which one side is taken; ties by place."""
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    chosen = []
    for _, pair in sorted(scored, key=lambda entry: (-entry[0], entry[1].gold, entry[1].predicted)):
        if pair.gold not in taken_gold and pair.predicted not in taken_predicted:
            taken_gold.add(pair.gold)
            taken_predicted.add(pair.predicted)
            chosen.append(pair)
    return chosen


def matched(pairs: Iterable[Pair], least: float) -> list[Pair]:
    """One-to-one pairs that overlap by at least so much."""
    return one_to_one((pair.overlap, pair) for pair in pairs if pair.overlap >= least)


_WORD = re.compile(r"\w+")


def sources_agree(gold: Sequence[Span], predicted: Sequence[Span], text: str) -> bool:
    """Whether two sources share a word that counts; two absent ones agree.

    Determiners and titles count only where the marked source has no other word.
    """
    if not gold or not predicted:
        return not gold and not predicted
    both = characters(gold, text) & characters(predicted, text)
    words = [word for span in gold for word in _WORD.finditer(text, span.start, span.end)]
    for aside in (word_set("scored_determiners"), word_set("scored_titles")):
        words = [word for word in words if word.group().lower() not in aside] or words
    return any(at in both for word in words for at in range(word.start(), word.end()))


def is_speech_cue(cue: Sequence[Span], text: str) -> bool:
    """Whether a cue holds a word of speaking or writing (half of all attributions have another)."""
    return bool(_speech_cues().search(" ".join(span.of(text) for span in cue)))


@cache
def _speech_cues() -> re.Pattern[str]:
    entries = (re.escape(entry).replace(r"\*", r"\w*") for entry in word_list("scored_speech_cues"))
    return re.compile(rf"\b(?:{'|'.join(entries)})\b", re.IGNORECASE)
