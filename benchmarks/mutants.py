"""How many random mistakes in the code do the tests notice? ``python benchmarks/mutants.py [--number 200]``.

Cosmic Ray changes one place at a time in a copy of the working tree, and the
nearest tests are run: those of the module, then those of its package (and what
the rules find in data/, for those that find). What
survives is printed as a diff; it is a rule that no test states, or code that
no behavior needs. Needs ``pip install -e '.[dev]'``; some 20 minutes.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import WorkDB
from cosmic_ray.work_item import MutationSpec, TestOutcome

_GOLDEN = Path("tests/quality/test_golden.py")
PACKAGES = ("measures", "store", "speakers", "quotes")
_ROOT = Path(__file__).parents[1]
_SECONDS = 240.0
# “str | None” in an annotation is no behavior; tables are joined with “|” too seldom to matter.
_LEFT_OUT = ("core/ReplaceBinaryOperator_BitOr", "core/RemoveDecorator")


def main() -> None:
    """Change, test and count."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("packages", nargs="*", default=PACKAGES, help=f"default: {' '.join(PACKAGES)}")
    arguments.add_argument("--number", type=int, default=200, help="how many changes (default: 200)")
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        os.chdir(copy)
        os.environ["PYTHONPATH"] = str(copy / "src")
        for package in asked.packages:
            # Where tests fail anyway, every change would seem to be noticed.
            subprocess.run(_command([Path("tests", package)]).split(), stdout=subprocess.DEVNULL, check=True)
        places = sorted(chain.from_iterable(map(_places, asked.packages)), key=_name)
        chosen = random.Random(asked.seed).sample(places, min(asked.number, len(places)))
        killed = sum([_is_noticed(place) for place in chosen])
    print(f"{killed} of {len(chosen)} noticed ({killed / len(chosen):.0%}), of {len(places):,} places")


def _copied(folder: Path) -> Path:
    """The working tree as git sees it, new files included."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=_ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        if (_ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(_ROOT / name, folder / name)
    return folder


def _places(package: str) -> Iterator[MutationSpec]:
    """Every place of a package that can be changed."""
    modules = [path for path in Path("src/analysis", package).rglob("*.py") if path.name != "__init__.py"]
    with tempfile.TemporaryDirectory() as folder:
        database = WorkDB(str(Path(folder, "places.sqlite")), WorkDB.Mode.create)
        init(sorted(modules), database, {})
        for item in database.work_items:
            yield from (place for place in item.mutations if _is_behavior(place))
        database.close()


def _is_behavior(place: MutationSpec) -> bool:
    """Whether the change is one of behavior: a bare “*” among parameters is taken for a product."""
    line, column = place.start_pos
    code = Path(place.module_path).read_text("utf-8").splitlines()[line - 1][column:]
    return not place.operator_name.startswith(_LEFT_OUT) and not code.startswith(("*,", "*\n"))


def _name(place: MutationSpec) -> tuple[str, str, int]:
    return str(place.module_path), place.operator_name, place.occurrence


def _is_noticed(place: MutationSpec) -> bool:
    result = mutate_and_test([place], _tests(Path(place.module_path)), _SECONDS)
    is_noticed = bool(result.test_outcome == TestOutcome.KILLED)
    print(f"{'noticed ' if is_noticed else 'SURVIVED'} {':'.join(map(str, _name(place)))}", flush=True)
    if not is_noticed:
        print(result.diff, flush=True)
    return is_noticed


def _tests(module: Path) -> str:
    """The command that runs the tests of a module, then those of its package."""
    beside = Path("tests", *module.parent.parts[2:])
    package = Path("tests", module.parts[2])
    nearest: Sequence[Path] = sorted(beside.glob(f"test_{module.stem}*.py"))
    golden = [_GOLDEN] if package.name in ("quotes", "speakers") else []
    paths = [*nearest, *golden, package, module]
    return _command(paths)


def _command(paths: Sequence[Path]) -> str:
    pytest = f"{sys.executable} -m pytest -x -q -n0 -p no:cacheprovider"
    return f"{pytest} {' '.join(map(str, dict.fromkeys(paths)))}"


if __name__ == "__main__":
    main()
