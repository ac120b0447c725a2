import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from analysis.readers import Skipped, archives, read, read_bytes


def archive(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def read_zip(data: bytes) -> tuple[list[tuple[str | None, str]], list[str]]:
    skipped: list[Skipped] = []
    articles = [(a.path, a.text) for a in read_bytes("a.zip", data, on_skip=skipped.append)]
    return articles, [str(skip) for skip in skipped]


def test_files_are_read_in_the_order_of_names_and_called_by_both_names(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive({"b/c.csv": b"text\nSun.\n", "a.txt": b"Rain."}))
    articles = list(read(tmp_path / "a.zip"))
    assert [a.path for a in articles] == [f"{tmp_path}/a.zip/a.txt", f"{tmp_path}/a.zip/b/c.csv"]


def test_formats_that_jump_about_are_read_from_archives_too() -> None:
    table, book = io.BytesIO(), io.BytesIO()
    pq.write_table(pa.table({"text": ["Rain."]}), table)
    workbook = Workbook()
    for row in (["text"], ["Sun."]):
        workbook.active.append(row)
    workbook.save(book)
    articles, skipped = read_zip(archive({"a.parquet": table.getvalue(), "b.xlsx": book.getvalue()}))
    assert ([text for _, text in articles], skipped) == (["Rain.", "Sun."], [])


def test_names_that_lead_out_of_the_archive_are_only_labels(tmp_path: Path) -> None:
    articles, _ = read_zip(
        archive({"../../etc/a.txt": b"Rain.", "/abs\\b.txt": b"Sun.", "\x1b[31mc.txt": b"Hail."})
    )
    assert sorted(str(path) for path, _ in articles) == [
        "a.zip/[31mc.txt",
        "a.zip/abs/b.txt",
        "a.zip/etc/a.txt",
    ]
    assert list(tmp_path.iterdir()) == []


def test_archives_within_hidden_locked_and_unknown_files_are_named() -> None:
    data = bytearray(archive({"locked.txt": b"Rain."}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read_zip(bytes(data))[1] == ["a.zip/locked.txt: locked by a password; unpack it first"]
    inner = archive({"a.txt": b"Rain."})
    _, skipped = read_zip(archive({"in.zip": inner, ".x.txt": b"x", "__MACOSX/a.txt": b"x", "b.png": b"x"}))
    assert [skip.split(":")[0] for skip in skipped] == [
        *("a.zip/.x.txt", "a.zip/__MACOSX/a.txt", "a.zip/b.png", "a.zip/in.zip")
    ]


def test_a_bomb_is_refused_before_anything_is_read() -> None:
    articles, skipped = read_zip(archive({"a.txt": b"Rain.", "b.txt": bytes(60_000_000)}))
    assert articles == []
    assert "a.zip: it would unpack to" in skipped[0]


@pytest.mark.parametrize(("limit", "value"), [("_MOST_FILES", 1), ("_LARGEST_BYTES", 5)])
def test_too_many_files_or_bytes_are_refused(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(archives, limit, value)
    articles, skipped = read_zip(archive({"a.txt": b"Rain.", "b.txt": b"Sun."}))
    assert (articles, len(skipped)) == ([], 1)


def test_a_damaged_file_in_an_archive_costs_only_itself() -> None:
    data = archive({"a.txt": b"Rain fell.", "b.txt": b"Sun shone."}, zipfile.ZIP_STORED)
    articles, skipped = read_zip(data.replace(b"Rain fell.", b"Rain bell."))
    assert [text for _, text in articles] == ["Sun shone."]
    assert skipped[0].startswith("a.zip/a.txt: it cannot be read (damaged in the archive: Bad CRC-32")


def test_what_is_no_archive_is_named() -> None:
    assert read_zip(b"Rain fell.")[1] == ["a.zip: no zip archive, or a damaged one; pack it anew"]
