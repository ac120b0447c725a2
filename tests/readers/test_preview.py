"""What a preview tells is what reading does."""

from __future__ import annotations

from analysis.readers import ReadOptions, preview

TABLE = b"headline,story of the day,printed\nBridge,A bridge was closed on Monday.,2026-03-02\nLevy,The levy was paid.,03/04/2026\n"


def test_a_table_without_a_known_text_column_names_its_columns() -> None:
    seen = preview("a.csv", TABLE, ReadOptions())
    assert seen.columns == ("headline", "story of the day", "printed")
    assert seen.found == {"title": "headline"}
    assert seen.articles == ()
    assert "no column holds the text" in str(seen.skipped[0])


def test_a_mapping_shows_the_articles_it_gives() -> None:
    options = ReadOptions(columns={"text": "story of the day", "published": "printed"}, day_first=True)
    seen = preview("a.csv", TABLE, options)
    assert [article.title for article in seen.articles] == ["Bridge", "Levy"]
    assert str(seen.articles[1].published) == "2026-04-03"


def test_no_more_is_read_than_is_shown() -> None:
    rows = b"text\n" + b"Nobody said a word about it.\n" * 50
    assert len(preview("a.csv", rows, ReadOptions(), most=3).articles) == 3


def test_a_text_has_no_columns() -> None:
    seen = preview("a.txt", b"Bridge closed\n\nThe bridge was closed on Monday.", ReadOptions())
    assert (seen.columns, len(seen.articles)) == ((), 1)


def test_records_name_their_keys() -> None:
    seen = preview("a.jsonl", b'{"body": "The bridge was closed.", "day": "2026-03-02"}\n', ReadOptions())
    assert seen.columns == ("body", "day")
    assert seen.found == {"text": "body", "published": "day"}
