"""Rules of who a source is."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Article, analyze
from analysis.model import Attribution, Span
from analysis.speakers import resolve
from analysis.text import parse

_spec = spec_from_file_location("speaker_test_build", Path(__file__).with_name("build.py"))
assert _spec is not None
assert _spec.loader is not None
build = module_from_spec(_spec)
_spec.loader.exec_module(build)
credits, names, resolution = build.credits, build.names, build.resolution


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    found = analyze(Article(text=text, title="x"), engine="rules").quotations
    return [(quotation.speaker, quotation.kind) for quotation in found]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Mayor Ana Silva spoke. “It failed,” Silva said.", "Ana Silva", "person"),
        ("Ana Silva spoke. “It failed,” she said.", "Ana Silva", "person"),
        ("Mr. Joe Park met Mrs. Ana Silva. “It failed,” he said.", "Joe Park", "person"),
        ("Ana Silva, the mayor, spoke. “It failed,” the mayor said.", "Ana Silva", "person"),
        ("“It failed,” said UN Ambassador Ngozi Eze-Bello.", "Ngozi Eze-Bello", "person"),
        ("“It failed,” said Zoltán Szekeres.", "Zoltán Szekeres", "person"),
        ("Nguyễn Thị Lan sells fish. “It failed,” Lan said.", "Nguyễn Thị Lan", "person"),
        ("“It failed,” a senior official said.", "senior official", "unnamed"),
        ("Mun Seo-jin arrived. “It failed,” Mr. Mun said.", "Mun Seo-jin", "person"),
        ("Residents said that it failed.", "Residents", "group"),
        ("The report said that it failed.", "report", "document"),
        ("The Harbor Post said that it failed.", "Harbor Post", "organization"),
        ("The Varden Chamber of Commerce said that it failed.", "Varden Chamber of Commerce", "organization"),
    ],
)
def test_a_source_becomes_its_speaker(text: str, speaker: str, kind: str) -> None:
    assert speakers(text) == [(speaker, kind)]


def test_joint_speakers_are_joined_in_text_order() -> None:
    assert names("{Ana Silva and Joe Park} said [that it failed].") == ["Ana Silva & Joe Park"]


def test_nobody_is_guessed_for_a_pronoun_without_a_name() -> None:
    assert names("[“It failed,”] {she} said.") == [None]


@pytest.mark.parametrize("source", ["anybody", "having", "sign", "them", "you"])
def test_some_words_never_become_speakers(source: str) -> None:
    assert names(f"It rained in Ghent. [“It failed,”] {{{source}}} said.") == [None]


def test_a_pronoun_is_who_fits_its_gender() -> None:
    text = "Mr. Joe Park met Ms. Ana Silva at the port. [“It failed,”] {she} said. [“It did,”] {he} said."
    assert names(text) == ["Ana Silva", "Joe Park"]


def test_a_pronoun_goes_on_with_who_spoke() -> None:
    text = "{Ana Silva} said [that the port had closed]. [“It failed,”] {she} added."
    assert names(text) == ["Ana Silva", "Ana Silva"]


def test_a_description_is_who_has_that_role() -> None:
    text = (
        "Harbor Master Ana Silva met the pilots. Joe Park, a lawyer for the pilots, was there too.\n\n"
        "[“It failed,”] {the lawyer} said. [“It did,”] {the harbor master} said."
    )
    assert names(text)[0] == "Joe Park"


def test_a_description_takes_the_words_of_its_first_mention() -> None:
    text = "{A harbor board spokesperson} confirmed [it failed]. [“It failed,”] {the spokesperson} said."
    assert names(text) == ["harbor board spokesperson", "harbor board spokesperson"]


def test_the_association_is_the_one_named_before() -> None:
    text = "The Varden Pilots Association met on Monday. Snow fell. {The association} said [it failed]."
    assert names(text) == ["Varden Pilots Association"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    text = "Ana Silva told reporters: “I think it failed.”"
    outer = Attribution((Span(26, 45),), (Span(0, 9),), (), "statement", 1.0)
    inner = Attribution((Span(35, 44),), (Span(27, 28),), (), "thought", 1.0)
    found = resolve(parse(text, "x"), [outer, inner]).credits
    assert [credit.speaker for credit in found] == ["Ana Silva", "Ana Silva"]


def test_i_outside_quotations_is_the_author() -> None:
    assert names("Here is what {I} think: [it failed].", authors=("Ana Silva",)) == ["Ana Silva"]


def test_i_is_whom_the_byline_names() -> None:
    assert names("By Ana Silva\n\nHere is what {I} think today: [it failed].") == ["Ana Silva"]


def test_who_is_the_name_before_it() -> None:
    text = "The port belongs to Ana Silva, {who} says [that it failed]."
    assert names(text) == ["Ana Silva"]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "{Ana Silva} said: [“It failed.]\n\n[“It failed again.”]"
    assert names(text) == ["Ana Silva", "Ana Silva"]


def test_his_lawyer_is_named_after_him() -> None:
    text = "Mr. Joe Park stayed at home. [“It failed,”] {his lawyer} said."
    [credit] = credits(text)
    assert (credit.speaker, credit.kind) == ("Park's lawyer", "unnamed")


def test_the_role_is_given_as_the_text_gives_it() -> None:
    [credit] = credits("[“No,”] said {Port Director Ana Silva}.")
    assert credit.role == "Port Director"


def test_aliases_are_name_forms_only() -> None:
    text = "{Ana Silva} said [that it failed]. [“It failed,”] {she} said. [“Yes,”] {Ms. Silva} said."
    [speaker] = resolution(text).speakers
    assert speaker.aliases == ("Ana Silva", "Silva")


def test_the_more_certain_answer_has_the_higher_confidence() -> None:
    text = "Joe Park met Kim Lee. [“It failed,”] said {Mayor Ana Silva}. [“It did,”] {they} said."
    sure, unsure = credits(text)
    assert sure.confidence >= 0.9 > unsure.confidence


def test_a_text_without_attributions_has_no_speakers() -> None:
    assert resolution("Ana Silva left.").credits == ()


_PIECES = st.sampled_from(
    [
        "Ana Silva",
        "Mr. Park",
        "she",
        "the mayor",
        "his lawyer",
        "and",
        ",",
        "“",
        "”",
        ".",
        "\n\n",
        "of the",
        "who",
    ]
    + [
        "said",
        "The Harbor Board",
        "Jr.",
        "’s",
        "(",
        ")",
        "—",
        "I",
        "they",
        "É",
        "ß",
        "\u00a0",
        "A.",
        "&",
        "two",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", "{", "[", "both"])), min_size=1, max_size=40))
def test_no_text_makes_it_fail(pieces: list[tuple[str, str]]) -> None:
    marked = ""
    for piece, mark in pieces:
        shown = {"": piece, "{": f"{{{piece}}}", "[": f"[{piece}]", "both": f"{{{piece}}} said [{piece}]"}[
            mark
        ]
        marked += f"{shown} "
    found = resolution(marked, title="Ana Silva Speaks")
    assert all((credit.speaker is None) == (credit.kind is None) for credit in found.credits)
    assert all(0 <= credit.confidence <= 1 for credit in found.credits)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_mutation_of_an_article_makes_it_fail(data: st.DataObject) -> None:
    text = (
        "Mayor Ana Silva and her deputy, Joe Park Jr., met the Harbor Board (HB).\n\n“It failed,” she said. "
        "“The board,” said a person who was there, “has known.” According to the HB, two of its members, "
        "who left, told him that they would sue."
    )
    for _ in range(data.draw(st.integers(1, 4))):
        a = data.draw(st.integers(0, len(text)))
        b = data.draw(st.integers(a, min(len(text), a + 30)))
        text = (
            text[:a] + data.draw(st.sampled_from(["", "”", "\n\n", "É ", "who ", text[a:b] * 2])) + text[b:]
        )
    for quotation in analyze(Article(text=text, title="x"), engine="rules").quotations:
        assert (quotation.speaker is None) == (quotation.kind is None)


def test_a_slip_in_a_surname_does_not_make_another_person() -> None:
    assert names("Ana Sweeney came. [“It failed,”] {Sweeny} said.") == ["Ana Sweeney"]


def test_a_surname_that_only_looks_alike_stays_another_person() -> None:
    assert names("Ana Silva came. [“It failed,”] {Silvan} said.") == ["Silvan"]


def test_the_person_who_speaks_unnamed_is_nobody_named() -> None:
    found = names(
        "Ana Silva met {a person close to her} who said [that it failed]. [“So,”] {the person} said."
    )
    assert found[1] != "Ana Silva"


@pytest.mark.parametrize("source", ["more than 13 million people", "six in 10 voters", "about three in 10"])
def test_a_number_of_people_is_a_speaker(source: str) -> None:
    assert [name and name.lower() for name in names(f"In Ghent {{{source}}} said [that it failed].")] == [
        source
    ]


def test_who_is_a_person_and_no_body() -> None:
    assert names("It was Joe Park, a reporter of Harbor News, {who} said [that it failed].") == ["Joe Park"]


def test_a_plain_noun_that_opens_a_sentence_is_nobodys_name() -> None:
    assert names("{Research conducted for the port} said [that it failed].") == [
        "Research conducted for the port"
    ]


def test_a_line_written_like_a_headline_names_nobody_new() -> None:
    text = "Mayor Aims Insult At Park And Slams Ferry.\n\nIt was an insult, and the ferry aims low."
    assert names(f"{text} Joe Park spoke. [“It failed,”] {{Park}} said.") == ["Joe Park"]


def test_a_speaker_whom_another_only_mentions_is_not_the_one_who_goes_on() -> None:
    text = "{Joe Park} said [that Lee Stone, Kim Wood and Al Hill had failed]. [“So,”] {he} said."
    assert names(text) == ["Joe Park", "Joe Park"]


@pytest.mark.parametrize("behind", ["then asked", "also said", "asked"])
def test_a_surname_that_only_opens_sentences_is_the_full_names(behind: str) -> None:
    assert names(f"Senator Joe Park came. It rained. {{Park}} {behind} [that they go].") == ["Joe Park"]


def test_a_description_does_not_end_with_who() -> None:
    assert names("[“It failed,”] said {a harbor strategist who} spoke late.") == ["harbor strategist"]


def test_a_name_is_not_shown_in_capitals_that_is_written_otherwise_too() -> None:
    text = "HARBORPOLL BY MAIL asked. {HarborPoll} said [that it failed]."
    assert names(text) == ["HarborPoll"]
