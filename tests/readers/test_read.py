from pathlib import Path

import pytest

from analysis.errors import UnreadableInput
from analysis.readers import ENDINGS, ReadOptions, Skipped, article_from_paste, read, read_bytes


def test_a_path_that_does_not_exist_raises_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.")
    with pytest.raises(UnreadableInput, match=r"b\.txt: no such file"):
        read(tmp_path / "a.txt", tmp_path / "b.txt")


def test_no_path_raises() -> None:
    with pytest.raises(UnreadableInput, match="nothing to read"):
        read()


def test_an_impossible_path_is_one_that_does_not_exist() -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        read("a\x00b.txt")


def test_the_path_stays_as_the_user_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.")
    monkeypatch.chdir(tmp_path)
    assert [article.path for article in read("./a.txt", ".")] == ["./a.txt", "a.txt"]


def test_a_folder_is_read_in_the_order_of_names_with_the_folders_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Rain fell in {name}.")
    texts = [article.text for article in read(tmp_path)]
    assert texts == ["Rain fell in a.txt.", "Rain fell in b.txt.", "Rain fell in sub/c.txt."]


def test_hidden_and_unknown_files_in_a_folder_are_skipped_and_named(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".hidden.txt", "photo.jpg", "LICENSE", "a.txt"):
        (tmp_path / name).write_text("Rain fell.")
    skipped: list[Skipped] = []
    assert len(list(read(tmp_path, on_skip=skipped.append))) == 1
    assert [Path(skip.place).name for skip in skipped] == [".git", ".hidden.txt", "LICENSE", "photo.jpg"]


def test_a_link_that_leads_nowhere_or_in_circles_is_harmless(tmp_path: Path) -> None:
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "a.txt").write_text("Rain fell.")
    skipped: list[Skipped] = []
    assert len(list(read(tmp_path, on_skip=skipped.append))) == 1
    assert [Path(skip.place).name for skip in skipped] == ["lost.txt"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(read(tmp_path)) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_is_named(ending: str) -> None:
    skipped: list[Skipped] = []
    assert list(read_bytes(f"a{ending}", b"", on_skip=skipped.append)) == []
    assert [str(skip) for skip in skipped] == [f"a{ending}: an empty file; leave it out"]


def test_an_unknown_ending_is_told_with_those_that_are_read() -> None:
    skipped: list[Skipped] = []
    assert list(read_bytes("a.docx", b"x", on_skip=skipped.append)) == []
    assert ".docx files are not read; newsvoices reads .txt, .md" in str(skipped[0])


def test_endings_are_known_in_capitals_too() -> None:
    assert len(list(read_bytes("A.TXT", b"Rain fell."))) == 1


def test_nobody_needs_to_listen_to_what_is_skipped() -> None:
    assert list(read_bytes("a.csv", b"a,b\n1,2\n")) == []


def test_a_text_too_long_for_an_article_is_refused_by_name() -> None:
    skipped: list[Skipped] = []
    assert list(read_bytes("a.txt", b"Rain. " * 900_000, on_skip=skipped.append)) == []
    assert str(skipped[0]).startswith("a.txt: a text of more than 5 million characters")


def test_a_choice_of_columns_that_articles_do_not_have_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="articles have no “mood”"):
        ReadOptions(columns={"mood": "body"})


def test_pasted_text_takes_what_the_user_says_before_its_header() -> None:
    article = article_from_paste(
        "Title: A\nOutlet: B\nDate: 2026-03-04\n\nRain fell.\n", outlet="Varden Post"
    )
    assert (article.title, article.outlet, str(article.published)) == ("A", "Varden Post", "2026-03-04")
    assert article.text == "Rain fell."


@pytest.mark.parametrize("text", ["", " \n\t", "\x00", "Title: A\nDate: 2026-03-04\n\n"])
def test_pasting_nothing_raises(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no text"):
        article_from_paste(text)


def test_the_same_article_gets_the_same_id_from_any_place() -> None:
    first, second = (next(read_bytes(name, b"Rain fell in Varden.")) for name in ("a.txt", "b/c.md"))
    assert first.article_id == second.article_id


def test_every_ending_that_is_read_is_told_in_the_description_of_data() -> None:
    described = (Path(__file__).parents[2] / "data" / "README.md").read_text("utf-8")
    assert [ending for ending in ENDINGS if f"`{ending}`" not in described] == []
