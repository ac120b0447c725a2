"""How does a selection become an Excel workbook?

The same measures as in the report, and the articles and quotations behind
them, each on a sheet of its own.
"""

from __future__ import annotations

from io import BytesIO

import pandas as pd
from openpyxl import Workbook

from analysis.catalog import measured
from analysis.catalog.view import View
from analysis.measures.cross import outlets_by_speakers
from analysis.report.sheets import add_sheet
from analysis.report.stamp import method_line
from analysis.wording.selections import in_words


def workbook(asked: View) -> bytes:
    """Write the workbook of a selection; sheets without rows have their heads only.

    Raises:
        AnalysisError: a sheet would have more rows than Excel holds.
    """
    book = Workbook(write_only=True)
    add_sheet(book, "About", _about(asked))
    add_sheet(book, "Share of voice", measured.shares(asked, "words"))
    add_sheet(book, "Sentiment (tone)", measured.tones(asked))
    add_sheet(book, "Keywords", measured.keywords(asked))
    add_sheet(book, "Outlets", outlets_by_speakers(asked.statements, speakers=asked.chosen_speakers))
    add_sheet(book, "Articles", asked.corpus.articles(asked.selection))
    add_sheet(book, "Quotations", asked.corpus.quotations(asked.selection))
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _about(asked: View) -> pd.DataFrame:
    totals = asked.totals
    rows = [
        ("Selection", in_words(asked.selection) or "Everything"),
        ("Articles", totals.articles),
        ("Stories", totals.stories),
        ("Quotations", totals.quotations),
        ("Speakers", totals.speakers),
        ("Quoted words", totals.words),
        ("Unattributed share", totals.unattributed_share),
        ("Method", method_line(asked, "Quoted words of statements")),
        ("Share", "Words of a speaker’s statements, divided by all words of statements in the selection"),
        ("Reach", "Articles that quote the speaker, divided by all articles in the selection"),
        ("Tone", "−1 to +1, mean over the sentences, weighted by words"),
    ]
    return pd.DataFrame(rows, columns=["What", "Value"], dtype=object)
