"""No change may make an engine worse on the marked sample articles.

A new engine in `analysis.pipeline.ENGINES` gets its floors by
``python tests/quality/set_floors.py ENGINE``, which writes ``floors.json``;
lowering one takes ``--lower``.
"""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from analysis.evaluation import LOWER_IS_BETTER
from analysis.pipeline import ENGINES

SCRIPT = runpy.run_path(str(Path(__file__).with_name("set_floors.py")))
FLOORS = SCRIPT["read_floors"]()
figures_on_gold = cache(SCRIPT["figures_on_gold"])


def test_every_engine_has_floors() -> None:
    missing = [engine for engine in ENGINES if engine not in FLOORS]
    assert not missing, f"run `python tests/quality/set_floors.py {' '.join(missing)}`"


@pytest.mark.parametrize(("engine", "figure"), [(e, figure) for e in FLOORS for figure in FLOORS[e]])
def test_no_figure_falls_below_its_floor(engine: Any, figure: Any) -> None:
    reached, floor = figures_on_gold(engine)[figure], FLOORS[engine][figure]
    passes = reached <= floor if figure in LOWER_IS_BETTER else reached >= floor
    assert passes, f"{engine} {figure}: {reached:.3f}, floor {floor}; see tests/quality/set_floors.py"
