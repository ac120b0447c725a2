from datetime import UTC, datetime
from typing import Any

import pytest

from analysis.model import Span
from analysis.store.corrections import (
    JoinStory,
    LeaveStory,
    MissedQuotation,
    NoQuotation,
    OtherKind,
    OtherRole,
    OtherSpeaker,
    OtherTone,
    Passage,
    SameSpeaker,
    SplitSpeaker,
    TwoSpeakers,
    Undo,
    passages,
)
from analysis.store.corrections.facts import COLUMNS, in_order

WHERE = {"by": "Eva", "article_id": "a"}
PIECES = (Passage(0, 9, "“A word,”"), Passage(20, 30, "another"))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: OtherSpeaker(by="Eva", article_id="a", pieces=(), act="statement"),
        lambda: SameSpeaker(by="Eva", name="Ana", speaker=""),
        lambda: OtherKind(by="Eva", name="Ana", kind="robot"),
        lambda: OtherTone(by="Eva", article_id="a", pieces=(Passage(0, 1, "x"),), tone=7.0),
    ],
    ids=["without a quotation", "without the new name", "an unknown kind", "a tone of 7"],
)
def test_a_correction_refuses_nonsense(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"needs|none of|outside"):
        wrong()


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        (
            OtherSpeaker(**WHERE, pieces=PIECES, speaker="Bo", kind="person", act="statement"),
            "speaker of “A word, … another”: Bo in a",
        ),
        (OtherSpeaker(**WHERE, pieces=PIECES[1:], act="statement"), "speaker of “another”: nobody in a"),
        (NoQuotation(**WHERE, pieces=(Passage(0, 50, "x" * 50),)), f"no quotation: “{'x' * 39}…” in a"),
        (NoQuotation(**WHERE, pieces=(Passage(0, 40, "x" * 40),)), f"no quotation: “{'x' * 40}” in a"),
        (MissedQuotation(**WHERE, pieces=PIECES[1:], act="thought"), "quotation “another” by nobody in a"),
        (OtherTone(**WHERE, pieces=PIECES[1:], tone=0.0), "tone of “another”: 0.0 in a"),
        (SplitSpeaker(**WHERE, name="Bo", speaker="Cy"), "Bo is Cy in a"),
        (SameSpeaker(by="Eva", name="Bo", speaker="{name}"), "Bo is {name}"),
        (TwoSpeakers(by="Eva", name="Bo", speaker="Cy"), "Bo and Cy are two"),
        (OtherRole(by="Eva", name="Bo", role=""), "role of Bo: none"),
        (OtherKind(by="Eva", name="Bo", kind="group"), "kind of Bo: group"),
        (JoinStory(**WHERE, other_id="b"), "same story as b in a"),
        (LeaveStory(**WHERE), "a story of its own in a"),
        (Undo(by="Eva", other_id="c"), "undo c"),
    ],
    ids=lambda value: value.action if hasattr(value, "action") else "",
)
def test_a_correction_is_told_in_a_few_words(correction: Any, words: Any) -> None:
    assert correction.described() == words


def test_the_same_correction_has_the_same_id_and_another_signature_another() -> None:
    made = OtherRole(by="Eva", name="Bo", role="mayor")
    again = OtherRole(by="Eva", name="Bo", role="mayor", at=made.at)
    assert again == made
    signed = made.signed("Ida", "heard it")
    assert (signed.by, signed.why, signed.role) == ("Ida", "heard it", "mayor")
    assert signed.correction_id != made.correction_id


def test_a_row_has_all_columns_and_none_where_its_kind_has_none() -> None:
    row = OtherSpeaker(**WHERE, pieces=PIECES[1:], act="statement").as_row()
    assert tuple(row) == COLUMNS
    assert row["pieces"] == [{"start": 20, "end": 30, "text": "another"}]
    assert (row["action"], row["tone"], row["other_id"]) == ("speaker", None, None)
    assert Undo(by="Eva", other_id="c").as_row()["pieces"] == []


def test_what_a_correction_lacks_is_named_and_a_role_may_be_none() -> None:
    with pytest.raises(ValueError, match=r"^a correction of speaker needs article_id, pieces, act$"):
        OtherSpeaker.refuse_missing({"by": "", "pieces": []})
    OtherRole.refuse_missing({"name": "Bo"})
    OtherTone.refuse_missing({"article_id": "a", "pieces": PIECES, "tone": 0.0})


def test_passages_are_stretches_with_their_words() -> None:
    found = passages("The harbor waits.", [Span(4, 10), Span(0, 3)])
    assert found == (Passage(4, 10, "harbor"), Passage(0, 3, "The"))
    assert found[0].span == Span(4, 10)


def test_corrections_stand_by_moment_then_by_id() -> None:
    moments = [datetime(2026, 3, day, tzinfo=UTC) for day in (2, 1, 1)]
    made = [
        Undo(by="Eva", other_id="x", at=at, correction_id=name)
        for at, name in zip(moments, "abc", strict=True)
    ]
    assert [one.correction_id for one in in_order(made[::-1])] == ["b", "c", "a"]
