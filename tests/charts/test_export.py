"""Can a figure leave the screen whole?"""

import builtins
import shutil
import struct
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.charts.export import as_html, as_image, export_figure, file_name
from analysis.charts.tones import tone_by
from analysis.errors import ExportUnavailable

LONG = "Regional Association of Independent Harbour Pilots and Tug Masters"


def small() -> go.Figure:
    table = pd.DataFrame({"speaker": [LONG], "tone": [0.2], "quotations": [3], "words": [9]})
    return tone_by(table, mode="light", colors={LONG: 0})


def exported(footer: str = "12 articles") -> go.Figure:
    return export_figure(small(), title="Tone <by> speaker", unit_line="−1 to +1", footer=footer)


def test_an_exported_figure_has_its_size_title_and_stamp() -> None:
    fig = exported()
    assert (fig.layout.width, fig.layout.height) == (1200, small().layout.height + 150)
    assert [text.text for text in fig.layout.annotations][-4:] == [
        "Tone &lt;by&gt; speaker",
        "−1 to +1",
        "12 articles",
        "newsvoices",
    ]


def test_the_plot_keeps_its_height_in_pixels() -> None:
    margin = exported().layout.margin
    assert exported().layout.height - margin.t - margin.b == small().layout.height


def test_shortened_names_are_written_in_full() -> None:
    assert LONG in [text.text for text in exported().layout.annotations]
    assert LONG not in [text.text for text in small().layout.annotations]


def test_a_long_stamp_is_wrapped_and_never_cut() -> None:
    fig = exported("word " * 300)
    stamp = fig.layout.annotations[-2].text
    assert stamp.replace("<br>", " ").split() == ["word"] * 300
    assert fig.layout.height > exported().layout.height


def test_a_page_asks_the_network_for_nothing() -> None:
    page = as_html(small())
    head, _, _ = page.partition("<body")
    assert "src=" not in head
    assert '<script src="' not in page
    assert "<title>Sentiment (tone) by speaker" in page


def test_file_names_say_chart_and_dates() -> None:
    assert file_name("tone", None, None, ".svg") == "tone.svg"
    assert file_name("tone", date(2026, 3, 2), None, "csv") == "tone_2026-03-02.csv"


def test_without_kaleido_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: Any, *rest: Any, **more: Any) -> Any:
        if name == "kaleido":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportUnavailable, match=r"\.\[export\].*Chromium.*\.html"):
        as_image(small(), "png")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="'gif'"):
        as_image(small(), "gif")


BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="images need Chrome or Chromium")
def test_a_png_has_two_pixels_a_point() -> None:
    pytest.importorskip("kaleido", reason="images need the extra newsvoices[export]")
    fig = exported()
    image = as_image(fig, "png")
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (2400, 2 * fig.layout.height)
