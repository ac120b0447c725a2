"""Is every sentence given to the one who speaks most of it?"""

from analysis.measures.tones import sentence_tones
from analysis.model import Act, Analysis, Article, Quotation, Sentence, Span


def quotation(start: int, end: int, speaker: str | None, act: Act = "statement") -> Quotation:
    kind = "person" if speaker else None
    span = (Span(start, end),)
    return Quotation("q", span, (), (), "direct", act, speaker, kind, None, 0.0, 1, 1.0)


def analysis(*quotations: Quotation) -> Analysis:
    sentences = (Sentence(Span(0, 10), 0.1, False), Sentence(Span(11, 20), -0.2, True))
    return Analysis(Article("x" * 20), "rules", 2, sentences, quotations, (), (), None, None)


def test_a_sentence_belongs_to_the_speaker_of_most_of_its_characters() -> None:
    table = sentence_tones(analysis(quotation(11, 13, "Ana"), quotation(14, 20, "Bo")))
    assert table["speaker"].fillna("").tolist() == ["", "Bo"]
    assert table["quoted"].tolist() == [False, True]


def test_speech_of_nobody_is_quoted_but_has_no_speaker() -> None:
    table = sentence_tones(analysis(quotation(0, 9, None)))
    assert table["quoted"].tolist() == [True, False]
    assert table["speaker"].isna().all()


def test_thoughts_are_not_speech() -> None:
    assert not sentence_tones(analysis(quotation(0, 9, "Ana", "thought")))["quoted"].any()


def test_an_article_without_sentences_gives_no_rows() -> None:
    empty = Analysis(Article(""), "rules", 0, (), (), (), (), None, None)
    assert sentence_tones(empty).empty


def test_of_two_who_are_heard_alike_the_first_is_taken() -> None:
    table = sentence_tones(analysis(quotation(11, 14, "Ana"), quotation(15, 18, "Bo")))
    assert table["speaker"].iloc[1] == "Ana"


def test_a_quotation_that_only_touches_a_sentence_is_not_heard_in_it() -> None:
    assert sentence_tones(analysis(quotation(10, 11, "Ana")))["quoted"].tolist() == [False, False]
    assert sentence_tones(analysis(quotation(9, 12, "Ana")))["quoted"].tolist() == [True, True]


def test_a_sentence_keeps_its_place_its_tone_and_what_it_is() -> None:
    table = sentence_tones(analysis())
    columns = ["start", "end", "tone", "is_speech"]
    assert table[columns].values.tolist() == [[0, 10, 0.1, False], [11, 20, -0.2, True]]
