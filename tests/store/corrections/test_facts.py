from typing import Any

import pytest

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
)

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
