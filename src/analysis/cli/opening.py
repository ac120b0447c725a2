"""The command that opens the dashboard, the same as ``streamlit run dashboard.py`` in the repository."""

from __future__ import annotations

import os
import sys

import click

from analysis.cli.options import corpus_option
from analysis.resources import shipped


@click.command()
@corpus_option
@click.option(
    "--port", type=click.IntRange(1, 65_535), help="Where it listens; else the first free from 8501."
)
@click.option("--no-browser", is_flag=True, help="Print the address only.")
def dashboard(corpus: str | None, port: int | None, no_browser: bool) -> None:
    """Open the dashboard in a browser; it runs until it is stopped with Ctrl-C.

    Without --corpus and NEWSVOICES_CORPUS it shows ./corpus, or the sample
    where there is none.
    """
    command = [sys.executable, "-m", "streamlit", "run", str(shipped("dashboard.py"))]
    if port:
        command.append(f"--server.port={port}")
    if no_browser:
        command.append("--server.headless=true")
    if corpus is not None:
        command += ["--", "--corpus", corpus]
    # In the place of this process, so that who stops it stops the server.
    os.execv(sys.executable, command)
