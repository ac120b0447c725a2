"""Is every chart saved, whole and with its method?"""

import pytest

from analysis.catalog.drawings import DRAWINGS
from analysis.charts import export
from analysis.errors import ExportUnavailable
from analysis.measures.resampling import SEED


@pytest.fixture
def chart(call, corpus):
    """Call `chart` on the small corpus."""
    return lambda *arguments: call("chart", *arguments, "--corpus", corpus)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_chart_becomes_a_page_that_needs_no_browser_to_be_made(chart, name, tmp_path):
    done = chart(name, "--to", "c.html")
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "c.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert f"seed {SEED}" in page.replace("\\u003cbr\\u003e", " ").replace("<br>", " ")


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_chart_of_an_empty_selection_can_be_saved(chart, name):
    assert chart(name, "--to", "c.html", "--from", "2030-01-01").exit_code == 0


def test_filters_stand_in_the_footer(chart, tmp_path):
    chart(
        "share-of-voice",
        "--to",
        "c.html",
        "--to",
        "2026-03-31",
        "--speaker",
        "bo chen",
        "--metric",
        "quotations",
    )
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "Up to 31 March 2026. Speaker: Bo Chen." in page
    assert "Statements quoted, 2 articles" in page


def test_an_unknown_ending_names_the_known_ones(chart):
    done = chart("keywords", "--to", "c.gif")
    assert done.exit_code == 2
    assert ".png, .svg, .pdf, .html" in done.stderr


def test_without_a_browser_the_remedy_is_named_and_no_file_is_left(chart, monkeypatch, tmp_path):
    def unavailable(*_):
        raise ExportUnavailable("an image needs a browser; or use .html")

    monkeypatch.setattr("analysis.cli.charting.as_image", unavailable)
    done = chart("keywords", "--to", "c.png")
    assert (done.exit_code, "use .html" in done.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_is_a_picture(chart, tmp_path):
    done = chart("keywords", "--to", "c.svg")
    if done.exit_code and export._REMEDY in done.stderr:
        pytest.skip(f"no browser for images: {done.stderr.strip()}")
    assert (tmp_path / "c.svg").read_text("utf-8").startswith("<svg")
