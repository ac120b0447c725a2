"""Stands in for `analysis.pipeline.analyze` in worker processes, which import this file by its name."""

from __future__ import annotations

import os
import signal

from analysis.model import Analysis, Article


def analyze(article: Article) -> Analysis:
    if article.text == "raise":
        raise RuntimeError("no such thing")
    if article.text == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    return Analysis(article, "rules 1", 1, (), (), (), (), None, None)
