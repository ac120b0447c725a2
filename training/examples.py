"""What does the tagger learn from: which windows, labels, pointers and acts?

Annotated articles become the same stream of words that prediction reads.
Annotations are flat in practice (235 of 1.5 million content characters belong
to two attributions): a piece that overlaps one already labeled is left out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analysis.quotes.cues import cue_verbs
from analysis.quotes.tagger.labels import ACT_STATEMENT, ACT_THOUGHT, ROLES, Integers, begin, inside
from analysis.quotes.tagger.words import Stream, stream_of
from analysis.text import Document, parse

IGNORED = -100
_FEWEST_SEEN = 2


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``first`` to ``last``, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Example:
    """One article, marked.

    ``labels`` has one label a word. ``contents`` pairs each content with the
    number of its cue in ``cues`` or None, ``sources`` each cue's number with
    its source or None, and ``acts`` gives each cue's act or `IGNORED`.
    """

    id: str
    document: Document
    stream: Stream
    labels: Integers
    contents: list[tuple[Span, int | None]]
    cues: list[Span]
    sources: list[Span | None]
    acts: list[int]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The articles of a gold file."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def examples_of(rows: Iterable[dict[str, Any]], acts: Acts, losses: Counter[str]) -> list[Example]:
    """All articles, marked; ``losses`` counts what could not be used."""
    return [_example(row, acts, losses) for row in rows]


def _example(row: dict[str, Any], acts: Acts, losses: Counter[str]) -> Example:
    document = parse(row["text"], row.get("title"))
    stream = stream_of(document)
    marking = _Marking(stream, losses)
    found = Example(row["id"], document, stream, marking.labels, [], [], [], [])
    for raw in row["attributions"]:
        raw = _unswapped(raw, row["text"], losses)
        spans = {role: [s for pair in raw[role] if (s := marking.mark(role, *pair))] for role in ROLES}
        cue = None
        if spans["cue"]:
            cue = len(found.cues)
            found.cues.append(spans["cue"][0])
            found.sources.append(spans["source"][0] if spans["source"] else marking.same(raw["source"]))
            text = row["text"][raw["cue"][0][0] : raw["cue"][0][1]]
            found.acts.append(acts.of(row["id"], raw["id"], text))
        found.contents.extend((content, cue) for content in spans["content"])
    return found


def _unswapped(raw: dict[str, Any], text: str, losses: Counter[str]) -> dict[str, Any]:
    """A few annotations have “said” for a source and “Bolton” for a cue."""
    if len(raw["source"]) != 1 or len(raw["cue"]) != 1:
        return raw
    source, cue = (text[raw[role][0][0] : raw[role][0][1]] for role in ("source", "cue"))
    verbs = cue_verbs()
    if source.lower() not in verbs or cue[:1].islower() or any(word in verbs for word in cue.lower().split()):
        return raw
    losses["source and cue swapped back"] += 1
    return {**raw, "source": raw["cue"], "cue": raw["source"]}


class _Marking:
    """Labels of one article's words as its spans come in."""

    def __init__(self, stream: Stream, losses: Counter[str]) -> None:
        self.labels = np.zeros(stream.words, dtype=np.int64)
        self._stream = stream
        self._losses = losses
        self._known: dict[tuple[int, int], Span] = {}

    def mark(self, role: str, start: int, end: int) -> Span | None:
        """Label the words that a stretch of characters touches, unless they are labeled already."""
        self._losses["spans"] += 1
        first = int(np.searchsorted(self._stream.ends, start, side="right"))
        last = int(np.searchsorted(self._stream.starts, end, side="left")) - 1
        if first > last:
            self._losses["spans without a word"] += 1
            return None
        if self._stream.paragraphs[first] != self._stream.paragraphs[last]:
            self._losses["spans over paragraphs cut"] += 1
            last = int(np.searchsorted(self._stream.paragraphs, self._stream.paragraphs[first], side="right")) - 1
        if self.labels[first : last + 1].any():
            if (start, end) not in self._known:
                self._losses[f"{role} spans overlapping others"] += 1
            return None
        name = next(known for known in ROLES if known == role)
        self.labels[first : last + 1] = inside(name)
        self.labels[first] = begin(name)
        self._known[start, end] = span = Span(first, last)
        return span

    def same(self, pairs: list[list[int]]) -> Span | None:
        """The source that an earlier attribution has already marked."""
        return next((self._known[start, end] for start, end in pairs if (start, end) in self._known), None)


class Acts:
    """Statement or thought: by hand where somebody looked, else as most cues of the same words."""

    def __init__(self, rows: Iterable[dict[str, Any]], known: Mapping[str, Mapping[str, Any]]) -> None:
        self._known = known
        self._phrases: dict[str, Counter[int]] = {}
        self._verbs: dict[str, Counter[int]] = {}
        for row in rows:
            for raw in row["attributions"]:
                judged = known.get(row["id"], {}).get(raw["id"])
                if judged is not None and raw["cue"]:
                    self._count(row["text"][raw["cue"][0][0] : raw["cue"][0][1]].lower(), _act(judged))

    def _count(self, cue: str, act: int) -> None:
        self._phrases.setdefault(cue, Counter())[act] += 1
        for verb in _verbs(cue):
            self._verbs.setdefault(verb, Counter())[act] += 1

    def of(self, article: str, attribution: str, cue: str) -> int:
        """The act of an attribution; `IGNORED` where nothing tells."""
        judged = self._known.get(article, {}).get(attribution)
        if judged is not None:
            return _act(judged)
        cue = cue.lower()
        counts = [self._phrases.get(cue), *(self._verbs.get(verb) for verb in _verbs(cue))]
        for count in counts:
            if count is not None and count.total() >= _FEWEST_SEEN and max(count.values()) >= 0.7 * count.total():
                return count.most_common(1)[0][0]
        known = [cue_verbs()[verb].act for verb in _verbs(cue)]
        return IGNORED if not known else ACT_STATEMENT if known[0] == "statement" else ACT_THOUGHT


def _act(judged: Mapping[str, Any]) -> int:
    return ACT_STATEMENT if judged["statement"] else ACT_THOUGHT


def _verbs(cue: str) -> list[str]:
    """The cue verbs of a phrase, the last first: in “declined to say” it is “say” that tells."""
    return [word for word in reversed(cue.replace("’", "'").split()) if word in cue_verbs()]
