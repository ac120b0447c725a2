"""Rules of signed quotations."""

import pytest

from analysis.quotes import RuleEngine
from analysis.text import parse


def find(text: str) -> list[tuple[str, list[str]]]:
    return [
        ("".join(span.of(text) for span in found.source), [piece.of(text) for piece in found.content])
        for found in RuleEngine().find(parse(text, "x"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We tried and it failed.” – Ana Silva",
        "“We tried and it failed.” — Ana Silva.",
        "“We tried and it failed.”\n\n-- Ana Silva",
        "“We tried and it failed.”\n– Ana Silva\n\nThe hall was full.",
    ],
)
def test_a_dash_and_a_name_sign_the_quotation_before(text: str) -> None:
    assert find(text) == [("Ana Silva", ["“We tried and it failed.”"])]


def test_the_role_belongs_to_the_signature() -> None:
    assert find("“We tried and it failed.” – Ana Silva, mayor of Ghent")[0][0] == "Ana Silva, mayor of Ghent"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“Low Tide” – Ana Silva", id="title"),
        pytest.param("“We tried and it failed.”\n\n– the hall was full", id="no name"),
        pytest.param("The film “It failed and we left” – A Review", id="not all quotation"),
    ],
)
def test_other_dashes_sign_nothing(text: str) -> None:
    assert all(not source for source, _ in find(text))
