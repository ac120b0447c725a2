from datetime import date

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from analysis.store import Selection, open_corpus
from analysis.store.rows import table_of


@pytest.fixture
def copies(tmp_path, analysis):
    """One story in two outlets, the earlier one with the greater id, and one undated copy."""
    rows = table_of(
        [
            analysis(1, published=date(2026, 3, 2), outlet="Herald"),
            analysis(2, published=date(2026, 3, 1), outlet="Post"),
            analysis(0, published=None, outlet="Wire"),
        ]
    )
    story = pa.array(["article00002"] * 3)
    rows = rows.set_column(rows.schema.get_field_index("story_id"), "story_id", story)
    write_deltalake(tmp_path / "articles", rows)
    return open_corpus(tmp_path)


def test_a_story_counts_once_by_its_earliest_article(copies):
    assert list(copies.articles()["outlet"]) == ["Post"]
    assert list(copies.quotations()["outlet"]) == ["Post"]


def test_the_article_of_a_story_is_chosen_within_the_base(copies):
    assert list(copies.articles(Selection(outlets=("Herald", "Wire")))["outlet"]) == ["Herald"]


def test_a_speaker_filter_does_not_change_which_copy_is_chosen(copies):
    assert list(copies.quotations(Selection(speakers=("Ana Silva",)))["outlet"]) == ["Post"]


def test_as_published_takes_every_copy(copies):
    assert len(copies.articles(Selection(distinct_stories=False))) == 3
