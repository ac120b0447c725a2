"""Measure how long a filter change takes on each page of a big corpus.

Each page is run as Streamlit runs it, on a warm server: the corpus is open and
its tables are packed. Then a filter is set that was not set before, and the
time until each chart stands is taken. Two filters: one outlet (a seventh of the
articles) and direct speech (a third of all quotations, all articles).

    python benchmarks/store.py --articles 100000 --corpus DIR    # makes the corpus
    python benchmarks/pages.py --corpus DIR
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from analysis.dashboard.evidence import chart

PAGES = ("overview", "speakers", "profile", "compare", "tone", "keywords", "articles")
FILTERS: dict[str, dict[str, Any]] = {
    "one outlet": {"outlet": ["Outlet 1"]},
    "direct speech": {"form": ["direct"]},
    "nothing": {},
}
WORDS = ("keyword", "keyness", "words")
"""What stands in the names of charts of words; the others are shares, courses and tones."""

_SCRIPT = """
from analysis.dashboard.frame import filters, source
from analysis.dashboard.frame.state import HERE
from analysis.dashboard.{page}.page import page
from analysis.dashboard.ui.style import style
HERE.set("{page}")
style()
view = filters.sidebar(source.open_chosen({corpus!r}))
filters.chips(view.selection)
page()
"""

drawn: dict[str, float] = {}
begun, worked = 0.0, 0.0


def timed(draw: Callable[..., None]) -> Callable[..., None]:
    """The same, with the time noted at which the chart stands."""

    @wraps(draw)
    def noted(name: str, *args: Any, **more: Any) -> None:
        draw(name, *args, **more)
        drawn[name] = time.perf_counter() - begun

    return noted


def visit(page: str, corpus: Path, state: dict[str, Any]) -> AppTest:
    """A page drawn for the first time with a state of its filters."""
    global begun, worked
    name = "speakers" if page == "profile" else page
    app = AppTest.from_string(_SCRIPT.format(page=name, corpus=str(corpus)), default_timeout=600)
    if page == "profile":
        state = state | {"speaker": ["Person Number7"]}
    for key, value in state.items():
        app.session_state[key] = value
    drawn.clear()
    begun, worked = time.perf_counter(), time.process_time()
    app.run()
    if app.exception:
        sys.exit(f"{page}: {app.exception[0].message}")
    return app


def line(page: str, chosen: str, whole: float) -> str:
    """When the last chart of shares, courses and tones stood, the last of words, and the whole page."""
    words = {name: at for name, at in drawn.items() if any(part in name for part in WORDS)}
    others = {name: at for name, at in drawn.items() if name not in words}
    cells = [f"{max(times.values()):.2f} s" if times else "–" for times in (others, words)]
    cells += [f"{whole:.2f} s", f"{time.process_time() - worked:.2f} s"]
    return f"| {page} | {chosen} | {' | '.join(cells)} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--pages", nargs="*", default=PAGES)
    given = options.parse_args()
    chart.draw = timed(chart.draw)
    start = time.perf_counter()
    for page in ("overview", "profile"):
        visit(page, given.corpus, {"once": False})
    print(f"first visits of a new server, everything read and packed: {time.perf_counter() - start:.1f} s\n")
    print(
        "| page | filter set | shares, courses, tones | words | whole page | of processors |\n"
        "|---|---|---|---|---|---|"
    )
    for page in given.pages:
        for chosen, state in FILTERS.items():
            visit(page, given.corpus, state)
            print(line(page, chosen, time.perf_counter() - begun), flush=True)


if __name__ == "__main__":
    main()
