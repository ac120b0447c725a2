"""Floors only become stricter by themselves."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def set_floors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    """Run the script with these floors and figures; gives the floors that it wrote."""
    monkeypatch.syspath_prepend(str(request.path.parent))
    script = importlib.import_module("set_floors")

    def run(floors: Any, figures: Any, *arguments: Any) -> Any:
        path = tmp_path / "floors.json"
        path.write_text(json.dumps(floors), "utf-8")
        monkeypatch.setattr(script, "FLOORS", path)
        monkeypatch.setattr(script, "read_floors", lambda: json.loads(path.read_text("utf-8")))
        monkeypatch.setattr(script, "figures_on_gold", lambda engine: figures)
        monkeypatch.setattr(script, "FLOORED", tuple(figures))
        monkeypatch.setattr("sys.argv", ["set_floors.py", "rules", *arguments])
        script.main()
        return json.loads(path.read_text("utf-8"))["rules"]

    return run


def test_a_new_engine_gets_floors_just_below_what_it_reaches(set_floors: Any) -> None:
    assert set_floors({}, {"attribution_f1": 0.7, "voice_error": 0.3}) == {
        "attribution_f1": 0.69,
        "voice_error": 0.31,
    }


def test_a_floor_follows_a_better_figure(set_floors: Any) -> None:
    assert set_floors({"rules": {"attribution_f1": 0.5}}, {"attribution_f1": 0.7}) == {"attribution_f1": 0.69}


@pytest.mark.parametrize(
    ("name", "floor", "worse"), [("attribution_f1", 0.8, 0.7), ("voice_error", 0.2, 0.3)]
)
def test_a_worse_figure_keeps_its_floor_unless_lowering_is_asked_for(
    set_floors: Any, name: str, floor: float, worse: float
) -> None:
    assert set_floors({"rules": {name: floor}}, {name: worse}) == {name: floor}
    lowered = set_floors({"rules": {name: floor}}, {name: worse}, "--lower")[name]
    assert lowered == pytest.approx(worse, abs=0.011)
