"""Make the screenshots of the README anew, from the sample corpus.

    python docs/screenshots/make.py

Needs the extra ``dev`` and Chromium. Every picture is 1280 pixels wide, at
twice the density.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PICTURES = {
    "overview": ("", "light", 1180),
    "overview-dark": ("", "dark", 1180),
    "speaker": ("speakers?speaker=Mei-Ling+Tsai", "light", 1180),
    "article": ("articles", "light", 1180),
}
PATIENCE = 120_000


@contextmanager
def dashboard() -> Iterator[str]:
    """The address of a dashboard on the sample corpus."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--", "--corpus", "no-corpus-so-that-the-sample-is-shown"]
    with subprocess.Popen(command, cwd=ROOT) as server:
        try:
            while not answers(f"http://127.0.0.1:{port}/_stcore/health"):
                if server.poll() is not None:
                    raise SystemExit("the dashboard has stopped; its message stands above")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def answers(url: str) -> bool:
    """Whether somebody answers there."""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def picture(browser: Any, address: str, name: str) -> None:
    """Open a page, wait until it is drawn, and save what it shows."""
    path, mode, height = PICTURES[name]
    context = browser.new_context(
        viewport={"width": 1280, "height": height}, color_scheme=mode, device_scale_factor=2
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/{path}")
    page.wait_for_function("location.search.includes('version=')")
    if name == "article":
        box = page.locator("[data-testid=stDataFrame]").bounding_box()
        page.mouse.click(box["x"] + 120, box["y"] + 35 * 6 + 20)
        page.wait_for_selector(".nv-reader mark")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / f"{name}.png")
    print(f"{name}.png")
    context.close()


def main() -> None:
    """Make all pictures."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for name in PICTURES:
            picture(browser, address, name)
        browser.close()


if __name__ == "__main__":
    main()
