"""How much does each feature of a candidate count?

Reads `weights.json`, which `training/speakers.py` fits. Only named features
have a weight, never a name.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def _all() -> dict[str, dict[str, float]]:
    text = files("analysis.speakers").joinpath("weights.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded


def weights(model: str) -> dict[str, float]:
    """The weights of one model: “pronoun”, or “routes” for the confidence of each way to a speaker."""
    return _all().get(model, {})
