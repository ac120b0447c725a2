from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from analysis.model import UNNAMED_SOURCES, Selection, Speaker
from analysis.store import open_corpus, remove, write


@pytest.fixture
def quoting(analysis: Any, quotation: Any) -> Any:
    """An article of a day in 2026 (None: undated) that quotes these speakers, one after another."""

    def make(number: Any, *names: Any, day: int = 0, kind: str = "person", forms: Any = ()) -> Any:
        quotations = tuple(quotation(n, name, kind=kind) for n, name in enumerate(names))
        published = None if day is None else date(2026, 1, 1) + timedelta(days=day)
        made = analysis(number, quotations, published=published)
        return replace(made, speakers=tuple(Speaker(name, kind, None, forms) for name in names))

    return make


@pytest.fixture
def corpus(tmp_path: Path, quoting: Any) -> Any:
    """A surname that is one person's in January, another's in summer, and in autumn nobody's."""
    write(
        tmp_path,
        [
            quoting(0, "Janet Okafor"),
            quoting(1, "Okafor", day=10),
            quoting(2, "Rui Okafor", day=200),
            quoting(3, "Okafor", "Bo Chen", day=210),
            quoting(4, "Okafor", day=300),
        ],
    )
    return tmp_path


def test_quotations_stand_under_the_name_used_across_articles(corpus: Any) -> None:
    read = open_corpus(corpus).quotations()
    assert list(read["speaker"]) == [
        "Janet Okafor",
        "Janet Okafor",
        "Rui Okafor",
        "Rui Okafor",
        "Bo Chen",
        "Okafor",
    ]
    assert list(read["speaker_in_article"])[1] == "Okafor"


def test_a_filter_means_the_name_used_across_articles(corpus: Any) -> None:
    opened, chosen = open_corpus(corpus), Selection(speakers=("Rui Okafor",))
    assert list(opened.quotations(chosen)["article_id"]) == ["article00002", "article00003"]
    assert list(opened.articles(chosen)["article_id"]) == ["article00003", "article00002"]
    assert set(opened.keywords(chosen)["article_id"]) == {"article00002", "article00003"}
    assert set(opened.quoted_terms(chosen)["speaker"]) == {"Rui Okafor"}


def test_speakers_are_counted_once_with_all_their_names(corpus: Any) -> None:
    table = open_corpus(corpus).speakers().set_index("speaker")
    assert dict(table["quotations"]) == {"Janet Okafor": 2, "Rui Okafor": 2, "Bo Chen": 1, "Okafor": 1}
    assert table.loc["Janet Okafor", "aliases"] == ["Okafor"]
    assert table["speaker_id"].is_unique


def test_ids_stay_when_articles_are_added(corpus: Any, quoting: Any) -> None:
    before = open_corpus(corpus).speakers().set_index("speaker")["speaker_id"]
    write(corpus, [quoting(5, "Janet R. Okafor"), quoting(6, "Ana Silva", day=5)])
    after = open_corpus(corpus).speakers().set_index("speaker")["speaker_id"]
    assert after["Janet R. Okafor"] == before["Janet Okafor"]
    assert all(after[name] == before[name] for name in ("Rui Okafor", "Bo Chen", "Okafor"))


def test_the_order_of_adding_changes_nothing(tmp_path: Path, quoting: Any) -> None:
    made = [quoting(n, name, day=n) for n, name in enumerate(["Okafor", "Janet Okafor", "J. Okafor"])]
    for folder, order in (("one", made), ("other", made[::-1])):
        for analysis in order:
            write(tmp_path / folder, [analysis])
    one, other = (open_corpus(tmp_path / folder) for folder in ("one", "other"))
    assert one.speakers().equals(other.speakers())
    assert one.quotations().equals(other.quotations())


def test_names_belong_to_a_version(corpus: Any, quoting: Any) -> None:
    before = open_corpus(corpus)
    write(corpus, [quoting(7, "Silva Okafor", day=5)])
    assert list(before.quotations()["speaker"])[1] == "Janet Okafor"
    assert list(open_corpus(corpus).quotations(Selection(date_to=date(2026, 1, 30)))["speaker"]) == [
        "Janet Okafor",
        "Silva Okafor",
        "Okafor",
    ]


def test_a_table_that_is_behind_is_made_anew_and_only_the_newest_three_are_kept(corpus: Any) -> None:
    names = []
    for number in range(5):
        remove(corpus, [f"article{number:05}"])
        assert "Janet Okafor" not in set(open_corpus(corpus).quotations()["speaker"])
        names.append(max(file.name for file in (corpus / "speakers").iterdir()))
    assert names == sorted(set(names))
    assert sorted(file.name for file in (corpus / "speakers").iterdir()) == names[-3:]


def test_a_kept_table_is_used_and_a_damaged_one_made_anew(corpus: Any) -> None:
    open_corpus(corpus).quotations()
    (kept,) = (corpus / "speakers").iterdir()
    made = kept.stat().st_mtime_ns
    open_corpus(corpus).quotations()
    assert kept.stat().st_mtime_ns == made
    kept.write_bytes(b"damaged")
    assert "Janet Okafor" in set(open_corpus(corpus).quotations()["speaker"])
    assert kept.read_bytes() != b"damaged"


def test_a_corpus_in_which_nothing_can_be_written_is_read_all_the_same(
    corpus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *args: Any, **kwargs: Any) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert "Janet Okafor" in set(open_corpus(corpus).quotations()["speaker"])
    assert not (corpus / "speakers").exists()


def test_unnamed_sources_stand_together_and_are_nobody(tmp_path: Path, quoting: Any) -> None:
    write(tmp_path, [quoting(0, "official", kind="unnamed"), quoting(1, "Official", kind="unnamed")])
    opened = open_corpus(tmp_path)
    assert set(opened.quotations()["speaker"]) == {UNNAMED_SOURCES}
    assert opened.speakers().empty


def test_an_acronym_that_an_article_explains_is_the_body_everywhere(tmp_path: Path, quoting: Any) -> None:
    write(
        tmp_path,
        [
            quoting(0, "Harbor and Tug Board", kind="organization", forms=("the board", "HTB")),
            quoting(1, "HTB", kind="organization", day=300),
        ],
    )
    assert set(open_corpus(tmp_path).quotations()["speaker"]) == {"Harbor and Tug Board"}


def test_an_empty_corpus_has_no_speakers(tmp_path: Path) -> None:
    write(tmp_path, [])
    assert open_corpus(tmp_path).quotations().empty
    assert open_corpus(tmp_path).speakers().empty


def test_an_undated_article_belongs_to_the_first_day_of_all(tmp_path: Path, quoting: Any) -> None:
    write(tmp_path, [quoting(0, "Rui Okafor", day=None), quoting(1, "Okafor", day=None)])
    assert set(open_corpus(tmp_path).quotations()["speaker"]) == {"Rui Okafor"}


def test_a_name_is_what_most_articles_take_it_for(tmp_path: Path, quoting: Any) -> None:
    write(
        tmp_path,
        [
            quoting(0, "Rui Okafor", kind="group"),
            *(quoting(number, "Rui Okafor") for number in (1, 2, 3)),
            quoting(4, "Okafor", day=1),
        ],
    )
    assert set(open_corpus(tmp_path).quotations()["speaker"]) == {"Rui Okafor"}
