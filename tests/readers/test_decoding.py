import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.errors import UnreadableInput
from analysis.readers import decoding
from analysis.readers.decoding import decode, numbered_lines, refuse_what_is_no_text

TEXT = "“Naïve,” she said — 10 €."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_comes_back_from_every_usual_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_declared_encoding_goes_before_the_guess() -> None:
    assert decode("Привет, мир".encode("cp1251"), "windows-1251") == "Привет, мир"


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "utf-8", "zlib", "idna", "utf-16", "no-such-thing", "x\x00y", ""]
)
def test_a_wrong_declaration_does_no_harm(declared: str) -> None:
    assert decode(TEXT.encode("utf-8"), declared) == TEXT


def test_one_bad_byte_spoils_only_itself() -> None:
    assert decode(TEXT.encode() + b" caf\xe9") == TEXT + " café"


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\x81\x8d", bytes(range(256)), b"\xff\xfea", b"\xef\xbb\xbf\xff"]
)
def test_decoding_never_fails(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_lines_are_numbered_from_one_in_any_encoding(encoding: str) -> None:
    stream = io.BytesIO(f"{TEXT}\nzwei\n".encode(encoding))
    assert list(numbered_lines(stream, newline=None)) == [(1, f"{TEXT}\n"), (2, "zwei\n")]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_LONGEST_LINE", 10)
    stream = io.BytesIO(b"one\n" + b"x" * 35 + b"\nthree\n" + b"y" * 10)
    assert list(numbered_lines(stream, newline="")) == [(1, "one\n"), (2, None), (3, "three\n"), (4, None)]


def test_a_bad_byte_far_into_a_file_is_read_alone() -> None:
    stream = io.BytesIO(b"a\n" * 600_000 + "“né”\n".encode() + b"caf\xe9\n")
    assert [line for _, line in numbered_lines(stream, newline=None)][-2:] == ["“né”\n", "café\n"]


@pytest.mark.parametrize(("right", "wrong", "read_as_utf_8"), [(2, 1, True), (4, 2, True), (3, 2, False)])
def test_a_file_is_damaged_utf_8_where_two_characters_are_right_for_one_that_is_wrong(
    right: int, wrong: int, read_as_utf_8: bool
) -> None:
    data = "é".encode() * right + b" " + b"\xe9 " * wrong
    assert decode(data).startswith("é" if read_as_utf_8 else "Ã©")
    assert decode(data).endswith("é ")


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_with_a_mark_or_in_utf_8_comes_back(text: str, encoding: str) -> None:
    assume(encoding != "utf-8" or not text.startswith("\ufeff"))
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_in_any_encoding_is_text(encoding: str) -> None:
    refuse_what_is_no_text((TEXT * 40).encode(encoding), "text")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "a PDF file"),
        (b"PAR1" + bytes(9), "a parquet file"),
        (b"Rain fell.\x01\x02\xff", "binary data"),
        (b"Rain" + bytes(4), "binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableInput, match=f"{what}, not a table; rename it or leave it out"):
        refuse_what_is_no_text(data, "a table")


def test_a_few_control_characters_in_utf_8_are_damage() -> None:
    refuse_what_is_no_text(b"Rain fell.\x01\x02\x00", "text")
