"""Set the floors of accuracy to just below what the engines reach today.

    python tests/quality/set_floors.py [--lower] [ENGINE …]

Without engines: all of them; an engine that has no floors yet gets them. A
floor only ever becomes stricter, unless ``--lower`` says that accuracy was
given up on purpose; say in the commit for what.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from analysis.evaluation import (
    LOWER_IS_BETTER,
    headline,
    measure_attributions,
    measure_voices,
    read_gold,
    read_speaker_marks,
    run_engine,
)
from analysis.pipeline import ENGINES

FLOORS = Path(__file__).with_name("floors.json")
GOLD = Path(__file__).parents[2] / "data" / "gold"

FLOORED = (
    "content_characters_f1",
    "attribution_f1",
    "attribution_quoted_f1",
    "attribution_speech_f1",
    "exact_content_f1",
    "source_words",
    "speaker_f1",
    "speaker_of_found",
    "voice_error",
)
ROOM = 0.01
"""How far below today's figure a floor lies; on 202 attributions one more or less is half of that."""


def figures_on_gold(engine: str) -> dict[str, float]:
    """The headline figures of an engine on ``data/gold``."""
    gold = read_gold(GOLD / "articles.jsonl")
    marks = read_speaker_marks(GOLD / "speakers.json", gold)
    predictions = run_engine(gold, engine).predictions
    return headline(
        measure_attributions(gold, predictions),
        measure_voices(gold, marks, predictions),
    )


def read_floors() -> dict[str, dict[str, float]]:
    """Engine → figure → the worst value that passes."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return floors


def floor_below(name: str, figure: float) -> float:
    """The floor for what was reached, in thousandths."""
    if name in LOWER_IS_BETTER:
        return math.ceil(1000 * (figure + ROOM)) / 1000
    return math.floor(1000 * (figure - ROOM)) / 1000


def is_stricter(name: str, floor: float, than: float) -> bool:
    """Whether fewer engines would pass this floor."""
    return floor < than if name in LOWER_IS_BETTER else floor > than


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("engines", nargs="*", metavar="ENGINE", help=", ".join(ENGINES))
    options.add_argument("--lower", action="store_true", help="lower floors that are not reached any more")
    given = options.parse_args()
    floors = read_floors()
    for engine in given.engines or ENGINES:
        old, figures = floors.get(engine, {}), figures_on_gold(engine)
        new = {name: floor_below(name, figures[name]) for name in FLOORED}
        kept = {
            name: floor
            for name, floor in old.items()
            if name in new and not is_stricter(name, new[name], floor) and not given.lower
        }
        floors[engine] = new | kept
        for name, floor in floors[engine].items():
            before = f"{old[name]:.3f} → " if name in old else ""
            sys.stdout.write(f"{engine} {name}: {figures[name]:.3f}, floor {before}{floor:.3f}\n")
    ordered = {engine: floors[engine] for engine in ENGINES if engine in floors}
    FLOORS.write_text(json.dumps(ordered, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
