import pytest

from analysis.readers.page_title import page_title, without_site


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
