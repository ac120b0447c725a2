"""What should the tagger have answered? Marked attributions → labels of words.

PolNeAR marks are flat: every attribution has one cue, contents do not nest.
So a word has one tag, every content piece names its cue and every cue its
source. Links that leave a stretch are left out.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.quotes.tagger.decoding import TAGS
from analysis.quotes.tagger.encoding import Encoded

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Link:
    """A span of words (first, last) and the first word of what it points to, or `NOBODY`."""

    first: int
    last: int
    to: int


@dataclass(frozen=True, slots=True)
class Labels:
    """One article's labels; words are numbered as in `Encoded`.

    ``acts`` holds for cues, by their first word, how likely they are a statement.
    """

    tags: list[int]
    contents: list[Link]
    cues: list[Link]
    acts: dict[int, float]


class Acts:
    """Whether a cue makes a statement: as marked by hand, else as its words usually do."""

    def __init__(self, articles: Sequence[Mapping[str, Any]], speakers: Mapping[str, Any]) -> None:
        whole: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        single: defaultdict[str, Counter[bool]] = defaultdict(Counter)
        self._marked: dict[tuple[str, str], bool] = {}
        for article in articles:
            marks = speakers.get(article["id"], {})
            for attribution in article["attributions"]:
                mark = marks.get(attribution["id"])
                if mark is None or not attribution["cue"]:
                    continue
                self._marked[article["id"], attribution["id"]] = mark["statement"]
                cue = _cue(article["text"], attribution)
                whole[cue][mark["statement"]] += 1
                for word in cue.split():
                    single[word][mark["statement"]] += 1
        self._whole, self._single = whole, single

    def of(self, article: Mapping[str, Any], attribution: Mapping[str, Any]) -> float | None:
        """A likelihood, or None where nothing like it was marked."""
        marked = self._marked.get((article["id"], attribution["id"]))
        if marked is not None:
            return float(marked)
        cue = _cue(article["text"], attribution)
        counts = self._whole.get(cue)
        if counts is None or counts.total() < 2:
            known = [self._single[word] for word in cue.split() if word in self._single]
            known = [count for count in known if count.total() >= 3]
            if not known:
                return None
            counts = max(known, key=lambda count: abs(count[True] / count.total() - 0.5))
        return counts[True] / counts.total()


def _cue(text: str, attribution: Mapping[str, Any]) -> str:
    words = " ".join(text[start:end] for start, end in attribution["cue"])
    return " ".join(re.findall(r"[\w’']+", words.lower()))


def labels_of(article: Mapping[str, Any], encoded: Encoded, acts: Acts) -> Labels:
    """The labels of one article; spans outside its body are left out."""
    starts, ends = encoded.starts.tolist(), encoded.ends.tolist()
    stretch_of = [0] * len(starts)
    for number, stretch in enumerate(encoded.stretches):
        stretch_of[stretch.first_word : stretch.end_word] = [number] * (stretch.end_word - stretch.first_word)
    tags = [0] * len(starts)
    contents: list[Link] = []
    cues: list[Link] = []
    likelihoods: dict[int, float] = {}

    def spans(attribution: Mapping[str, Any], role: str) -> list[tuple[int, int]]:
        found = []
        for start, end in attribution[role]:
            first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
            while first <= last:
                stretch = encoded.stretches[stretch_of[first]]
                found.append((first, min(last, stretch.end_word - 1)))
                first = stretch.end_word
        return found

    def tag(words: Iterable[tuple[int, int]], role: str) -> None:
        begin = TAGS.index(f"B-{role}")
        for first, last in words:
            tags[first] = begin
            tags[first + 1 : last + 1] = [begin + 1] * (last - first)
            if last + 1 < len(tags) and tags[last + 1] and (tags[last + 1] - 1) % 2:
                # What was cut in two by this span begins anew behind it.
                tags[last + 1] -= 1

    def target(span: tuple[int, int], targets: Sequence[tuple[int, int]]) -> int:
        same = [first for first, _ in targets if stretch_of[first] == stretch_of[span[0]]]
        return min(same, key=lambda first: abs(first - span[0])) if same else NOBODY

    marked = [a for a in article["attributions"] if a["content"]]
    for role in ("content", "source", "cue"):
        for attribution in marked:
            tag(spans(attribution, role), role)
    for attribution in marked:
        cue_spans, source_spans = spans(attribution, "cue"), spans(attribution, "source")
        contents.extend(Link(*span, target(span, cue_spans)) for span in spans(attribution, "content"))
        cues.extend(Link(*span, target(span, source_spans)) for span in cue_spans[:1])
        likelihood = acts.of(article, attribution)
        if cue_spans and likelihood is not None:
            likelihoods[cue_spans[0][0]] = likelihood
    return Labels(tags, contents, cues, likelihoods)


def read_articles(path: Path) -> list[dict[str, Any]]:
    """The marked articles of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
