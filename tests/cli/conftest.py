"""A small corpus, made once, and a way to call the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from analysis.cli import main

ARTICLES = [
    {
        "id": "a1",
        "date": "2026-03-02",
        "publisher": "Harbor Post",
        "title": "Bridge closed",
        "url": "https://harborpost.example/bridge",
        "author": "Jo Park",
        "text": "“The old bridge is a terrible danger to everybody,” Mayor Ana Silva said on Monday. "
        "“We will repair the old bridge.”\n\nThe engineer Bo Chen said that the bridge would be closed.",
    },
    {
        "id": "a2",
        "date": "2026-03-20",
        "publisher": "The Tidewater",
        "title": "=SUM(A1) and other worries",
        "text": "“@everyone, this is a wonderful success,” Bo Chen said. “Nothing is lost,” Silva added.\n\n"
        "“It will take ten weeks and cost a lot of money,” said Mayor Ana Silva.",
    },
    {
        "id": "a3",
        "date": None,
        "publisher": "Harbor Post",
        "title": "Undated",
        "text": "“I never liked that bridge,” Bo Chen said.",
    },
]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Call `newsvoices` in an empty folder; arguments are made to text."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSVOICES_CORPUS", raising=False)

    def run(*arguments: Any, **more: Any) -> Any:
        return CliRunner().invoke(main, list(map(str, arguments)), **more)

    return run


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A file of three articles."""
    path = tmp_path_factory.mktemp("source") / "articles.jsonl"
    path.write_text("\n".join(json.dumps(article) for article in ARTICLES), "utf-8")
    return path


@pytest.fixture(scope="session")
def corpus(source: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The corpus of these articles; only for reading."""
    folder = tmp_path_factory.mktemp("corpora") / "small"
    done = CliRunner().invoke(main, ["add", str(source), "--corpus", str(folder)])
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def own(call: Any, source: Any) -> Any:
    """A corpus of one's own in the working folder."""
    assert call("add", source).exit_code == 0
    return call
