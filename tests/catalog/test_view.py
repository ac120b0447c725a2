"""A view gives the same numbers however it reads, and does each piece of work once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis import Article, analyze
from analysis.catalog.measures import CHARTED, MEASURES, PRINTED
from analysis.catalog.view import View, analyses_with_names
from analysis.model import Selection
from analysis.report.stamp import figures_of
from analysis.store import Corpus, open_corpus, write

SELECTIONS = [
    pytest.param(Selection(), id="everything"),
    pytest.param(Selection(date_from=date(2026, 4, 1), outlets=("Harbour Post",)), id="days and outlet"),
    pytest.param(Selection(speakers=("Mei-Ling Tsai",)), id="speaker"),
    pytest.param(Selection(kinds=("organization",), distinct_stories=False), id="kind"),
    pytest.param(Selection(text="levy", forms=("direct",)), id="words and form"),
]


@pytest.fixture(scope="module")
def corpus(corpora: dict[str, Path]) -> Corpus:
    return open_corpus(corpora["sample"])


@pytest.mark.parametrize("selection", SELECTIONS)
def test_packed_tables_give_the_same_measures(corpus: Corpus, selection: Selection) -> None:
    plain, packed = View(corpus, selection), View(corpus, selection, is_packed=True)
    assert packed.totals == plain.totals
    assert packed.chosen_speakers == plain.chosen_speakers
    for measure in (*map(MEASURES.get, PRINTED), *map(MEASURES.get, CHARTED)):
        assert measure
        for read in (measure.table, measure.chart_table):
            assert figures_of(read(plain, "quotations")) == figures_of(read(packed, "quotations"))
    assert packed.quoting_articles.to_csv() == plain.quoting_articles.to_csv()


def test_speakers_chosen_never_change_the_base(corpus: Corpus) -> None:
    one = View(corpus, Selection(speakers=("Mei-Ling Tsai",)))
    assert len(one.statements) == len(View(corpus, Selection()).statements) > len(one.quotations)
    assert len(one.articles) == len(View(corpus, Selection()).articles) > len(one.quoting_articles)


def test_work_is_done_once_for_each_selection_and_key(corpus: Corpus) -> None:
    view, done = View(corpus, Selection()), []
    other = view.of(Selection(forms=("direct",)))
    for asked, key in ((view, "a"), (view, "a"), (view, "b"), (other, "a"), (view.of(Selection()), "a")):
        asked.once(key, lambda: done.append(1))
    assert len(done) == 3


def test_nobody_writes_into_what_others_get(corpus: Corpus) -> None:
    view = View(corpus, Selection())
    mine = view.once("frame", lambda: pd.DataFrame({"a": [1]}))
    mine["a"] = 2
    assert view.once("frame", pd.DataFrame)["a"].tolist() == [1]


def test_articles_have_the_names_used_across_articles(corpus: Corpus) -> None:
    view = View(corpus, Selection())
    rows = view.evidence_in([view.statements["article_id"].iloc[0]])
    known = view.analysis(rows["article_id"].iloc[0])
    named = {quotation.quotation_id: quotation.speaker for quotation in known.quotations}
    for row in rows[rows["kind"] == "person"].to_dict("records"):
        assert named[row["quotation_id"]] == row["speaker"]


def test_the_line_of_a_selection_says_that_the_sample_is_fictional(corpus: Corpus) -> None:
    assert View(corpus, Selection(), is_sample=True).words.endswith("fictional.")
    assert "fictional" not in View(corpus, Selection()).words


def test_a_short_name_becomes_the_name_across_articles(tmp_path: Path) -> None:
    texts = [
        "“The bridge is closed,” Ana Silva, the mayor, said. “It is closed,” Silva said.",
        "“Nobody knows,” a senior official said. “I know,” the mayor Ana Silva said.",
    ]
    analyses = [analyze(Article(text, title=f"No. {number}")) for number, text in enumerate(texts)]
    write(tmp_path, analyses)
    known = analyses_with_names(open_corpus(tmp_path), [one.article.article_id for one in analyses])
    names = {quotation.speaker for one in known.values() for quotation in one.quotations}
    assert "Ana Silva" in names
    assert "Silva" not in names
    # In its article an unnamed source keeps the words that tell what it is.
    assert any(name and "official" in name for name in names)


def test_unknown_articles_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, [])
    assert analyses_with_names(open_corpus(tmp_path), ["nobody"]) == {}
    assert analyses_with_names(open_corpus(tmp_path), []) == {}
