import pytest

from analysis.readers.authors import author_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ana Silva", ("Ana Silva",)),
        ("BY ANA SILVA AND TOM BERG", ("ANA SILVA", "TOM BERG")),
        ("Ana Silva, Tom Berg and Ngozi Eze", ("Ana Silva", "Tom Berg", "Ngozi Eze")),
        ("Ana Silva, Tom Berg, and Ngozi Eze", ("Ana Silva", "Tom Berg", "Ngozi Eze")),
        ("Ana Silva; Tom Berg; ana silva", ("Ana Silva", "Tom Berg")),
        ("Story by: Ana Silva & Tom Berg", ("Ana Silva", "Tom Berg")),
        ("Ana Silva, Staff Writer", ("Ana Silva",)),
        ("Tom Berg, Jr.", ("Tom Berg Jr.",)),
        ("Ana Silva @anasilva ana@post.example https://post.example/ana", ("Ana Silva",)),
        ("Brandon Andrews", ("Brandon Andrews",)),
        ("J.D. Vance-Oduya", ("J.D. Vance-Oduya",)),
        ("Byron Land", ("Byron Land",)),
        ("Ana Silva.", ("Ana Silva",)),
        ("نجلاء العمري", ("نجلاء العمري",)),
        ("admin", ()),
        ("", ()),
        (None, ()),
        (["Ana Silva", "By Tom Berg"], ("Ana Silva", "Tom Berg")),
        ("x" * 100, ()),
    ],
)
def test_names_come_without_by_jobs_and_addresses(
    byline: str | list[str] | None, names: tuple[str, ...]
) -> None:
    assert author_names(byline) == names
