"""Rules of the name that content gives an analyzer."""

import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from analysis.fingerprints import fingerprint
from analysis.pipeline import ENGINES, analyzer_id, content_of


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package without the network and the pages."""
    copy = tmp_path / "analysis"
    shutil.copytree(
        str(files("analysis")), copy, ignore=shutil.ignore_patterns("*.onnx", "dashboard", "__pycache__")
    )
    return copy


def ids(package: Path) -> tuple[str, ...]:
    """What the content of a copy gives each engine."""
    return tuple(content_of(engine, package) for engine in ENGINES)


def changed(package: Path, path: str) -> list[bool]:
    """For each engine, whether another line in a file gives it another id."""
    before = ids(package)
    file = package / path
    file.write_text(file.read_text("utf-8") + "\n# another\n", "utf-8")
    return [one != other for one, other in zip(before, ids(package), strict=True)]


def test_the_id_has_a_version_that_people_can_read_and_what_the_content_gives() -> None:
    assert [analyzer_id(engine).split("+")[0] for engine in ENGINES] == ["tagger 1.2.0", "rules 0.2.2"]
    assert analyzer_id("rules").split("+")[1] == content_of("rules")[:8]


def test_a_copy_with_the_same_content_has_the_same_id(package: Path) -> None:
    assert ids(package) == tuple(map(content_of, ENGINES))


def test_line_ends_make_no_other_id(package: Path) -> None:
    before = ids(package)
    for file in [*package.rglob("*.py"), *package.rglob("*.txt")]:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert ids(package) == before


@pytest.mark.parametrize(
    "path",
    [
        "resources/en/cue_verbs.txt",
        "resources/en/stop_words.txt",
        "text/words.py",
        "quotes/rules.py",
        "speakers/weights.json",
        "sentiment/neutral.py",
        "keywords/forms.py",
        "pipeline.py",
        "model.py",
    ],
)
def test_another_word_list_or_rule_gives_both_engines_another_id(package: Path, path: str) -> None:
    assert changed(package, path) == [True, True]


def test_another_network_is_nothing_to_the_rules(package: Path) -> None:
    assert changed(package, "quotes/tagger/model.json") == [True, False]


@pytest.mark.parametrize("path", ["resources/en/scored_titles.txt", "store/rows.py", "errors.py"])
def test_what_no_analysis_depends_on_leaves_the_ids(package: Path, path: str) -> None:
    assert changed(package, path) == [False, False]


def test_all_that_an_analysis_imports_is_in_the_id() -> None:
    code = "import sys, analysis.pipeline; print(*(n for n in sys.modules if n.startswith('analysis.')))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    used = {name.split(".")[1] for name in done.stdout.split()}
    assert used == {
        "keywords",
        "model",
        "pipeline",
        "quotes",
        "resources",
        "sentiment",
        "speakers",
        "text",
    } | {
        "errors",
        "fingerprints",
    }


def test_the_whole_package_is_named_where_no_part_is_given(package: Path) -> None:
    before = fingerprint(package=package)
    (package / "store" / "rows.py").write_text("", "utf-8")
    assert fingerprint(package=package) != before
