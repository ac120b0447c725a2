"""The commands of ``newsvoices``.

Each command stands in a module of its own, imported when it is called, so
that help costs nothing. What goes to stdout is written in
`analysis.cli.output`, what goes to stderr in `analysis.cli.messages`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from analysis.cli.messages import Failure
from analysis.errors import AnalysisError

_COMMANDS: dict[str, tuple[str, str]] = {
    "add": ("articles", "Analyze articles and add them to a corpus."),
    "remove": ("articles", "Take articles out of a corpus."),
    "edit": ("articles", "Correct date, outlet or title of an article."),
    "correct": ("correcting", "Correct a speaker, a quotation, a story or a tone."),
    "corrections": ("corrections", "List, undo, export and import corrections."),
    "review": ("corrections", "Print what is most worth correcting."),
    "check": ("checking", "Check a random sample by hand: precision, recall, error-corrected shares."),
    "expected": ("comparing", "Compare shares of voice with seats, staff or population."),
    "differences": ("comparing", "Compare shares of voice in two selections."),
    "reproduce": ("stamps", "Make the figures of a method stamp again."),
    "refresh": ("articles", "Analyze anew what an older version or another engine has analyzed."),
    "analyze": ("analyzing", "Analyze articles and print what is found; stores nothing."),
    "show": ("showing", "Print a measure: share of voice, sentiment (tone), keywords, quotations."),
    "export": ("showing", "Save articles, quotations or keywords as CSV, Parquet or Excel."),
    "evaluate": ("evaluating", "Measure an engine on articles that somebody has marked."),
    "chart": ("showing", "Save a chart as an image or a page."),
    "dashboard": ("opening", "Open the dashboard in a browser."),
    "report": ("showing", "Save a report of a selection as one page."),
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"analysis.cli.{_COMMANDS[cmd_name][0]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AnalysisError as error:
            raise Failure(str(error)) from error


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="newsvoices", prog_name="newsvoices")
def main() -> None:
    """Who gets to speak in the news: how much, in what tone, about what.

    Results go to standard output, everything else to standard error. The exit
    code is 0 when all is done, 1 when something could not be done (it is
    named), 2 for wrong usage.
    """
