"""The workbook: every sheet, nothing that runs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from analysis import Article, analyze
from analysis.catalog.view import View
from analysis.model import Selection
from analysis.report.spreadsheets import workbook
from analysis.store import open_corpus, write

TEXT = "“The levy is a terrible danger,” Mayor Ana Silva said. “We will pay.”"


def test_each_measure_has_its_sheet_and_formulas_are_defused(tmp_path: Path) -> None:
    write(tmp_path, [analyze(Article(TEXT, title="=cmd()", outlet="\x00Post"))])
    book = load_workbook(BytesIO(workbook(View(open_corpus(tmp_path), Selection()))))
    assert book.sheetnames == [
        "About",
        "Share of voice",
        "Sentiment (tone)",
        "Keywords",
        "Outlets",
        "Articles",
        "Quotations",
    ]
    shares = list(book["Share of voice"].values)
    assert shares[0][0] == "speaker"
    assert shares[1][0] == "Ana Silva"
    articles = list(book["Articles"].values)
    assert "'=cmd()" in articles[1]
    assert "Post" in articles[1]


def test_an_empty_selection_gives_sheets_with_heads_only(tmp_path: Path) -> None:
    write(tmp_path, [])
    book = load_workbook(BytesIO(workbook(View(open_corpus(tmp_path), Selection()))))
    assert [len(list(book[name].values)) for name in ("Share of voice", "Articles", "Quotations")] == [
        1,
        1,
        1,
    ]
