import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from analysis.curation.correcting import (
    confirmed,
    missed_quotation,
    no_quotation,
    speaker_of_quotation,
    tone_of_sentence,
)
from analysis.curation.effects import Before, effects
from analysis.errors import CorpusError, UnreadableInput
from analysis.measures.shares import share_of_voice
from analysis.model import Article, Selection, Span
from analysis.pipeline import analyze
from analysis.store import Corpus, open_corpus, write
from analysis.store.corrections import (
    OtherKind,
    OtherRole,
    OtherSpeaker,
    OtherTone,
    Passage,
    SameSpeaker,
    SplitSpeaker,
    add_corrections,
    as_line,
    corrections_version,
    read_lines,
    stored_corrections,
    undo_of,
)

TEXT = (
    "“The old bridge is a terrible danger to everybody,” Mayor Ana Silva said on Monday. "
    "“We will repair the old bridge.”\n\nThe engineer Bo Chen said that the bridge would be closed.\n\n"
    "The river was wonderful that day. Nobody came to the hearing."
)
HARBOR = Article(text=TEXT, title="Bridge closed", outlet="Harbor Post", article_id="harbor")


@pytest.fixture
def corpus(tmp_path):
    write(tmp_path, [analyze(HARBOR)])
    return tmp_path


def quotation_of(corpus, speaker):
    said = open_corpus(corpus).quotations()
    return said[said["speaker"] == speaker]["quotation_id"].iloc[0]


def words_of(corpus):
    said = open_corpus(corpus).quotations()
    return said.assign(speaker=said["speaker"].fillna("?")).groupby("speaker")["words"].sum().to_dict()


def correct(corpus, make, *arguments, **more):
    correction = make(open_corpus(corpus), *arguments, by="Eva", **more)
    assert add_corrections(corpus, [correction]) == 1
    return correction


def test_a_reassigned_quotation_counts_for_its_new_speaker(corpus):
    before = words_of(corpus)
    correct(corpus, speaker_of_quotation, quotation_of(corpus, "Bo Chen"), "Cy Rossi", why="read again")
    assert words_of(corpus) == {"Ana Silva": before["Ana Silva"], "Cy Rossi": before["Bo Chen"]}
    assert "Cy Rossi" in set(open_corpus(corpus).speakers()["speaker"])


def test_it_still_does_after_another_analysis_and_in_another_text(corpus):
    correct(corpus, speaker_of_quotation, quotation_of(corpus, "Bo Chen"), "Cy Rossi")
    write(corpus, [analyze(HARBOR)])
    assert "Bo Chen" not in words_of(corpus)
    moved = Article(
        text="A new first line, put in later.\n\n" + TEXT, outlet="Harbor Post", article_id="harbor"
    )
    write(corpus, [analyze(moved)])
    assert set(words_of(corpus)) == {"Ana Silva", "Cy Rossi"}


def test_a_quotation_that_an_engine_loses_is_put_back(corpus, analysis):
    quotation = quotation_of(corpus, "Bo Chen")
    words = words_of(corpus)["Bo Chen"]
    correct(corpus, speaker_of_quotation, quotation, "Cy Rossi")
    blind = analysis(0, quotations=(), text=TEXT, outlet="Harbor Post")
    object.__setattr__(blind.article, "article_id", "harbor")
    write(corpus, [blind], change_engine=True)
    assert words_of(corpus) == {"Cy Rossi": words}


def test_a_correction_of_words_that_are_gone_changes_nothing(corpus):
    correct(corpus, speaker_of_quotation, quotation_of(corpus, "Bo Chen"), "Cy Rossi")
    write(corpus, [analyze(Article(text="“It is over,” Dee Wu said.", article_id="harbor"))])
    assert set(words_of(corpus)) == {"Dee Wu"}


def test_nobody_can_be_made_the_speaker(corpus):
    correct(corpus, speaker_of_quotation, quotation_of(corpus, "Bo Chen"), None)
    assert "?" in words_of(corpus)


def test_a_confirmed_quotation_changes_no_share_and_is_certain(corpus):
    quotation = quotation_of(corpus, "Bo Chen")
    before = open_corpus(corpus)
    made = confirmed(before, quotation, article_id="harbor", by="Eva")
    read = Before(before, before.quotations(), before.articles())
    assert effects(corpus, and_then=[made], before=read).empty
    add_corrections(corpus, [made])
    said = open_corpus(corpus).quotations().set_index("quotation_id")
    assert said.loc[quotation, ["speaker", "confidence"]].tolist() == ["Bo Chen", 1.0]


def test_what_is_no_quotation_is_gone_from_every_number(corpus):
    correct(corpus, no_quotation, quotation_of(corpus, "Bo Chen"))
    read = open_corpus(corpus)
    assert set(words_of(corpus)) == {"Ana Silva"}
    assert "Bo Chen" not in set(read.speakers()["speaker"])
    assert read.articles()["quotations"].tolist() == [len(read.quotations())]
    assert "Bo Chen" not in set(read.quoted_terms()["speaker"])


def test_a_missed_quotation_is_measured_like_any_other(corpus):
    start = TEXT.index("The river")
    correct(corpus, missed_quotation, "harbor", [Span(start, start + 33)], "Dee Wu", "person", "rower")
    said = open_corpus(corpus).quotations(Selection(speakers=("Dee Wu",)))
    assert said[["text", "form", "words", "role"]].to_numpy().tolist() == [
        ["The river was wonderful that day.", "indirect", 6, "rower"]
    ]
    assert said["tone"].iloc[0] > 0.3
    assert open_corpus(corpus).analysis("harbor").sentences[-2].is_speech


def test_a_sentence_of_another_tone_changes_the_tone_of_its_article_and_its_speaker(corpus):
    before = open_corpus(corpus).analysis("harbor")
    correct(corpus, tone_of_sentence, "harbor", TEXT.index("The river") + 3, -1.0)
    after = open_corpus(corpus).analysis("harbor")
    assert after.article_tone < before.article_tone
    assert after.speech_tone == before.speech_tone
    correct(corpus, tone_of_sentence, "harbor", TEXT.index("The old"), 1.0)
    spoken = open_corpus(corpus).analysis("harbor")
    assert spoken.speech_tone > after.speech_tone


def test_two_speakers_become_one_and_one_gets_another_name(corpus):
    add_corrections(corpus, [SameSpeaker(by="Eva", name="Bo Chen", speaker="Ana Silva")])
    assert set(words_of(corpus)) == {"Ana Silva"}
    add_corrections(corpus, [SameSpeaker(by="Eva", name="Ana Silva", speaker="Ana M. Silva")])
    read = open_corpus(corpus)
    assert set(words_of(corpus)) == {"Ana M. Silva"}
    assert len(read.quotations(Selection(speakers=("Ana M. Silva",)))) == len(read.quotations())
    assert set(read.speakers()["aliases"].iloc[0]) >= {"Ana Silva", "Bo Chen"}


def test_a_name_can_be_somebody_else_in_one_article(corpus):
    write(corpus, [analyze(Article(text="“Boats are late,” Bo Chen said.", article_id="other"))])
    add_corrections(
        corpus, [SplitSpeaker(by="Eva", name="Bo Chen", article_id="other", speaker="Bo Chen (pilot)")]
    )
    assert {"Bo Chen", "Bo Chen (pilot)", "Ana Silva"} == set(words_of(corpus))


def test_kind_and_role_of_a_speaker_are_as_a_person_says(corpus):
    add_corrections(
        corpus,
        [
            OtherRole(by="Eva", name="Bo Chen", role="chief engineer"),
            OtherKind(by="Eva", name="Bo Chen", kind="organization"),
        ],
    )
    read = open_corpus(corpus)
    row = read.speakers().set_index("speaker").loc["Bo Chen"]
    assert (row["kind"], row["role"]) == ("organization", "chief engineer")
    assert set(read.quotations(Selection(kinds=("organization",)))["speaker"]) == {"Bo Chen"}


def test_undoing_brings_the_old_number_back_and_undoing_that_the_new_one(corpus):
    before = words_of(corpus)
    made = correct(corpus, no_quotation, quotation_of(corpus, "Bo Chen"))
    undo = undo_of(made, "Eva")
    add_corrections(corpus, [undo])
    assert words_of(corpus) == before
    add_corrections(corpus, [undo_of(undo, "Eva")])
    assert set(words_of(corpus)) == {"Ana Silva"}
    assert len(stored_corrections(corpus)) == 3


def test_before_and_after_of_a_correction_can_be_seen_first(corpus):
    before = words_of(corpus)
    planned = speaker_of_quotation(open_corpus(corpus), quotation_of(corpus, "Bo Chen"), "Cy Rossi", by="Eva")
    seen = effects(corpus, and_then=[planned]).set_index("speaker")
    assert set(seen.index) == {"Bo Chen", "Cy Rossi"}
    assert seen.loc["Bo Chen", ["words_before", "words_after"]].tolist() == [before["Bo Chen"], 0]
    assert stored_corrections(corpus) == []
    add_corrections(corpus, [planned])
    again = effects(corpus, without=[planned.correction_id])
    assert again.equals(seen.reset_index())
    assert len(effects(corpus)) == 0


def test_the_effect_is_the_same_whether_only_the_article_or_all_is_read_again(corpus):
    add_corrections(corpus, [SameSpeaker(by="Eva", name="Ana Silva", speaker="Anna Silva")])
    read = open_corpus(corpus)
    given = Before(read, read.quotations(), read.articles())
    planned = speaker_of_quotation(read, quotation_of(corpus, "Bo Chen"), "Anna Silva", by="Eva")
    alone = effects(corpus, and_then=[planned], before=given)
    with_all = effects(corpus, and_then=[planned, OtherRole(by="Eva", name="Bo Chen", role="x")])
    assert alone.to_dict() == with_all.to_dict()
    assert set(alone["speaker"]) == {"Anna Silva", "Bo Chen"}
    add_corrections(corpus, [planned])
    read = open_corpus(corpus)
    back = effects(
        corpus, and_then=[undo_of(planned, "Eva")], before=Before(read, read.quotations(), read.articles())
    )
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
def test_the_effect_of_another_name_is_what_reading_with_it_gives(corpus, stored, planned):
    add_corrections(corpus, stored)
    read = open_corpus(corpus)
    seen = effects(corpus, and_then=planned, before=Before(read, read.quotations(), read.articles()))
    shares = [share_of_voice(read.quotations(), read.articles()).set_index("speaker")]
    add_corrections(corpus, planned)
    read = open_corpus(corpus)
    shares.append(share_of_voice(read.quotations(), read.articles()).set_index("speaker"))
    for row in seen.to_dict("records"):
        for table, when in zip(shares, ("before", "after"), strict=True):
            share = table["share"].to_dict().get(row["speaker"], 0.0)
            assert row[f"share_{when}"] == pytest.approx(share)
    same = shares[0]["words"].eq(shares[1]["words"].reindex(shares[0].index))
    assert set(shares[0].index[~same]) <= set(seen["speaker"])


def test_the_effect_of_another_name_reads_no_quotations(corpus, monkeypatch):
    read = open_corpus(corpus)
    given = Before(read, read.quotations(), read.articles())
    monkeypatch.setattr(Corpus, "quotations", None)
    assert len(effects(corpus, and_then=[name("Bo Chen", "Ana Silva")], before=given)) == 2


def test_a_corpus_without_corrections_is_at_version_0_and_each_makes_another(corpus):
    assert corrections_version(corpus) == 0
    correct(corpus, no_quotation, quotation_of(corpus, "Bo Chen"))
    first = corrections_version(corpus)
    correct(corpus, speaker_of_quotation, quotation_of(corpus, "Ana Silva"), None)
    assert 0 < first < corrections_version(corpus)


def test_what_does_not_exist_cannot_be_corrected(corpus):
    read = open_corpus(corpus)
    with pytest.raises(CorpusError, match="no quotation nothing"):
        no_quotation(read, "nothing", by="Eva")
    with pytest.raises(CorpusError, match="characters"):
        missed_quotation(read, "harbor", [Span(0, 100_000)], None, by="Eva")
    with pytest.raises(CorpusError, match="no measured sentence"):
        tone_of_sentence(read, "harbor", 100_000, 0.0, by="Eva")


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
def test_a_correction_refuses_nonsense(wrong):
    with pytest.raises(ValueError, match=r"needs|none of|outside"):
        wrong()


def test_an_exported_correction_comes_back_as_the_same(corpus):
    made = correct(corpus, missed_quotation, "harbor", [Span(0, 9)], "Zoë “Z” Ndiaye")
    (back,) = read_lines("file", [as_line(made), ""])
    assert back == made
    assert add_corrections(corpus, [back]) == 0


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"action": "name", "by": "Eva", "at": "2026-03-01T00:00:00+00:00"}',
        '{"action": "name", "by": 5, "name": "A", "speaker": "B", "at": "2026-03-01T00:00:00+00:00"}',
        '{"action": "name", "by": "\\ud800", "name": "A", "speaker": "B", "at": "2026-03-01T00:00:00+00:00"}',
        '{"action": "no_quotation", "by": "Eva", "article_id": "a", "at": "2026-03-01T00:00:00+00:00", '
        '"pieces": [{"start": 99999999999, "end": 999999999999, "text": "x"}]}',
    ],
    ids=["no JSON", "no object", "half of it", "a number for a name", "half a letter", "too far away"],
)
def test_a_line_that_is_no_correction_is_named(line):
    with pytest.raises(UnreadableInput, match="made up, line 1: no correction"):
        read_lines("made up", [line])


def test_two_processes_lose_nothing(corpus):
    script = (
        "import sys; from analysis.store.corrections import *\n"
        "for n in range(10):\n"
        "    add_corrections(sys.argv[1], [OtherRole(by='p', name=f'{sys.argv[2]} {n}', role='x')])"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(corpus), name]) for name in ("A", "B")]
    assert [process.wait() for process in running] == [0, 0]
    assert len(stored_corrections(corpus)) == 20


def test_a_process_killed_in_the_middle_loses_nothing_that_it_had_stored(corpus):
    script = (
        "import itertools, sys; from analysis.store.corrections import *\n"
        "for n in itertools.count():\n"
        "    add_corrections(sys.argv[1], [OtherRole(by='p', name=f'Person {n}', role='x')])\n"
        "    print(n, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(corpus)], stdout=subprocess.PIPE, text=True
    ) as running:
        for _ in range(3):
            running.stdout.readline()
        running.kill()
    stored = {one.name for one in stored_corrections(corpus)}
    assert stored >= {"Person 0", "Person 1", "Person 2"}
    assert add_corrections(corpus, [OtherRole(by="q", name="Bo Chen", role="engineer")]) == 1
    assert len(stored_corrections(corpus)) == len(stored) + 1


def test_the_latest_of_two_holds_wherever_it_came_from(corpus):
    quotation = quotation_of(corpus, "Bo Chen")
    read = open_corpus(corpus)
    now = datetime.now(UTC)
    early, late = (
        replace(speaker_of_quotation(read, quotation, name, by="Eva"), at=at, correction_id="")
        for name, at in (("Early Bird", now - timedelta(days=1)), ("Late Riser", now))
    )
    add_corrections(corpus, [late])
    add_corrections(corpus, [early])
    assert "Late Riser" in words_of(corpus)
    assert open_corpus(corpus).standing.overridden == ((early, late),)
