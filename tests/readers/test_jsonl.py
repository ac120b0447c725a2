import json
from datetime import date

import pytest

from analysis.model import Article
from analysis.readers import ReadOptions, Skipped, read_bytes


def lines(*written: object, **options: object) -> tuple[list[Article], list[str]]:
    skipped: list[Skipped] = []
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in written)
    chosen = ReadOptions(**options)
    articles = list(read_bytes("a.jsonl", text.encode(), options=chosen, on_skip=skipped.append))
    return articles, [str(skip) for skip in skipped]


def test_an_annotated_record_is_read_with_outlet_date_and_id() -> None:
    record = {
        "id": "post_1",
        "publisher": "post",
        "date": "2026-03-04",
        "title": "Ferry",
        "text": "Rain fell.",
    }
    (article,), _ = lines({**record, "attributions": [{"id": "x", "content": [[0, 4]]}]})
    assert (article.given_id, article.outlet, article.published) == ("post_1", "post", date(2026, 3, 4))
    assert (article.title, article.text, article.path) == ("Ferry", "Rain fell.", "a.jsonl")


def test_without_repair_texts_and_ids_are_untouched() -> None:
    record = {"id": " x ", "text": "\n Rain\r\nfell. &amp; \u00a0"}
    (article,), _ = lines(record, repair=False)
    assert (article.given_id, article.text) == (record["id"], record["text"])


def test_a_bad_line_costs_only_itself() -> None:
    good = {"text": "Rain fell."}
    articles, skipped = lines(good, '{"text": "Ra', "", "[1, 2]", {"title": "x"}, {"text": ""}, "NaN", good)
    assert len(articles) == 2
    assert [skip.split(":")[0] for skip in skipped] == [f"a.jsonl, line {n}" for n in (2, 4, 5, 6, 7)]
    assert "no key holds the text; it has title" in skipped[2]


def test_a_document_over_many_lines_is_told_once() -> None:
    articles, skipped = lines("[", '  {"text": "Rain fell."}', "]")
    assert articles == []
    assert skipped == ["a.jsonl: one JSON document over many lines; write one object on each line"]


@pytest.mark.parametrize(
    "line", ['{"text": ' + "[" * 100_000, "9" * 5000, '"' + "x" * 100], ids=["deep", "long", "str"]
)
def test_lines_made_to_break_the_parser_are_named(line: str) -> None:
    articles, skipped = lines(line, {"text": "Rain fell."})
    assert len(articles) == len(skipped) == 1


def test_lone_surrogates_and_nul_in_escapes_are_removed_and_pairs_joined() -> None:
    (article,), _ = lines('{"text": "a\\ud800b\\u0000 \\ud83d\\ude00", "title": "x\\udfff y"}')
    assert (article.text, article.title) == ("ab 😀", "x y")


def test_nested_values_are_taken_for_what_they_name() -> None:
    (article,), _ = lines(
        {
            "source": {"id": 1, "name": "Post"},
            "author": [{"name": "Ana Silva"}, "Tom Berg"],
            "content": ["Rain fell.", "Sun shone."],
            "publishedAt": {"$date": "2026-03-04T09:00:00Z"},
        }
    )
    assert (article.outlet, article.authors) == ("Post", ("Ana Silva", "Tom Berg"))
    assert (article.text, article.published) == ("Rain fell.\n\nSun shone.", date(2026, 3, 4))


def test_a_key_may_be_chosen_and_may_be_missing_from_some_records() -> None:
    articles, skipped = lines(
        {"t": "Rain."}, {"t": "Sun.", "who": "Post"}, columns={"text": "t", "outlet": "who"}
    )
    assert [(article.text, article.outlet) for article in articles] == [("Rain.", None), ("Sun.", "Post")]
    assert skipped == []


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    data = '\ufeff{"text": "Rain."}\r\n{"text": "Sun."}\r\n'.encode()
    assert [article.text for article in read_bytes("a.jsonl", data)] == ["Rain.", "Sun."]
