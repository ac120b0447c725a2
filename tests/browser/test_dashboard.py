"""What a reader can do in a real browser: open, filter, click, save."""

import shutil
import socket
import struct
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome on this machine"),
    # Playwright's own event loop and pipes are closed after the last test of the session.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "dashboard.py",
        "--server.headless=true",
        f"--server.port={port}",
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        while not _answers(f"http://127.0.0.1:{port}/_stcore/health"):
            assert server.poll() is None, "the server has stopped"
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.set_default_timeout(90_000)
    yield opened
    context.close()


def ready(page: Any, url: str) -> None:
    page.goto(url)
    page.wait_for_selector(".nv-foot, .nv-empty, [data-testid=stForm], [data-testid=stException]")
    assert page.locator("[data-testid=stException]").count() == 0


def number(page: Any, label: str) -> str:
    return str(page.locator(f".nv-figures div:has(dt:text-is('{label}')) dd").inner_text())


@pytest.mark.parametrize("path", ["", "speakers", "keywords", "articles", "add"])
def test_every_page_opens_and_asks_no_other_host(page: Any, address: str, path: str) -> None:
    hosts = set()
    page.on(
        "request",
        lambda request: hosts.add(request.url.split("/")[2].split(":")[0]) if "//" in request.url else None,
    )
    ready(page, f"{address}/{path}")
    assert hosts <= {"127.0.0.1", ""}


def test_filters_in_the_address_change_the_numbers_but_not_the_base(page: Any, address: str) -> None:
    ready(page, address)
    everything = number(page, "Quotations")
    unattributed = number(page, "Unattributed")
    ready(page, f"{address}/?speaker=Mei-Ling+Tsai")
    assert number(page, "Quotations") != everything
    assert number(page, "Unattributed") == unattributed
    ready(page, f"{address}/?speaker=Mei-Ling+Tsai&dates=2026-04-01&dates=2026-04-30")
    assert "1 – 30 April 2026" in page.locator(".nv-head p").inner_text().replace("\u00a0", " ")


def test_a_click_on_a_bar_filters_by_its_speaker(page: Any, address: str) -> None:
    ready(page, address)
    chart = page.locator("[class*='st-key-chart-share-of-voice'] .js-plotly-plot")
    chart.wait_for()
    box = chart.bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + 45)
    page.wait_for_function("location.search.includes('speaker=')")


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_chart_is_saved_as_an_image_of_its_size(page: Any, address: str, tmp_path: Path, kind: str) -> None:
    ready(page, address)
    page.locator("[class*='st-key-chart-share-of-voice'] .js-plotly-plot").wait_for()
    page.locator(".st-key-head-share-of-voice [data-testid=stPopover] button").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=kind, exact=True).first.click()
    saved = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(saved)
    assert saved.name.startswith("share-of-voice")
    if kind == "PNG":
        data = saved.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">I", data[16:20])[0] == 2400
    else:
        assert ElementTree.parse(saved).getroot().get("width") == "1200"


def test_an_article_shows_its_quotations_marked(page: Any, address: str) -> None:
    ready(page, f"{address}/speakers?speaker=Mei-Ling+Tsai")
    page.locator("[class*='st-key-open-'] button").first.click()
    page.wait_for_selector("mark.nv-direct, mark.nv-mixed, mark.nv-indirect")
    assert "article=" in page.url


def test_nothing_scrolls_sideways_on_a_phone(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    ready(page, address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
