"""Does `newsvoices show` print the measure that was asked for, of what was asked for?"""

import csv
import io
import json

import pandas as pd
import pytest

from analysis.catalog.views import VIEWS


@pytest.fixture
def show(call, corpus):
    """Call `show` on the small corpus."""
    return lambda *arguments: call("show", *arguments, "--corpus", corpus)


def rows(done):
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_shares_of_voice_sum_to_one(show):
    assert sum(row["share"] for row in rows(show("share-of-voice", "--format", "json"))) == pytest.approx(1)


def test_a_speaker_chooses_rows_and_changes_no_share(show):
    everybody = {row["speaker"]: row["share"] for row in rows(show("share-of-voice", "--format", "json"))}
    (only,) = rows(show("share-of-voice", "--format", "json", "--speaker", "Bo Chen"))
    assert only["share"] == everybody["Bo Chen"] < 1


@pytest.mark.parametrize("name", ["bo chen", "BO CHEN", "Chen"])
def test_a_speaker_is_found_in_any_case_and_by_an_alias(show, name):
    assert {row["speaker"] for row in rows(show("quotations", "--format", "json", "--speaker", name))} == {
        "Bo Chen"
    }


def test_speakers_can_be_repeated(show):
    both = rows(show("tone", "--format", "json", "--speaker", "Bo Chen", "--speaker", "Ana Silva"))
    assert {row["speaker"] for row in both} == {"Ana Silva", "Bo Chen"}


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (["--from", "2026-03-02", "--to", "2026-03-20"], {"2026-03-02", "2026-03-20"}),
        (["--from", "2026-03-03"], {"2026-03-20"}),
        (["--to", "2026-03-19"], {"2026-03-02"}),
        (["--outlet", "harbor post"], {"2026-03-02", None}),
        (["--form", "indirect"], {"2026-03-02"}),
        (["--text", "MONEY weeks"], {"2026-03-20"}),
        (["--as-published"], {"2026-03-02", "2026-03-20", None}),
    ],
)
def test_filters_choose_articles_and_days_are_inclusive(show, filters, days):
    assert {row["published"] for row in rows(show("quotations", "--format", "json", *filters))} == days


def test_articles_without_a_date_are_told_of_when_days_are_chosen(show):
    assert "left out for want of a date: 1 article" in show("quotations", "--from", "2026-03-01").stderr
    assert "left out" not in show("quotations").stderr


def test_sentiment_is_the_same_as_tone(show):
    assert show("sentiment").stdout == show("tone").stdout


def test_keywords_of_a_speaker_are_those_of_the_speakers_words(show):
    terms = {row["term"] for row in rows(show("keywords", "--format", "json", "--speaker", "Bo Chen"))}
    assert "success" in terms
    assert "danger" not in terms


def test_csv_on_stdout_is_data_without_formulas(show):
    done = show("quotations", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert "'=SUM(A1) and other worries" in {row["title"] for row in table}
    assert not done.stdout.startswith("\ufeff")


def test_a_table_says_how_many_rows_it_leaves_out(show):
    done = show("keywords", "--limit", "2")
    assert len(done.stdout.splitlines()) == 4
    assert "--limit 0 shows all" in done.stderr


def test_the_method_is_told_on_stderr(show):
    done = show("share-of-voice", "--outlet", "Harbor Post", "--from", "2026-03-02", "--to", "2026-03-31")
    method = done.stderr.splitlines()[0]
    assert method.startswith("Quoted words of statements, 1 article in 1 story, ")
    assert "2 – 31 March 2026. Outlet: Harbor Post. Analyzer tagger " in method
    assert "corpus version 1, seed " in method


def test_an_empty_selection_is_an_empty_table_and_says_so(show):
    done = show("quotations", "--from", "2030-01-01", "--format", "json")
    assert rows(done) == []
    assert "no articles in this selection" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["tone", "--speaker", "Ana Silba"], 1, "no speaker “Ana Silba”; did you mean Ana Silva?"),
        (["tone", "--outlet", "Harbour Post"], 1, "did you mean Harbor Post?"),
        (["tone", "--from", "2026-03-05", "--to", "2026-03-01"], 2, "before"),
        (["tone", "--form", "sung"], 2, "sung"),
        (["mood"], 2, "mood"),
    ],
)
def test_what_cannot_be_shown_is_named(show, arguments, code, words):
    done = show(*arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert words in done.stderr


def test_without_a_corpus_the_remedy_is_named(call):
    done = call("show", "tone")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "newsvoices add" in done.stderr


def test_intervals_have_columns_only_where_there_are_some():
    view = VIEWS["share-of-voice"]
    frame = pd.DataFrame({"low": [None, 0.1], "reach_low": [None, None]})
    assert [column.name for column in view.columns_of(frame) if column.head == "95 %"] == ["low"]
