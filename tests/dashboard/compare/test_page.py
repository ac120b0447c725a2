"""Two to six things stand side by side, each with what sets it apart."""

from typing import Any

import pytest

from analysis.dashboard.evidence.behind import Behind
from analysis.model import Selection
from analysis.store import open_corpus

KINDS = ("speakers", "outlets", "periods")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run: Any, corpus: Any, kind: Any) -> None:
    assert not run("compare", corpus, {"compare": [kind.capitalize()]}).exception


def test_chosen_speakers_keep_their_share_of_the_whole(run: Any, words: Any) -> None:
    names = ["Mei-Ling Tsai", "Amara Okonkwo"]
    shown = words(run("compare", "sample", compared_speakers=names))
    for name in names:
        assert name in shown


def test_one_thing_alone_cannot_be_compared(run: Any, words: Any) -> None:
    shown = words(run("compare", "sample", compared_speakers=["Mei-Ling Tsai"]))
    assert "Choose at least two" in shown


def test_a_wire_story_counts_in_each_outlet_that_prints_it(run: Any, corpora: Any) -> None:
    rows = run("compare", "sample", {"compare": ["Outlets"]}).dataframe[0].value
    everything = open_corpus(corpora["sample"]).articles(Selection(distinct_stories=False))
    assert rows["articles"].sum() == len(everything)
    assert rows["voices"].gt(1).all()


def test_periods_are_the_latest_two_in_time_order(run: Any) -> None:
    rows = run("compare", "sample", {"compare": ["Periods"]}).dataframe[0].value
    assert rows["side"].tolist() == ["Week of 27 Apr", "Week of 4 May"]


def test_a_row_opens_as_many_quotations_as_it_counts(run: Any, words: Any, corpora: Any) -> None:
    within = Selection(outlets=("Harbour Post",))
    asked = Behind("Harbour Post", within=within)
    app = run(
        "compare",
        "sample",
        {"compare": ["Outlets"]},
        behind=("compare", "compare-outlets", asked, Selection()),
    )
    rows = app.dataframe[0].value.set_index("side")
    assert f"<h2><bdi>{rows['quotations']['Harbour Post']} quotations</bdi></h2>" in words(app)


def test_differences_of_two_outlets_are_those_of_their_shares(run: Any, words: Any) -> None:
    app = run("compare", "sample", {"compare": ["Outlets"]})
    row = next(one.value for one in app.dataframe if "points" in one.value).iloc[0]
    sides = app.dataframe[0].value["side"].tolist()
    shown = app.session_state["view"]
    for column, outlet in zip(("before", "after"), sides, strict=False):
        said = shown.of(Selection(outlets=(outlet,))).quotations
        theirs = said[said["speaker"] == row["speaker"]]["words"].sum() / said["words"].sum()
        assert float(row[column].rstrip("\N{NO-BREAK SPACE}%")) == pytest.approx(100 * theirs, abs=0.51)
    assert "ew stories" in words(app) or "escribes these" in words(app)
