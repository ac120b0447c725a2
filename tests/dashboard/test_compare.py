"""Do two to six things stand side by side, each with what sets it apart?"""

import pytest

KINDS = ("speakers", "outlets", "periods")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run, corpus, kind):
    assert not run("compare", corpus, {"compare": [kind.capitalize()]}).exception


def test_chosen_speakers_keep_their_share_of_the_whole(run, words):
    names = ["Mei-Ling Tsai", "Amara Okonkwo"]
    shown = words(run("compare", "sample", compared_speakers=names))
    for name in names:
        assert name in shown


def test_one_thing_alone_cannot_be_compared(run, words):
    shown = words(run("compare", "sample", compared_speakers=["Mei-Ling Tsai"]))
    assert "Choose at least two" in shown


def test_outlets_have_their_numbers_in_a_row_each(run):
    rows = run("compare", "sample", {"compare": ["Outlets"]}).dataframe[0].value
    assert rows["articles"].sum() == 52
    assert rows["voices"].gt(1).all()


def test_periods_are_the_latest_two_in_time_order(run):
    rows = run("compare", "sample", {"compare": ["Periods"]}).dataframe[0].value
    assert rows["side"].tolist() == ["Week of 27 Apr", "Week of 4 May"]
