import pytest

from analysis.errors import UnreadableInput
from analysis.report.comparisons import read_expectations


@pytest.mark.parametrize(
    "data",
    [
        "name,seats\nAna Silva,12\nBo Chen,8\n",
        "Ana Silva,12\nBo Chen,8",
        "\ufeffname;seats\r\nAna Silva;12\r\nBo Chen;8\r\n",
        "name\tseats\nAna Silva\t12\n\nBo Chen\t8",
    ],
    ids=["with a head", "without one", "as some spreadsheets write it", "with tabs"],
)
def test_a_name_and_a_number_are_read_from_each_row(data: str) -> None:
    assert read_expectations("seats.csv", data.encode()) == {"Ana Silva": 12, "Bo Chen": 8}


def test_thousands_may_be_grouped() -> None:
    assert read_expectations("t.csv", b'Harbor,"1,200,000"\n') == {"Harbor": 1_200_000}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "nothing is expected"),
        (b"name,seats\n", "nothing is expected"),
        (b"Ana,0\n", "nothing is expected"),
        (b"Ana,3\nBo,many\n", "line 2: no name and number"),
        (b"Ana,3\nBo\n", "line 2: no name and number"),
        (b"Ana,3\nAna,4\n", "“Ana” comes twice"),
        (b"Ana,-1\n", "line 1: -1 is no number from 0 on"),
        (b"Ana,nan\n", "line 1: nan is no number"),
        (b",4\n", "a number without a name"),
        (b"\xff\xfeA", "not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput, match=message):
        read_expectations("seats.csv", data)
