"""The wheel holds all that the dashboard needs, far from the repository."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60_000


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, as an installer would lay it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*build, "-w", str(folder)], check=True, capture_output=True)
    (wheel,) = folder.glob("newsvoices-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def address(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where ``newsvoices dashboard`` of the wheel listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    environment = os.environ | {"PYTHONPATH": str(installed)}
    environment.pop("NEWSVOICES_CORPUS", None)
    command = [sys.executable, "-c", "from analysis.cli import main; main()", "dashboard"]
    server = subprocess.Popen(
        [*command, "--no-browser", "--port", str(port)],
        cwd=elsewhere,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    said = ""
    # Streamlit prints the address when it listens.
    for line in server.stdout:
        said += line
        if f":{port}" in line:
            break
    else:
        raise AssertionError(said)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.communicate()


def test_the_dashboard_opens_on_the_sample_with_the_look_and_the_methods(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_selector(".nv-foot")
    assert "places and people are fictional" in page.locator(".nv-head p").first.inner_text()
    # Of the theme, which stands in a file beside the script.
    weight = "getComputedStyle(document.querySelector('.nv-head h1')).fontFamily"
    assert "Source Serif" in page.evaluate(weight)
    page.goto(f"{address}/method")
    page.wait_for_selector(".nv-foot")
    assert page.locator("[data-testid=stException]").count() == 0
    assert "How good the engine" in page.content()
    assert "effective number of voices" in page.content().lower()
    page.close()
