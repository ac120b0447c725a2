from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest

from analysis.curation.correcting import (
    missed_quotation,
    no_quotation,
    speaker_of_quotation,
    tone_of_sentence,
)
from analysis.model import Article, Selection, Sentence, Span
from analysis.pipeline import analyze
from analysis.store import open_corpus, write
from analysis.store.corrections import (
    MissedQuotation,
    OtherSpeaker,
    OtherTone,
    Passage,
    SplitSpeaker,
    add_corrections,
    corrected,
    passages,
)


def quotation_of(corpus: Any, speaker: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said[said["speaker"] == speaker]["quotation_id"].iloc[0]


def article_of(corpus: Any) -> Any:
    return open_corpus(corpus).analysis("bridge").article


def words_of(corpus: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said.assign(speaker=said["speaker"].fillna("?")).groupby("speaker")["words"].sum().to_dict()


def correct(corpus: Any, make: Any, *arguments: Any, **more: Any) -> Any:
    correction = make(open_corpus(corpus), *arguments, by="Eva", **more)
    assert add_corrections(corpus, [correction]) == 1
    return correction


def test_a_reassigned_quotation_counts_for_its_new_speaker(bridge: Any) -> None:
    before = words_of(bridge)
    correct(bridge, speaker_of_quotation, quotation_of(bridge, "Bo Chen"), "Cy Rossi", why="read again")
    assert words_of(bridge) == {"Ana Silva": before["Ana Silva"], "Cy Rossi": before["Bo Chen"]}
    assert "Cy Rossi" in set(open_corpus(bridge).speakers()["speaker"])


def test_it_still_does_after_another_analysis_and_in_another_text(bridge: Any) -> None:
    correct(bridge, speaker_of_quotation, quotation_of(bridge, "Bo Chen"), "Cy Rossi")
    write(bridge, [analyze(article_of(bridge))])
    assert "Bo Chen" not in words_of(bridge)
    moved = Article(
        text="A new first line, put in later.\n\n" + article_of(bridge).text,
        outlet="Post",
        article_id="bridge",
    )
    write(bridge, [analyze(moved)])
    assert set(words_of(bridge)) == {"Ana Silva", "Cy Rossi"}


def test_a_quotation_that_an_engine_loses_is_put_back(bridge: Any, analysis: Any) -> None:
    quotation = quotation_of(bridge, "Bo Chen")
    words = words_of(bridge)["Bo Chen"]
    correct(bridge, speaker_of_quotation, quotation, "Cy Rossi")
    blind = analysis(0, quotations=(), text=article_of(bridge).text, outlet="Post")
    object.__setattr__(blind.article, "article_id", "bridge")
    write(bridge, [blind], change_engine=True)
    assert words_of(bridge) == {"Cy Rossi": words}


def test_a_correction_of_words_that_are_gone_changes_nothing(bridge: Any) -> None:
    correct(bridge, speaker_of_quotation, quotation_of(bridge, "Bo Chen"), "Cy Rossi")
    write(bridge, [analyze(Article(text="“It is over,” Dee Wu said.", article_id="bridge"))])
    assert set(words_of(bridge)) == {"Dee Wu"}


def test_nobody_can_be_made_the_speaker(bridge: Any) -> None:
    correct(bridge, speaker_of_quotation, quotation_of(bridge, "Bo Chen"), None)
    assert "?" in words_of(bridge)


def test_what_is_no_quotation_is_gone_from_every_number(bridge: Any) -> None:
    correct(bridge, no_quotation, quotation_of(bridge, "Bo Chen"))
    read = open_corpus(bridge)
    assert set(words_of(bridge)) == {"Ana Silva"}
    assert "Bo Chen" not in set(read.speakers()["speaker"])
    assert read.articles()["quotations"].tolist() == [len(read.quotations())]
    assert "Bo Chen" not in set(read.quoted_terms()["speaker"])


def test_a_missed_quotation_is_measured_like_any_other(bridge: Any) -> None:
    start = article_of(bridge).text.index("The river")
    correct(bridge, missed_quotation, "bridge", [Span(start, start + 33)], "Dee Wu", "person", "rower")
    said = open_corpus(bridge).quotations(Selection(speakers=("Dee Wu",)))
    assert said[["text", "form", "words", "role"]].to_numpy().tolist() == [
        ["The river was wonderful that day.", "indirect", 6, "rower"]
    ]
    assert said["tone"].iloc[0] > 0.3
    assert open_corpus(bridge).analysis("bridge").sentences[-2].is_speech


def test_a_sentence_of_another_tone_changes_the_tone_of_its_article_and_its_speaker(bridge: Any) -> None:
    before = open_corpus(bridge).analysis("bridge")
    text = before.article.text
    correct(bridge, tone_of_sentence, "bridge", text.index("The river") + 3, -1.0)
    after = open_corpus(bridge).analysis("bridge")
    assert after.article_tone < before.article_tone
    assert after.speech_tone == before.speech_tone
    correct(bridge, tone_of_sentence, "bridge", text.index("The old"), 1.0)
    spoken = open_corpus(bridge).analysis("bridge")
    assert spoken.speech_tone > after.speech_tone


def test_a_name_can_be_somebody_else_in_one_article(bridge: Any) -> None:
    write(bridge, [analyze(Article(text="“Boats are late,” Bo Chen said.", article_id="other"))])
    add_corrections(
        bridge, [SplitSpeaker(by="Eva", name="Bo Chen", article_id="other", speaker="Bo Chen (pilot)")]
    )
    assert {"Bo Chen", "Bo Chen (pilot)", "Ana Silva"} == set(words_of(bridge))


REPEATED = "The bridge is closed. " * 5
"""One sentence five times; each is 21 characters and a space."""


def said(start: Any, end: Any, text: Any = REPEATED) -> Any:
    """That Cy Rossi says a stretch of the text."""
    pieces = passages(text, [Span(start, end)])
    return OtherSpeaker(
        by="Eva", article_id="article00000", pieces=pieces, speaker="Cy Rossi", kind="person", act="statement"
    )


def speakers(analysis: Any) -> Any:
    return [(one.content[0].start, one.speaker) for one in analysis.quotations]


@pytest.mark.parametrize(("start", "is_meant"), [(10, True), (11, False)], ids=["half", "less than half"])
def test_a_quotation_is_meant_that_shares_half_of_both(
    analysis: Any, quotation: Any, start: Any, is_meant: Any
) -> None:
    one = analysis(0, (quotation(0, content=(Span(0, 20),)),), text=REPEATED)
    changed = corrected(one, [said(start, 20)])
    expected = [(0, "Cy Rossi")] if is_meant else [(0, "Ana Silva"), (start, "Cy Rossi")]
    assert speakers(changed) == expected


@pytest.mark.parametrize(
    ("stood", "stands"),
    [(0, 0), (23, 22), (30, 22), (35, 44), (110, 88)],
    ids=["there", "one before", "nearer before", "nearer after", "beyond the end"],
)
def test_words_that_have_moved_are_found_at_the_nearest_place(
    analysis: Any, quotation: Any, stood: Any, stands: Any
) -> None:
    moved = Passage(stood, stood + 21, "The bridge is closed.")
    made = MissedQuotation(by="Eva", article_id="article00000", pieces=(moved,), act="statement")
    changed = corrected(analysis(0, (), text=REPEATED), [made])
    assert speakers(changed) == [(stands, None)]


def test_pieces_that_would_overlap_now_change_nothing(analysis: Any) -> None:
    pieces = (Passage(0, 10, "The bridge"), Passage(200, 209, "he bridge"))
    made = MissedQuotation(by="Eva", article_id="article00000", pieces=pieces, act="statement")
    assert speakers(corrected(analysis(0, (), text="The bridge is closed."), [made])) == []


def test_a_split_keeps_the_kind_and_role_that_it_does_not_name(analysis: Any, quotation: Any) -> None:
    one = analysis(0, (quotation(0, "Bo Chen", role="pilot"), quotation(1, "Dee Wu")))
    split = SplitSpeaker(by="Eva", article_id="article00000", name="Bo Chen", speaker="Bob Chen")
    found = corrected(one, [split]).quotations
    assert [(q.speaker, q.kind, q.role) for q in found] == [
        ("Bob Chen", "person", "pilot"),
        ("Dee Wu", "person", None),
    ]
    assert [q.confidence for q in found] == [1.0, 0.9]


def test_corrections_of_another_article_are_passed_over(analysis: Any) -> None:
    one = analysis(1)
    assert corrected(one, [said(0, 9)]).quotations == one.quotations


def test_of_quotations_alike_the_one_that_shares_most_is_meant_and_of_two_equal_the_last(
    analysis: Any, quotation: Any
) -> None:
    def with_contents(*spans: Any) -> Any:
        found = tuple(quotation(n, content=(Span(*span),)) for n, span in enumerate(spans))
        return analysis(0, found, text=REPEATED)

    nearer = corrected(with_contents((0, 20), (2, 20), (4, 20)), [said(2, 20)])
    assert speakers(nearer) == [(0, "Ana Silva"), (2, "Cy Rossi"), (4, "Ana Silva")]
    equal = corrected(with_contents((0, 18), (2, 20)), [said(1, 19)])
    assert speakers(equal) == [(0, "Ana Silva"), (2, "Cy Rossi")]


def test_a_quotation_put_in_stands_at_its_place_and_its_speaker_is_known_once(
    analysis: Any, quotation: Any
) -> None:
    one = analysis(0, (quotation(0, content=(Span(50, 60),)),), text=REPEATED)
    changed = corrected(one, [said(0, 10), said(22, 30)])
    assert speakers(changed) == [(0, "Cy Rossi"), (22, "Cy Rossi"), (50, "Ana Silva")]
    assert [speaker.name for speaker in changed.speakers] == ["Ana Silva", "Cy Rossi"]
    assert len({one.quotation_id for one in changed.quotations}) == 3


def test_a_tone_is_that_of_the_sentence_that_shares_most_with_the_passage(analysis: Any) -> None:
    sentences = tuple(Sentence(Span(start, start + 21), 0.1, False) for start in (0, 22, 44))
    one = replace(analysis(0, (), text=REPEATED), sentences=sentences)

    def tones(start: Any, end: Any) -> Any:
        pieces = passages(REPEATED, [Span(start, end)])
        changed = OtherTone(by="Eva", article_id="article00000", pieces=pieces, tone=-1.0)
        return [sentence.tone for sentence in corrected(one, [changed]).sentences]

    assert tones(15, 40) == [0.1, -1.0, 0.1]
    assert tones(21, 22) == tones(70, 80) == [0.1, 0.1, 0.1]
    assert tones(20, 21) == [-1.0, 0.1, 0.1]


@pytest.mark.parametrize(("tone", "is_one"), [(-1.0, True), (1.0, True), (-1.01, False), (1.01, False)])
def test_a_tone_lies_between_minus_1_and_1(tone: Any, is_one: Any) -> None:
    with nullcontext() if is_one else pytest.raises(ValueError, match=f"tone outside -1 to 1: {tone}"):
        OtherTone(by="Eva", article_id="a", pieces=(Passage(0, 1, "x"),), tone=tone)


def test_a_speaker_has_a_kind_and_nobody_has_none() -> None:
    where = {"by": "Eva", "article_id": "a", "pieces": (Passage(0, 1, "x"),), "act": "statement"}
    for wrong in ({"speaker": "Cy"}, {"kind": "person"}):
        with pytest.raises(ValueError, match="must be known together"):
            OtherSpeaker(**where, **wrong)
