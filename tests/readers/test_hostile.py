"""Whatever the bytes, reading reports and never raises."""

import io
import json
import zipfile
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.model import Article
from analysis.readers import ENDINGS, Skipped, read_bytes

_BEGINNINGS = [
    *(
        b"",
        b"PK\x03\x04",
        b"PAR1",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"text,date\n",
        b'{"text": "',
        b"<html><body><p>",
    ),
    *(b"Title: a\n\n", b"---\ntitle: a\n---\n", b'text\ttitle\n"', b"sep=;\ntext;id\n"),
]


def _read(name: str, data: bytes) -> tuple[list[Article], list[Skipped]]:
    skipped: list[Skipped] = []
    return list(read_bytes(name, data, on_skip=skipped.append)), skipped


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(beginning=st.sampled_from(_BEGINNINGS), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_reported(ending: str, beginning: bytes, data: bytes) -> None:
    articles, skipped = _read(f"a{ending}", beginning + data)
    for article in articles:
        assert article.text.strip()
        article.text.encode("utf-8")
    assert all(skip.place.startswith(f"a{ending}") and skip.reason for skip in skipped)


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".csv", ".jsonl"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(st.sampled_from("ab\n\r\t \"',;:|{}[]<>/#*_-&\\0“”‘’«»שא😀\x00"), max_size=200))
def test_any_text_is_read_or_reported(ending: str, text: str) -> None:
    articles, _ = _read(f"a{ending}", ("text,date\n" if ending == ".csv" else "").encode() + text.encode())
    assert all(article.text == article.text.strip() for article in articles)


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    )
)
def test_any_json_value_may_stand_in_any_key(value: object) -> None:
    record = dict.fromkeys(("text", "title", "date", "publisher", "authors", "url", "id"), value)
    articles, skipped = _read("a.jsonl", json.dumps(record).encode())
    assert len(articles) + sum(not skip.kept for skip in skipped) == 1


@pytest.mark.parametrize("ending", [".xlsx", ".parquet", ".zip"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_binary_file_is_read_or_reported(ending: str, data: st.DataObject) -> None:
    whole = bytearray(_valid(ending))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    articles, skipped = _read(f"a{ending}", bytes(whole[: data.draw(st.integers(1, len(whole)))]))
    assert articles or skipped


@cache
def _valid(ending: str) -> bytes:
    out = io.BytesIO()
    if ending == ".zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", "Rain fell. " * 9)
    elif ending == ".xlsx":
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(["text", "date"])
        book.active.append(["Rain fell.", "2026-03-04"])
        book.save(out)
    else:
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(pa.table({"text": ["Rain fell."], "date": ["2026-03-04"]}), out)
    return out.getvalue()
