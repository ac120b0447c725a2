"""What does an article look like with its corrections?

Corrections are bound to the text. A passage is looked for where it stood, and
else at the nearest place with the same words; the quotation that shares most
characters with it is meant, if that is at least half of both. A quotation
that an engine no longer finds is put back, since a person has said that it is
one. What cannot be found in the text any more changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from analysis.model import Analysis, Quotation, Sentence, Span, Speaker
from analysis.pipeline import quotation_at, remeasured
from analysis.store.corrections.facts import Correction, Passage

_ALIKE = 0.5

IN_ARTICLES = ("speaker", "no_quotation", "quotation", "tone", "split")
"""The actions that change what is known of one article."""


def corrected(analysis: Analysis, corrections: Iterable[Correction]) -> Analysis:
    """The analysis with these corrections of its article, in the order of time.

    Corrections of other articles, or of other things, are passed over.
    """
    quotations, tones = list(analysis.quotations), {}
    for correction in sorted(corrections, key=lambda one: one.order):
        if correction.article_id != analysis.article.article_id:
            continue
        if correction.action == "split":
            quotations = [_split(quotation, correction) for quotation in quotations]
        elif correction.action == "tone":
            sentence = _sentence(analysis, correction)
            if sentence and correction.tone is not None:
                tones[sentence.span] = correction.tone
        elif correction.action in ("speaker", "no_quotation", "quotation"):
            _change(quotations, analysis, correction)
    quotations.sort(key=lambda quotation: quotation.content[0].start)
    changed = remeasured(analysis, quotations, tones)
    return replace(changed, speakers=_speakers(analysis, quotations))


def with_stories_corrected(stories: pd.DataFrame, corrections: Sequence[Correction]) -> pd.DataFrame:
    """The stories of articles as people have joined and parted them.

    Args:
        stories: ``article_id`` and ``story_id`` of all articles, the first of each story first
            in the order of (published, id).
        corrections: Those that hold; others than of stories are passed over.

    Returns:
        The same rows with other ids: again that of the article that comes first.
    """
    about = [one for one in corrections if one.action in ("join_story", "leave_story")]
    if not about:
        return stories
    story = dict(zip(stories["article_id"], stories["story_id"], strict=True))
    for correction in sorted(about, key=lambda one: one.order):
        one, other = correction.article_id or "", correction.other_id or ""
        if correction.action == "leave_story" and one in story:
            story[one] = f"{one} alone"
        elif one in story and other in story:
            left, right = story[one], story[other]
            story = {name: left if label == right else label for name, label in story.items()}
    labels = stories["article_id"].map(story)
    return stories.assign(story_id=stories.groupby(labels, sort=False)["article_id"].transform("first"))


def _change(quotations: list[Quotation], analysis: Analysis, correction: Correction) -> None:
    content = _located(analysis.article.text, correction.pieces)
    if not content:
        return
    place = _most_alike(quotations, content)
    if correction.action == "no_quotation":
        if place is not None:
            del quotations[place]
        return
    speaker, kind, role = correction.speaker, correction.kind, correction.role
    if place is not None and correction.action == "speaker":
        quotations[place] = replace(quotations[place], speaker=speaker, kind=kind, role=role, confidence=1.0)
        return
    if place is not None:
        del quotations[place]
    taken = [quotation.quotation_id for quotation in quotations]
    act = correction.act or "statement"
    made = quotation_at(
        analysis.article, content, act=act, speaker=speaker, kind=kind, role=role, taken=taken
    )
    quotations.append(made)


def _split(quotation: Quotation, correction: Correction) -> Quotation:
    if quotation.speaker != correction.name or quotation.kind is None:
        return quotation
    kind, role = correction.kind or quotation.kind, correction.role or quotation.role
    return replace(quotation, speaker=correction.speaker, kind=kind, role=role, confidence=1.0)


def _sentence(analysis: Analysis, correction: Correction) -> Sentence | None:
    content = _located(analysis.article.text, correction.pieces)
    shared = [(_shared((sentence.span,), content), sentence) for sentence in analysis.sentences]
    most, sentence = max(shared, key=lambda pair: pair[0], default=(0, None))
    return sentence if most else None


def _most_alike(quotations: Sequence[Quotation], content: Sequence[Span]) -> int | None:
    best, found = _ALIKE, None
    length = sum(map(len, content))
    for place, quotation in enumerate(quotations):
        shared = _shared(quotation.content, content)
        alike = shared / (length + sum(map(len, quotation.content)) - shared)
        if alike >= best:
            best, found = alike, place
    return found


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(
        max(0, min(left.end, right.end) - max(left.start, right.start)) for left in one for right in other
    )


def _located(text: str, pieces: Sequence[Passage]) -> tuple[Span, ...]:
    """Where the passages stand now; nothing where one of them stands nowhere."""
    found = []
    for piece in pieces:
        start = piece.start if text.startswith(piece.text, piece.start) else _nearest(text, piece)
        if start is None:
            return ()
        found.append(Span(start, start + len(piece.text)))
    found.sort()
    apart = all(left.end <= right.start for left, right in pairwise(found))
    return tuple(found) if apart else ()


def _nearest(text: str, piece: Passage) -> int | None:
    before = text.rfind(piece.text, 0, piece.start + len(piece.text))
    after = text.find(piece.text, piece.start)
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: abs(place - piece.start), default=None)


def _speakers(analysis: Analysis, quotations: Sequence[Quotation]) -> tuple[Speaker, ...]:
    """Those of the analysis, and whom corrections have brought in."""
    known: Mapping[str, Speaker] = {speaker.name: speaker for speaker in analysis.speakers}
    added = {
        quotation.speaker: Speaker(quotation.speaker, quotation.kind, quotation.role)
        for quotation in quotations
        if quotation.speaker and quotation.kind and quotation.speaker not in known
    }
    return (*analysis.speakers, *added.values())
