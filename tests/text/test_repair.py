import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.repair import repair


@pytest.mark.parametrize(
    ("garbled", "mended"),
    [
        ("â€œNo,â€\x9d she said", "“No,” she said"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\x00b", "ab"),
        ("a\ud800b", "ab"),
        ("\ud83d\ude00", "😀"),
        ("gov\u00adernment\u200b", "government"),
        ("Tom &amp; Ana &quot;said&quot;", 'Tom & Ana "said"'),
    ],
    ids=["mojibake", "line ends", "nul", "lone surrogate", "surrogate pair", "invisible", "entities"],
)
def test_damage_is_mended(garbled: str, mended: str) -> None:
    assert repair(garbled) == mended


@pytest.mark.parametrize(
    "text", ["“No,” she said. ‘Yes’", "''No'' and «non»", "שלום עולם", "👩‍👩‍👧 e\u0301"[:5]]
)
def test_marks_scripts_and_emoji_are_left_alone(text: str) -> None:
    assert repair(text) == text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec=None)))
def test_repairing_twice_changes_nothing(text: str) -> None:
    assert repair(repair(text)) == repair(text)


@given(st.text(st.characters(codec=None)))
def test_repaired_text_can_always_be_written_as_utf8(text: str) -> None:
    repaired = repair(text)
    assert repaired.encode("utf-8").decode("utf-8") == repaired
    assert "\r" not in repaired
    assert "\x00" not in repaired
