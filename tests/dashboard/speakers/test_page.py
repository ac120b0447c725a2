"""The page of speakers lists everybody, finds somebody, and shows one."""

from typing import Any

import pytest

ONE = "Mei-Ling Tsai"


def table(app: Any) -> Any:
    return app.dataframe[0].value


@pytest.mark.parametrize("corpus", ["sample", "empty", "silent", "hostile"])
def test_every_corpus_can_be_looked_at(run: Any, corpus: Any) -> None:
    assert not run("speakers", corpus).exception


def test_everybody_is_listed_with_most_words_first(run: Any) -> None:
    rows = table(run("speakers", "sample"))
    assert rows["share"].is_monotonic_decreasing
    assert set(rows["course"].map(len)) <= {0, 10}, "ten weeks, or nothing with a date"
    assert ONE in set(rows["speaker"])


def test_search_finds_parts_of_names_in_any_case(run: Any) -> None:
    app = run("speakers", "sample", find="tsai ling")
    assert table(app)["speaker"].tolist() == [ONE]


def test_a_search_without_result_says_so(run: Any, words: Any) -> None:
    assert "Nobody here is called" in words(run("speakers", "sample", find="zzzz"))


def test_choosing_kinds_leaves_shares_as_they_are(run: Any) -> None:
    everybody = table(run("speakers", "sample")).set_index("speaker")["share"]
    people = table(run("speakers", "sample", {"kind": ["person"]})).set_index("speaker")["share"]
    assert 0 < len(people) < len(everybody)
    assert people.tolist() == pytest.approx(everybody[people.index].tolist())


def test_one_speaker_has_a_profile_with_quotations(run: Any, words: Any) -> None:
    app = run("speakers", "sample", {"speaker": [ONE]})
    assert not app.exception
    shown = words(app)
    for part in ("Own words", "In the same articles", "Share of voice", "nv-quote"):
        assert part in shown


def test_quotations_can_be_put_in_order_of_length(run: Any, words: Any) -> None:
    app = run("speakers", "sample", {"speaker": [ONE]}, order="longest")
    assert not app.exception
    assert "nv-quote" in words(app)


def test_a_speaker_without_quotations_here_says_what_to_do(run: Any, words: Any) -> None:
    app = run("speakers", "sample", {"speaker": [ONE], "text": "zzzz"})
    assert "Widen the dates or clear filters" in words(app)


def test_unnamed_sources_have_a_profile(run: Any, words: Any) -> None:
    app = run("speakers", "sample", {"speaker": ["unnamed sources"]})
    assert not app.exception
    assert "Sources that the articles do not name" in words(app)
