"""Rules of a whole analysis."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import Article, analyze
from analysis.model import Analysis
from analysis.readers import read

SAMPLE = Path(__file__).parents[1] / "data" / "sample"
TEXTS = [article.text for article in read(SAMPLE)]


def holds_together(found: Analysis) -> bool:
    length = len(found.article.text)
    spans = [span for q in found.quotations for span in (*q.content, *q.source, *q.cue)]
    spans += [sentence.span for sentence in found.sentences]
    pieces = [(a, b) for q in found.quotations for a, b in zip(q.content, q.content[1:], strict=False)]
    return all(0 <= s.start < s.end <= length for s in spans) and all(a.end <= b.start for a, b in pieces)


def mutated(text: str, rng: random.Random) -> str:
    """Cut, double, shuffle or replace at random."""
    start, end = sorted(rng.sample(range(len(text)), 2))
    way = rng.randrange(4)
    if way == 0:
        return text[:start] + text[end:]
    if way == 1:
        return text[:end] + text[start:]
    if way == 2:
        parts = re.split(r"(?<=[ \n])", text)
        rng.shuffle(parts)
        return "".join(parts)
    letters = "“”\"'’‘.,:;?!-—\n\u202e\u0000éÉ𝔸 "
    return "".join(rng.choice(letters) if rng.random() < 0.1 else letter for letter in text)


@pytest.mark.parametrize("seed", range(150))
def test_no_mutation_of_an_article_breaks_the_analysis(seed: int) -> None:
    rng = random.Random(seed)
    assert holds_together(analyze(Article(text=mutated(rng.choice(TEXTS), rng))))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_analyzed(text: str) -> None:
    assert holds_together(analyze(Article(text=text)))


def test_the_same_article_gives_the_same_analysis() -> None:
    article = Article(text=TEXTS[0])
    assert analyze(article) == analyze(article)


def test_an_empty_article_has_nothing_and_no_tone() -> None:
    found = analyze(Article(text=""))
    assert (found.words, found.quotations, found.article_tone, found.speech_tone) == (0, (), None, None)


def test_direct_mixed_and_indirect_are_told_apart_by_the_marks() -> None:
    text = "“It failed,” Ana Silva said. Silva said it was “bad.” Silva said that she left."
    assert [q.form for q in analyze(Article(text=text)).quotations] == ["direct", "mixed", "indirect"]


def test_speech_is_kept_out_of_the_tone_of_the_article() -> None:
    found = analyze(
        Article(text="“This is a terrible disaster,” Ana Silva said. The hall is lovely and good.")
    )
    assert (found.article_tone or 0) > 0
    assert (found.speech_tone or 0) < 0


def test_the_terms_of_a_quotation_are_those_of_the_article_within_it() -> None:
    found = analyze(Article(text="“The bridge failed,” Ana Silva said of the bridge."), engine="rules")
    [quotation] = found.quotations
    assert quotation.terms == ("bridge", "bridge fail", "fail")


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(ValueError, match="no engine 'magic'"):
        analyze(Article(text="a"), engine="magic")
