"""Articles that are unusual: endless, without quotations, full of them, in capitals, in French."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import Article, analyze
from analysis.pipeline import ENGINES
from analysis.readers import read

TEXTS = [article.text for article in read(Path(__file__).parents[1] / "data" / "sample")]

CAPITALS = """MAYOR CLOSES FERRY LINE

MAYOR ANA SILVA SAID ON FRIDAY THAT THE FERRY WOULD STOP IN MAY.

“WE HAVE RUN OUT OF MONEY,” SILVA SAID. “NOBODY IS HAPPY ABOUT IT.”

“IT WAS A MISTAKE,” SAID JOE PARK."""

FRENCH = """Le maire ferme la ligne de bac

La maire de Varden, Anne Lefèvre, a annoncé vendredi que le bac cesserait en mai.

« Nous n’avons plus d’argent », a déclaré Mme Lefèvre. « Personne n’en est content. »

Selon Jean Marchand, le directeur du port, seuls 40 passagers par jour empruntent la ligne."""

engines = pytest.mark.parametrize("engine", ENGINES)


@pytest.mark.parametrize(("engine", "words"), [("rules", 30_000), ("tagger", 4_000)])
def test_an_endless_article_has_about_the_quotations_of_its_parts(engine: str, words: int) -> None:
    texts, text, parts = iter(TEXTS * 4), "", 0
    while len(text.split()) < words:
        part = next(texts)
        text = f"{text}\n\n{part}"
        parts += len(analyze(Article(text=part), engine=engine).quotations) if words < 5_000 else 0
    found = analyze(Article(text=text), engine=engine)
    assert found.words > 0.8 * words
    assert len(found.quotations) >= (0.9 * parts or words / 100)


@engines
def test_an_article_without_quotations_has_none(engine: str) -> None:
    text = "The weather was mild. The quay lay empty, and the ferry left at noon.\n\nNobody came. It rained."
    found = analyze(Article(text=text), engine=engine)
    assert found.quotations == ()
    assert found.speakers == ()


@engines
def test_four_hundred_quotations_are_all_found_with_their_speakers(engine: str) -> None:
    first, last = ("Ana", "Joe", "Kim", "Lee"), ("Silva", "Park", "Wood", "Stone", "Hill")
    names = [f"{first[i % 4]} {last[i % 5]}" for i in range(400)]
    text = "\n\n".join(
        f"“Ferry number {i} will not stop in Varden,” said {name}." for i, name in enumerate(names)
    )
    assert [q.speaker for q in analyze(Article(text=text), engine=engine).quotations] == names


@engines
def test_an_article_in_capitals_is_read_like_another(engine: str) -> None:
    found = analyze(Article(text=CAPITALS), engine=engine)
    assert [(q.speaker, q.kind, q.form) for q in found.quotations] == [
        ("Ana Silva", "person", "indirect"),
        ("Ana Silva", "person", "direct"),
        ("Joe Park", "person", "direct"),
    ]
    assert found.article.text == CAPITALS


@engines
def test_a_french_article_is_no_error_and_nothing_is_made_up(engine: str) -> None:
    found = analyze(Article(text=FRENCH), engine=engine)
    assert all(q.form == "direct" for q in found.quotations)
    assert {speaker.name for speaker in found.speakers} <= {"Anne Lefèvre", "Jean Marchand"}
