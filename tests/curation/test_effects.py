from typing import Any

import pytest

from analysis.catalog.view import View
from analysis.curation.correcting import confirmed, speaker_of_quotation
from analysis.curation.effects import effects
from analysis.measures.shares import share_of_voice
from analysis.model import Selection
from analysis.store import Corpus, open_corpus
from analysis.store.corrections import (
    OtherKind,
    OtherRole,
    SameSpeaker,
    add_corrections,
    stored_corrections,
    undo_of,
)


def view(corpus: Any) -> Any:
    return View(open_corpus(corpus), Selection())


def quotation_of(corpus: Any, speaker: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said[said["speaker"] == speaker]["quotation_id"].iloc[0]


def words_of(corpus: Any) -> Any:
    return open_corpus(corpus).quotations().groupby("speaker")["words"].sum().to_dict()


def test_a_confirmed_quotation_changes_no_share_and_is_certain(bridge: Any) -> None:
    quotation = quotation_of(bridge, "Bo Chen")
    made = confirmed(open_corpus(bridge), quotation, article_id="bridge", by="Eva")
    assert effects(view(bridge), [made]).empty
    add_corrections(bridge, [made])
    said = open_corpus(bridge).quotations().set_index("quotation_id")
    assert said.loc[quotation, ["speaker", "confidence"]].tolist() == ["Bo Chen", 1.0]


def test_before_and_after_of_a_correction_can_be_seen_first(bridge: Any) -> None:
    before = words_of(bridge)
    planned = speaker_of_quotation(open_corpus(bridge), quotation_of(bridge, "Bo Chen"), "Cy Rossi", by="Eva")
    seen = effects(view(bridge), [planned]).set_index("speaker")
    assert set(seen.index) == {"Bo Chen", "Cy Rossi"}
    assert seen.loc["Bo Chen", ["words_before", "words_after"]].tolist() == [before["Bo Chen"], 0]
    assert stored_corrections(bridge) == []
    add_corrections(bridge, [planned])
    assert words_of(bridge)["Cy Rossi"] == seen.loc["Cy Rossi", "words_after"]
    assert len(effects(view(bridge), [])) == 0


def test_the_effect_is_the_same_whether_only_the_article_or_all_is_read_again(bridge: Any) -> None:
    add_corrections(bridge, [SameSpeaker(by="Eva", name="Ana Silva", speaker="Anna Silva")])
    read = open_corpus(bridge)
    planned = speaker_of_quotation(read, quotation_of(bridge, "Bo Chen"), "Anna Silva", by="Eva")
    alone = effects(view(bridge), [planned])
    with_all = effects(view(bridge), [planned, OtherRole(by="Eva", name="Bo Chen", role="x")])
    assert alone.to_dict() == with_all.to_dict()
    assert set(alone["speaker"]) == {"Anna Silva", "Bo Chen"}
    add_corrections(bridge, [planned])
    back = effects(view(bridge), [undo_of(planned, "Eva")])
    assert back["share_after"].tolist() == alone["share_before"].tolist()


def name(old: str, new: str) -> SameSpeaker:
    return SameSpeaker(by="Eva", name=old, speaker=new)


@pytest.mark.parametrize(
    ("stored", "planned"),
    [
        ([], [name("Bo Chen", "Ana Silva")]),
        ([], [name("Bo Chen", "Somebody Else")]),
        ([], [name("Bo Chen", "Ana Silva"), name("Ana Silva", "Dee Wu")]),
        ([name("Ana Silva", "Bo Chen")], [name("Bo Chen", "Dee Wu")]),
        # Two that were one part again: whose words are whose is only told by reading them.
        ([name("Ana Silva", "Bo Chen")], [name("Bo Chen", "Ana Silva")]),
        ([name("Ana Silva", "Bo Chen")], [name("Ana Silva", "Dee Wu")]),
        ([OtherKind(by="Eva", name="Ana Silva", kind="unnamed")], [name("Bo Chen", "Ana Silva")]),
        ([], [name("Bo Chen", "unnamed sources")]),
    ],
    ids=["joined", "renamed", "in a chain", "again", "back", "otherwise", "to an unnamed one", "to nobody"],
)
def test_the_effect_of_another_name_is_what_reading_with_it_gives(
    bridge: Any, stored: Any, planned: Any
) -> None:
    add_corrections(bridge, stored)
    read = open_corpus(bridge)
    seen = effects(view(bridge), planned)
    shares = [share_of_voice(read.quotations(), read.articles()).set_index("speaker")]
    add_corrections(bridge, planned)
    read = open_corpus(bridge)
    shares.append(share_of_voice(read.quotations(), read.articles()).set_index("speaker"))
    for row in seen.to_dict("records"):
        for table, when in zip(shares, ("before", "after"), strict=True):
            share = table["share"].to_dict().get(row["speaker"], 0.0)
            assert row[f"share_{when}"] == pytest.approx(share)
    same = shares[0]["words"].eq(shares[1]["words"].reindex(shares[0].index))
    assert set(shares[0].index[~same]) <= set(seen["speaker"])


def test_the_effect_of_another_name_reads_no_quotations(bridge: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = view(bridge)
    assert len(before.statements) == 2
    monkeypatch.setattr(Corpus, "quotations", None)
    assert len(effects(before, [name("Bo Chen", "Ana Silva")])) == 2
