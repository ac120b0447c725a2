import io
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.readers import Skipped, read_bytes


def parquet(**columns: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_columns_of_any_kind_are_read_and_rows_numbered() -> None:
    moment = datetime(2026, 3, 4, 9, tzinfo=UTC)
    data = parquet(
        text=["Rain.", None, "Sun."],
        date=pa.array([moment, moment, None], pa.timestamp("ns", "UTC")),
        id=[1, 2, 3],
        authors=[["Ana Silva", "Tom Berg"], [], None],
        extra=[{"a": 1}, None, None],
    )
    skipped: list[Skipped] = []
    articles = list(read_bytes("a.parquet", data, on_skip=skipped.append))
    assert [(a.text, a.published, a.given_id) for a in articles] == [
        ("Rain.", date(2026, 3, 4), "1"),
        ("Sun.", None, "3"),
    ]
    assert articles[0].authors == ("Ana Silva", "Tom Berg")
    assert [str(skip) for skip in skipped] == ["a.parquet, row 2: no text; every article needs some"]


def test_many_rows_come_one_after_the_other() -> None:
    data = parquet(text=[f"Rain fell {n} times." for n in range(1000)])
    assert [a.text for a in read_bytes("a.parquet", data)] == [f"Rain fell {n} times." for n in range(1000)]


def test_a_file_without_a_text_column_or_of_another_kind_is_named() -> None:
    skipped: list[Skipped] = []
    for data in (parquet(a=[1]), b"PAR1 nonsense PAR1"):
        assert list(read_bytes("a.parquet", data, on_skip=skipped.append)) == []
    assert "it has a: say which with --column text=NAME" in str(skipped[0])
    assert str(skipped[1]).startswith("a.parquet: damaged from here on")
