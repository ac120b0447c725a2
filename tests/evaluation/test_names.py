import pytest

from analysis.evaluation.names import is_same_speaker


@pytest.mark.parametrize(
    ("gold", "predicted", "kind", "same"),
    [
        ("Ana Silva", "Silva", "person", True),
        ("Silva", "Ana Silva", "person", True),
        ("Ana Silva", "Ana", "person", False),
        ("Ana Silva", "Rui Silva", "person", False),
        ("Ana Silva", "former Mayor Ana Silva", "person", True),
        ("Harbor Board", "The Harbor Board’s", "organization", True),
        ("Harbor Board of Trade", "Harbor Board", "organization", True),
        ("Harbor Board", "School Board of Stone", "organization", False),
        ("the", "The", "group", True),
        (None, None, "none", True),
        (None, "Silva", "none", False),
        ("Ana Silva", None, "person", False),
    ],
)
def test_names_of_one_speaker(gold: str | None, predicted: str | None, kind: str, same: bool) -> None:
    assert is_same_speaker(gold, predicted, kind) is same
