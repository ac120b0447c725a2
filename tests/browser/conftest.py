"""A real browser on real servers, each with a corpus that pages must bear."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis import Article, analyze
from analysis.store import write

ROOT = Path(__file__).parents[2]
BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
BRIDGE = (
    "“The old bridge is a terrible danger to everybody,” Mayor Ana Silva said on Monday. "
    "“We will repair the old bridge.”\n\nThe engineer Bo Chen said that the bridge would be closed.\n\n"
    "The river was wonderful that day. Nobody came to the hearing."
)
PATIENCE = 40_000
"""How many milliseconds to wait before something counts as broken; a busy machine is slow."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        if BROWSER is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium or Chrome on this machine"))
        # Playwright's own event loop and pipes are closed after the last test of the session.
        for warning in ("pytest.PytestUnraisableExceptionWarning", "ResourceWarning", "DeprecationWarning"):
            item.add_marker(pytest.mark.filterwarnings(f"ignore::{warning}"))


@pytest.fixture(scope="session")
def folders(corpora: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The corpora that pages must bear, one that may be corrected, and a place where there is none yet."""
    made = tmp_path_factory.mktemp("made")
    write(made / "own", [analyze(Article(BRIDGE, title="Bridge closed", article_id="harbor"))])
    # A copy, since answers given in a browser are kept with the corpus.
    shutil.copytree(corpora["hostile"], made / "hostile")
    return corpora | {name: made / name for name in ("own", "fresh", "hostile")}


@pytest.fixture(scope="session")
def serve(folders: dict[str, Path]) -> Iterator[Callable[[str], str]]:
    """The address of a dashboard on a corpus; each server starts once, when first asked for."""
    running: dict[str, tuple[subprocess.Popen[bytes], str]] = {}

    def address(name: str) -> str:
        if name not in running:
            running[name] = _start(folders[name])
        return running[name][1]

    yield address
    for server, _ in running.values():
        server.terminate()
        server.wait()


def _start(corpus: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--", "--corpus", str(corpus)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ, **quiet)
    while not _answers(f"http://127.0.0.1:{port}/_stcore/health"):
        assert server.poll() is None, "the server has stopped"
    return server, f"http://127.0.0.1:{port}"


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


class Reader:
    """Somebody who looks at the dashboard, and notices what pages must never do."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.address = address
        self.hosts: set[str] = set()
        self.alarms: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", self._note)
        page.on("dialog", lambda dialog: self._alarm(dialog))
        page.on("pageerror", lambda error: self.alarms.append(str(error)))

    def _note(self, request: Any) -> None:
        if request.url.startswith(("http:", "https:", "ws:", "wss:")):
            self.hosts.add(request.url.split("/")[2].split(":")[0])

    def _alarm(self, dialog: Any) -> None:
        self.alarms.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: str = "") -> Reader:
        """Open an address and wait until the page is drawn."""
        self.page.goto(f"{self.address}/{path}")
        # The version comes into the address when all of the page is drawn.
        self.page.wait_for_function(
            "location.search.includes('version=') || document.querySelector('[data-testid=stException]')"
        )
        return self.settle()

    def settle(self) -> Reader:
        """Wait until the server has nothing more to say."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        return self

    def turn_to(self, title: str) -> Reader:
        """Go to another page by the navigation."""
        before = self.title
        # As long as a finger takes: leaving a field sends its text, and a click of no length overtakes it.
        self.page.get_by_role("link", name=title, exact=True).click(delay=90)
        self.page.wait_for_function(
            "before => { const h = document.querySelector('.nv-head h1'); return h && h.innerText !== before; }",
            arg=before,
        )
        self.page.wait_for_selector(".nv-foot, .nv-empty, [data-testid=stException]")
        return self.settle()

    def filtered(self, words: str) -> Reader:
        """Wait until the address says that this is filtered."""
        self.page.wait_for_function("words => decodeURIComponent(location.search).includes(words)", arg=words)
        return self.settle()

    @property
    def title(self) -> str:
        return str(self.page.locator(".nv-head h1").first.inner_text())

    @property
    def line(self) -> str:
        return str(self.page.locator(".nv-head p").first.inner_text()).replace("\xa0", " ")

    @property
    def chips(self) -> list[str]:
        return list(self.page.locator("[class*='st-key-chip-'] button:visible").all_inner_texts())

    @property
    def titles(self) -> list[str]:
        """The pages that the navigation offers."""
        return list(self.page.locator("[data-testid=stTopNavLink]").all_inner_texts())

    def figure(self, label: str) -> str:
        found = self.page.locator(f".nv-figures div:has(dt:text-is('{label}')) dd")
        return str(found.inner_text()).replace("\xa0", " ")

    def chart(self, name: str) -> Any:
        """A chart, once it is drawn."""
        chart = self.page.locator(f"[class*='st-key-chart-{name}'] .js-plotly-plot .main-svg").first
        chart.wait_for()
        return chart

    def errors(self) -> int:
        return int(self.page.locator("[data-testid=stException]").count())

    def width(self) -> int:
        """How wide the page is, its widest part included."""
        return int(
            self.page.evaluate(
                "Math.max(document.documentElement.scrollWidth, "
                "document.querySelector('[data-testid=stMain]').scrollWidth)"
            )
        )


@pytest.fixture
def read(browser: Any, serve: Callable[[str], str]) -> Iterator[Callable[..., Reader]]:
    """Start to look at a corpus, on a screen of a width and in light or dark."""
    contexts = []

    def look(corpus: str = "sample", *, width: int = 1280, mode: str = "light") -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=mode, accept_downloads=True
        )
        contexts.append(context)
        return Reader(context.new_page(), serve(corpus))

    yield look
    for context in contexts:
        context.close()
