"""What is saved is what it says: images, numbers, workbook, report."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook

Read = Callable[..., Any]


def saved(reader: Any, button: Any, folder: Path) -> Path:
    with reader.page.expect_download() as waiting:
        button.click()
    path: Path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def chosen(reader: Any, name: str, folder: Path) -> Path:
    """Save by the menu of a chart, and close it."""
    button = reader.page.get_by_role("button", name=name, exact=True)
    reader.page.locator(".st-key-head-share-of-voice [data-testid=stPopover] button").first.click()
    path = saved(reader, button, folder)
    reader.page.keyboard.press("Escape")
    button.wait_for(state="hidden")
    reader.settle()
    return path


def test_a_chart_is_saved_as_image_drawing_and_numbers(read: Read, tmp_path: Path) -> None:
    reader = read(mode="dark").open()
    reader.chart("share-of-voice")
    png = chosen(reader, "PNG", tmp_path)
    assert png.name.startswith("share-of-voice")
    data = png.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", data[16:20])[0] == 2400
    svg = chosen(reader, "SVG", tmp_path)
    drawing = ElementTree.parse(svg).getroot()
    assert drawing.get("width") == "1200"
    # Light on a dark screen too, with title and method.
    assert "rgb(20, 23, 28)" not in svg.read_text("utf-8")
    assert "rgb(255, 255, 255)" in svg.read_text("utf-8")
    words = "".join(drawing.itertext())
    assert "Share of voice by speaker" in words
    assert "corpus version 1" in words
    table = chosen(reader, "CSV", tmp_path)
    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig"))))
    assert {"speaker", "share", "reach", "quotations", "words"} <= set(rows[0])
    assert len(rows) > 10


def test_the_selection_is_saved_as_workbook_and_as_report(read: Read, tmp_path: Path) -> None:
    reader = read().open("?outlet=Harbour+Post")
    reader.page.locator(".st-key-save-selection button").first.click()
    book = saved(reader, reader.page.locator(".st-key-save-workbook button:visible"), tmp_path)
    sheets = load_workbook(book, read_only=True)
    assert {"About", "Share of voice", "Articles", "Quotations"} <= set(sheets.sheetnames)
    outlets = {row[2] for row in sheets["Articles"].iter_rows(min_row=2, values_only=True)}
    assert outlets == {"Harbour Post"}
    report = saved(reader, reader.page.locator(".st-key-save-report button:visible"), tmp_path)
    _check_report(reader, report)


def _check_report(reader: Any, report: Path) -> None:
    """It is drawn without any network, asks for nothing but itself, and fits a phone."""
    context = reader.page.context
    context.set_offline(True)
    for width in (1280, 390):
        asked: list[str] = []
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(report.as_uri(), timeout=120_000)
        for number in range(page.locator(".chart").count()):
            page.wait_for_selector(f".chart[data-figure='{number}'] .main-svg")
        assert asked == [report.as_uri()]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".chart").count() > 3
    assert "Harbour Post" in page.locator("header p").inner_text()
    assert page.locator(".said mark").count() > 10
