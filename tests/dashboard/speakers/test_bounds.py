"""Bounds and expected shares are one click away, and bad tables are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

Run = Callable[..., AppTest]


def shown(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("page", ["overview", "speakers"])
def test_the_worst_and_the_best_case_open_with_a_click(run: Run, page: str) -> None:
    closed = run(page, "sample")
    opened = run(page, "sample", bounds=True)
    assert not opened.exception
    assert "credited to nobody" not in shown(closed)
    assert "credited to nobody" in shown(opened)
    table = next(one.value for one in opened.dataframe if "Worst" in one.value)
    assert table["Speaker"][0] == "Zoltán Szekeres"


def test_a_table_of_seats_gives_the_ratio_of_voice_to_expectation(run: Run) -> None:
    app = run("speakers", "sample", expectation=True)
    table = "name,seats\nZoltán Szekeres,1\nAmara Okonkwo,1\nNobody Known,2\n"
    app.file_uploader(key="expected-file").upload("seats.csv", table.encode(), "text/csv").run()
    assert not app.exception
    found = next(one.value for one in app.dataframe if "Ratio" in one.value).set_index("Speaker")
    assert found.loc["Nobody Known", "Expected"] == "50\N{NO-BREAK SPACE}%"
    assert found.loc["Nobody Known", "Ratio"].startswith("0")
    assert "Says nothing in this selection: Nobody Known." in shown(app)


def test_a_table_may_name_kinds_and_a_bad_one_is_told(run: Run) -> None:
    app = run("speakers", "sample", expectation=True, **{"expected-by": "kind"})
    app.file_uploader(key="expected-file").upload("t.csv", b"person,3\norganization,1\n", "text/csv").run()
    assert "Ratio" in app.dataframe[-1].value
    app = run("speakers", "hostile", expectation=True)
    app.file_uploader(key="expected-file").upload("t.csv", b"a,1\n![x](http://y),z\n", "text/csv").run()
    assert "line 2" in app.error[0].value
