"""What does newsvoices find in an article, printed and not stored?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from analysis.charts import numbers
from analysis.cli.layout import table_lines
from analysis.cli.messages import Watch
from analysis.cli.options import engine_option, reading_options
from analysis.cli.output import write_json_line, write_lines
from analysis.cli.records import as_gold, as_record, voices
from analysis.cli.terminal import plain
from analysis.model import Analysis, Article
from analysis.pipeline import ENGINES, analyzer_id
from analysis.pipeline import analyze as analyze_article
from analysis.readers import ReadOptions, Skipped, read
from analysis.readers.stdin import article_from_stdin

_KEYWORDS = 10
_NOBODY = "(unattributed)"


