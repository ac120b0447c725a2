"""Checked items as articles with marks, for measuring and training.

Only what was checked is known: `checked` names those stretches of the text,
and nothing is said of the rest (`analysis.evaluation` counts only there).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analysis.curation.answers import Answer, holding
from analysis.curation.samples import Found, Item, Sample
from analysis.model import Span
from analysis.store import Corpus

Row = dict[str, Any]
_ROLES = ("source", "cue", "content")


def marked_articles(
    corpus: Corpus, samples: Sequence[Sample], answers: list[Answer]
) -> tuple[list[Row], dict[str, Row]]:
    """The checked items of all samples as gold, and who speaks there.

    Args:
        corpus: Where their articles are; items of articles that are gone are left out.
        samples: The samples.
        answers: All answers, also those that hold no more.

    Returns:
        Articles as `analysis.evaluation.read_gold` reads them, in the order of
        their ids, and their speakers as `read_speaker_marks` does. Of two
        answers about the same quotation the later holds.
    """
    checked = [
        (answer, sample.items[place])
        for sample in samples
        for place, answer in holding(answers, sample.sample_id).items()
        if answer.verdict != "unsure"
    ]
    by_article: dict[str, _Marks] = {}
    for answer, item in sorted(checked, key=lambda pair: pair[0].order):
        by_article.setdefault(item.article_id, _Marks()).add(item, answer)
    known = corpus.analyses(by_article)
    articles, speakers = [], {}
    for article_id in sorted(known):
        article, marks = known[article_id].article, by_article[article_id]
        articles.append(
            {
                "id": article_id,
                "publisher": article.outlet,
                "date": article.published.isoformat() if article.published else None,
                "title": article.title,
                "authors": list(article.authors),
                "text": article.text,
                "checked": [[span.start, span.end] for span in sorted(marks.checked)],
                "attributions": marks.attributions(),
            }
        )
        speakers[article_id] = marks.speakers()
    return articles, {key: marks for key, marks in speakers.items() if marks}


def sentences_alone(articles: Sequence[Row], speakers: dict[str, Row]) -> tuple[list[Row], dict[str, Row]]:
    """Each checked stretch as a text of its own with complete marks, for who trains on whole texts.

    Args:
        articles: Gold of checked sentences, as `marked_articles` gives it.
        speakers: Who speaks there.

    Returns:
        The same in the same formats; words of a source or cue that stand elsewhere are left out.
    """
    alone, named = [], {}
    for article in articles:
        for start, end in article["checked"]:
            key = f"{article['id']}-{start}"
            marks = [
                {"id": one["id"]} | {role: _within(one[role], start, end) for role in _ROLES}
                for one in article["attributions"]
            ]
            marks = [one for one in marks if one["content"]]
            text = article["text"][start:end]
            alone.append({**article, "id": key, "text": text, "checked": [[0, end - start]]})
            alone[-1]["attributions"] = marks
            known = speakers.get(article["id"], {})
            named[key] = {one["id"]: known[one["id"]] for one in marks}
    return alone, {key: marks for key, marks in named.items() if marks}


def _within(pairs: Sequence[Sequence[int]], start: int, end: int) -> list[list[int]]:
    cut = [[max(first, start) - start, min(last, end) - start] for first, last in pairs]
    return [pair for pair in cut if pair[0] < pair[1]]


class _Marks:
    """What is known of one article."""

    def __init__(self) -> None:
        self.checked: set[Span] = set()
        self._quotations: dict[tuple[Span, ...], tuple[Row, Row]] = {}

    def add(self, item: Item, answer: Answer) -> None:
        """Take in what a person says of an item."""
        self.checked.update(piece.span for piece in item.pieces)
        for place, found in enumerate(item.found):
            is_meant = answer.which in (None, place)
            if answer.verdict == "wrong" and is_meant:
                self._quotations.pop(found.content, None)
            else:
                corrects = answer.verdict == "speaker" and is_meant
                self._quotations[found.content] = _marked(found, answer if corrects else None)
        if answer.missed:
            content = tuple(piece.span for piece in answer.missed)
            self._quotations[content] = (
                {"source": [], "cue": [], "content": _pairs(content)},
                _speaker(answer.speaker, answer.kind, is_statement=True),
            )

    def attributions(self) -> list[Row]:
        """The quotations in the order of the text, each with an id."""
        return [{"id": f"A{number}", **spans} for number, (spans, _) in enumerate(self._ordered(), 1)]

    def speakers(self) -> dict[str, Row]:
        """Who is credited with each."""
        return {f"A{number}": speaker for number, (_, speaker) in enumerate(self._ordered(), 1)}

    def _ordered(self) -> list[tuple[Row, Row]]:
        return [self._quotations[content] for content in sorted(self._quotations)]


def _marked(found: Found, corrected: Answer | None) -> tuple[Row, Row]:
    # Where the words of the source led to the wrong speaker, nobody has said which are the right ones.
    source = () if corrected else found.source
    spans = {"source": _pairs(source), "cue": _pairs(found.cue), "content": _pairs(found.content)}
    name, kind = (corrected.speaker, corrected.kind) if corrected else (found.name, found.kind)
    return spans, _speaker(name, kind, is_statement=found.act == "statement")


def _speaker(name: str | None, kind: str | None, *, is_statement: bool) -> Row:
    return {"speaker": name, "kind": kind or "none", "statement": is_statement, "sure": True}


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
