"""docs/api.md says what the docstrings say."""

from __future__ import annotations

import runpy
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "docs" / "make_api.py"


def test_the_page_of_public_names_is_made_from_their_docstrings() -> None:
    made = runpy.run_path(str(SCRIPT))
    assert made["PAGE"].read_text("utf-8") == made["page"]()
