from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from analysis.curation.correcting import no_quotation, speaker_of_quotation
from analysis.store import open_corpus
from analysis.store.corrections import (
    JoinStory,
    LeaveStory,
    OtherKind,
    OtherRole,
    TwoSpeakers,
    add_corrections,
    standing,
    stored_corrections,
    undo_of,
    undoings,
)


def quotation_of(corpus: Any, speaker: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said[said["speaker"] == speaker]["quotation_id"].iloc[0]


def words_of(corpus: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said.assign(speaker=said["speaker"].fillna("?")).groupby("speaker")["words"].sum().to_dict()


def correct(corpus: Any, make: Any, *arguments: Any, **more: Any) -> Any:
    correction = make(open_corpus(corpus), *arguments, by="Eva", **more)
    assert add_corrections(corpus, [correction]) == 1
    return correction


def test_undoing_brings_the_old_number_back_and_undoing_that_the_new_one(bridge: Any) -> None:
    before = words_of(bridge)
    made = correct(bridge, no_quotation, quotation_of(bridge, "Bo Chen"))
    undo = undo_of(made, "Eva")
    add_corrections(bridge, [undo])
    assert words_of(bridge) == before
    add_corrections(bridge, [undo_of(undo, "Eva")])
    assert set(words_of(bridge)) == {"Ana Silva"}
    assert len(stored_corrections(bridge)) == 3


def test_the_latest_of_two_holds_wherever_it_came_from(bridge: Any) -> None:
    quotation = quotation_of(bridge, "Bo Chen")
    read = open_corpus(bridge)
    now = datetime.now(UTC)
    early, late = (
        replace(speaker_of_quotation(read, quotation, name, by="Eva"), at=at, correction_id="")
        for name, at in (("Early Bird", now - timedelta(days=1)), ("Late Riser", now))
    )
    add_corrections(bridge, [late])
    add_corrections(bridge, [early])
    assert "Late Riser" in words_of(bridge)
    assert open_corpus(bridge).standing.overridden == ((early, late),)


def at(day: Any, make: Any, **fields: Any) -> Any:
    return make(by="Eva", at=datetime(2026, 3, day, tzinfo=UTC), **fields)


def test_an_article_that_joins_a_story_again_has_not_left_it() -> None:
    left = at(1, LeaveStory, article_id="a")
    joined = at(2, JoinStory, article_id="a", other_id="b")
    assert standing([left, joined]).holding == (joined,)
    assert standing([left, joined]).overridden == ((left, joined),)


def test_leaving_a_story_overrides_every_joining_of_the_article_whichever_way_round() -> None:
    joined = [at(1, JoinStory, article_id="a", other_id="b"), at(2, JoinStory, article_id="c", other_id="a")]
    other = at(3, JoinStory, article_id="c", other_id="d")
    left = at(4, LeaveStory, article_id="a")
    now = standing([left, other, *joined])
    assert now.holding == (other, left)
    assert now.overridden == tuple((one, left) for one in joined)


def test_two_names_are_one_subject_in_either_order() -> None:
    first, second = (at(day, TwoSpeakers, name=n, speaker=s) for day, n, s in ((1, "A", "B"), (2, "B", "A")))
    assert standing([first, second]).holding == (second,)


def test_kind_and_role_of_a_speaker_are_two_things() -> None:
    both = (at(1, OtherKind, name="A", kind="group"), at(2, OtherRole, name="A"))
    assert standing(both).holding == both


def test_what_is_undone_overrides_nothing_and_its_undoings_are_known() -> None:
    early, late = at(1, OtherRole, name="A", role="mayor"), at(2, OtherRole, name="A", role="judge")
    undo = replace(undo_of(late, "Ida"), at=datetime(2026, 3, 3, tzinfo=UTC))
    now = standing([undo, late, early])
    assert (now.holding, now.undone, now.overridden) == ((early,), (late,), ())
    assert undoings([undo, late, early], late.correction_id) == [undo]
    assert undoings([undo, undo_of(undo, "Eva"), late], late.correction_id) == []
