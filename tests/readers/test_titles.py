import pytest

from analysis.readers.titles import headline_of

BODY = "A ferry sank off Varden on Monday, the coast guard said. Nobody was hurt."


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Ferry sinks off Varden", "Ferry sinks off Varden"),
        ("Breaking News\n\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("OPINION\nFerry sinks off Varden\nBy Ana Silva", "Ferry sinks off Varden"),
        ("Varden harbor\n\nFerry sinks with forty aboard", "Ferry sinks with forty aboard"),
        ("By Ana Silva\nMarch 4, 2026\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("Updated 9:14 p.m.\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("https://post.example/ferry\n\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("“We are ready,” says the mayor of Varden", "“We are ready,” says the mayor of Varden"),
        ("Will the ferry ever sail again?", "Will the ferry ever sail again?"),
        ("Ferry sinks", "Ferry sinks"),
        ("EXCLUSIVE: Ferry sinks off Varden", "EXCLUSIVE: Ferry sinks off Varden"),
        ("Ferry talks open in the U.S.", "Ferry talks open in the U.S."),
    ],
)
def test_the_first_line_above_the_article_that_is_no_furniture_is_the_headline(top: str, title: str) -> None:
    assert headline_of(f"{top}\n\n{BODY}") == title


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{BODY}",
        "Ferry sinks off Varden",
        "Breaking News",
        f"VARDEN, March 4 (CPA) — {BODY}",
        "SILVA: Thank you\n\nPARK: With pleasure, and let me begin with the harbor levy that you have put to the council.",
        f"“We shall all fight on”\n\n{BODY}",
        "",
        "\n\n",
    ],
    ids=["one sentence", "two", "one line", "a kicker", "dateline", "transcript", "speech", "empty", "blank"],
)
def test_a_text_that_begins_with_its_first_sentence_has_no_headline(text: str) -> None:
    assert headline_of(text) is None
