from __future__ import annotations

from analysis.model import Attribution, Span
from analysis.quotes.tagger.completing import completed


def _attribution(
    *content: tuple[int, int], cue: tuple[int, int] | None = None, confidence: float = 0.8
) -> Attribution:
    pieces = tuple(Span(*piece) for piece in content)
    marks = (Span(*cue),) if cue else ()
    return Attribution(pieces, marks, marks, "statement", confidence)


def test_content_without_a_cue_takes_cue_and_source_of_the_rules() -> None:
    rule = _attribution((0, 30), cue=(40, 44))
    (found,) = completed([_attribution((0, 28))], [rule], sure=0.9)
    assert (found.content, found.cue, found.source) == ((Span(0, 28),), rule.cue, rule.source)


def test_content_without_a_cue_joins_the_quotation_that_the_rules_let_it_go_on_from() -> None:
    begun = _attribution((0, 20), cue=(22, 26))
    rule = _attribution((0, 20), (30, 60), cue=(22, 26))
    (found,) = completed([begun, _attribution((30, 60), confidence=0.5)], [rule], sure=0.9)
    assert found.content == (Span(0, 20), Span(30, 60))
    assert found.confidence == 0.5


def test_pieces_that_share_characters_are_joined_into_one() -> None:
    begun = _attribution((0, 40), cue=(50, 54))
    rule = _attribution((0, 45), cue=(50, 54))
    (found,) = completed([begun, _attribution((30, 45))], [rule], sure=0.9)
    assert found.content == (Span(0, 45),)


def test_content_that_the_rules_do_not_know_stays_only_where_the_network_is_sure() -> None:
    doubted, sure = _attribution((0, 10), confidence=0.5), _attribution((20, 30), confidence=0.95)
    assert completed([doubted, sure], [], sure=0.9) == [sure]
