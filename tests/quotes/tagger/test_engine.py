from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.model import Attribution, Span
from analysis.quotes import TaggerEngine
from analysis.quotes.tagger import network
from analysis.text import parse

TEXT = (
    "The ferry line will close in March, harbor director Mona Tessaly said on Friday.\n\n"
    "“We have run out of money,” she said. “Nobody is happy about it.”\n\n"
    "According to a report by the port authority, only 40 passengers a day use the line. "
    "The weather was mild and the quay was empty."
)


def _found(text: str) -> list[tuple[str, str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(span.of(text) for span in spans)

    return [(words(a.content), words(a.cue), words(a.source)) for a in TaggerEngine().find(parse(text))]


def test_direct_and_indirect_speech_come_with_cue_and_source() -> None:
    found = _found(TEXT)
    assert ("“We have run out of money,” … “Nobody is happy about it.”", "said", "she") in found
    assert any("ferry line will close" in content and "Tessaly" in source for content, _, source in found)
    assert any("40 passengers" in content and cue.startswith("According to") for content, cue, _ in found)
    assert not any("weather" in content for content, _, _ in found)


def test_saying_is_a_statement_and_hoping_a_thought() -> None:
    text = "Mona Tessaly said the line would close. Her deputy hopes that the city will pay for it."
    acts = {a.source[0].of(text): a.act for a in TaggerEngine().find(parse(text))}
    assert acts["Mona Tessaly"] == "statement"
    assert acts["Her deputy"] == "thought"


def test_an_article_answers_the_same_alone_and_after_others() -> None:
    engine = TaggerEngine()
    alone = engine.find(parse(TEXT))
    engine.find(parse("Something else entirely, he said. " * 40))
    assert engine.find(parse(TEXT)) == alone


@pytest.mark.parametrize(
    "text",
    ["", " \n\n ", "“", "“”“”“”", "\x00\x01", "🙂" * 50, "שלום אמר האיש", "a" * 5000, "said " * 700],
    ids=[
        "empty",
        "space",
        "one mark",
        "marks only",
        "control",
        "emoji",
        "right to left",
        "one word",
        "cues only",
    ],
)
def test_odd_texts_give_spans_inside_the_text_or_nothing(text: str) -> None:
    _assert_inside(TaggerEngine().find(parse(text)), text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_any_mutation_gives_spans_inside_the_text_in_order(chance: object) -> None:
    characters = list(TEXT)
    chance.shuffle(characters)  # type: ignore[attr-defined]
    cut = chance.randint(0, len(characters))  # type: ignore[attr-defined]
    text = TEXT[:cut] + "".join(characters[cut:])
    _assert_inside(TaggerEngine().find(parse(text)), text)


def _assert_inside(found: tuple[Attribution, ...], text: str) -> None:
    for attribution in found:
        spans = [*attribution.content, *attribution.source, *attribution.cue]
        assert all(span.end <= len(text) for span in spans)
        assert 0 <= attribution.confidence <= 1
    assert list(found) == sorted(found, key=lambda a: (a.content[0], a.content[-1].end))


def test_a_network_that_is_not_the_one_that_was_shipped_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_file", lambda name: b"something else")
    with pytest.raises(AnalysisError, match="install newsvoices again"):
        network._checked("model.onnx", "0" * 64)
