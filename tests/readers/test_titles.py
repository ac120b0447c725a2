import pytest

from analysis.readers.titles import headline_of, page_title, without_site

BODY = "A ferry sank off Varden on Monday, the coast guard said. Nobody was hurt."


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Ferry sinks off Varden", "Ferry sinks off Varden"),
        ("Breaking News\n\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("OPINION\nFerry sinks off Varden\nBy Ana Silva", "Ferry sinks off Varden"),
        ("Varden harbor\n\nFerry sinks with forty aboard", "Ferry sinks with forty aboard"),
        ("By Ana Silva\nMarch 4, 2026\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("By Ana Silva and Joe Park\nFerry sinks off Varden", "Ferry sinks off Varden"),
        ("Written by Ana Silva, Staff Writer\nFerry sinks", "Ferry sinks"),
        ("By the sea they all wait now", "By the sea they all wait now"),
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
        f"By Ana Silva and Joe Park\n\n{BODY}",
        f"VARDEN, March 4 (CPA) — {BODY}",
        "SILVA: Thank you\n\nPARK: With pleasure, and let me begin with the harbor levy that you have put to the council.",
        f"“We shall all fight on”\n\n{BODY}",
        "",
        "\n\n",
    ],
    ids=[
        "one sentence",
        "two",
        "one line",
        "a kicker",
        "a byline",
        "dateline",
        "transcript",
        "speech",
        "empty",
        "blank",
    ],
)
def test_a_text_that_begins_with_its_first_sentence_has_no_headline(text: str) -> None:
    assert headline_of(text) is None


def title(
    *headings: str, linked: str | None = None, shared: str | None = None, browser: str | None = None
) -> str | None:
    return page_title(
        headings=headings,
        linked=linked,
        shared=shared,
        message=None,
        browser=browser,
        site_names=["Varden Post"],
    )


def test_what_stands_on_the_page_goes_before_what_search_engines_get() -> None:
    assert (
        title("Ferry sinks off Varden", linked="Ferry accident", browser="Ferry accident")
        == "Ferry sinks off Varden"
    )


def test_two_that_agree_outweigh_a_heading() -> None:
    assert title("Log in", linked="Ferry sinks", shared="Ferry sinks") == "Ferry sinks"


def test_of_several_headings_the_one_that_others_confirm_is_taken() -> None:
    assert title("Log in", "Ferry sinks", browser="Ferry sinks | Varden Post") == "Ferry sinks"


def test_candidates_are_compared_without_case_and_kinds_of_marks() -> None:
    assert title("Ferry’s end", linked="Ferry's End", shared="Other") == "Ferry’s end"


def test_the_name_of_the_site_is_no_title() -> None:
    assert title("Varden Post", browser="Ferry sinks") == "Ferry sinks"


def test_without_candidates_there_is_no_title() -> None:
    assert title("", browser=" | ") is None


@pytest.mark.parametrize(
    ("written", "cut"),
    [
        ("Ferry sinks | Varden Post", "Ferry sinks"),
        ("Ferry sinks - VardenPost", "Ferry sinks"),
        ("Ferry sinks * Varden Post * by Ana Silva", "Ferry sinks"),
        ("Ferry sinks – an elegy", "Ferry sinks – an elegy"),
        ("Varden Post", "Varden Post"),
        ("- Varden Post", "- Varden Post"),
    ],
)
def test_only_what_the_site_adds_is_cut(written: str, cut: str) -> None:
    assert (
        without_site(written, others={"ferry sinks"} if "*" in written else (), sites={"varden post"}) == cut
    )
