"""The rules find in the articles of data/ what golden.tsv says, to the character."""

from __future__ import annotations

import runpy
from pathlib import Path

SCRIPT = runpy.run_path(str(Path(__file__).with_name("set_golden.py")))


def test_what_the_rules_find_changes_only_where_it_is_meant_to() -> None:
    """Where it is meant, `python tests/quality/set_golden.py` writes it down anew."""
    assert list(SCRIPT["lines"]()) == SCRIPT["FILE"].read_text("utf-8").splitlines()
