"""Who may say a quotation that names no source?

The speaker before it, if it goes on, and those named shortly before. Whether
it goes on beyond doubt is decided in `analysis.speakers.answers`.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.speakers.discourse import Spoken
from analysis.speakers.entities import Entity
from analysis.speakers.features import Query, place_features, speech_features
from analysis.speakers.scoring import Features
from analysis.speakers.sightings import Sighting


def going_on_candidates(
    query: Query, last: Spoken | None, seen: Sequence[Sighting], text: str, *, has_cue: bool
) -> list[tuple[Entity | None, Features]]:
    """The last speaker, those seen before and nobody, with their features."""
    candidates: list[tuple[Entity | None, Features]] = []
    if last is not None:
        candidates.append((last.entity, _last_features(query, last, text, has_cue)))
    for one in seen:
        if last is None or one.entity is not last.entity:
            features = place_features(query, one) | speech_features(query, one.entity)
            features["seen"] = 1.0
            features[f"seen_{one.entity.kind}"] = 1.0
            candidates.append((one.entity, features))
    nobody: Features = {"nobody": 1.0}
    if has_cue:
        nobody["nobody_cue"] = 1.0
    if query.is_quoted:
        nobody["nobody_quoted"] = 1.0
    candidates.append((None, nobody))
    return candidates


def _last_features(query: Query, last: Spoken, text: str, has_cue: bool) -> Features:
    paragraphs = query.paragraph - last.paragraph
    features: Features = {"last_speaker": 1.0, f"paragraphs_{min(max(paragraphs, 0), 2)}": 1.0}
    end = last.content[-1].end - 1
    if text[end] not in "”\"'’" and query.sightings.is_quoted(end):
        features["left_open"] = 1.0
    if query.is_quoted:
        features["quoted"] = 1.0
    if has_cue:
        features["has_cue"] = 1.0
    return features
