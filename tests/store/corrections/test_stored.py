import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from analysis.curation.correcting import missed_quotation, no_quotation, speaker_of_quotation
from analysis.errors import UnreadableInput
from analysis.model import Span
from analysis.store import open_corpus
from analysis.store.corrections import (
    OtherRole,
    add_corrections,
    as_line,
    corrections_version,
    read_lines,
    stored_corrections,
)

WRITTEN = [
    '{"action": "speaker", "by": "Eva", "why": "read again", "article_id": "a1", "pieces": [{"start": 0, "end": 9, "text": "“A word,”"}, {"start": 20, "end": 30, "text": "an “other”"}], "speaker": "Zoë Ndiaye", "kind": "person", "role": "mayor", "act": "statement", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "bef1bafa3591a603"}',
    '{"action": "no_quotation", "by": "Eva", "article_id": "a1", "pieces": [{"start": 0, "end": 9, "text": "“A word,”"}, {"start": 20, "end": 30, "text": "an “other”"}], "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "57aeb3de7ca795ee"}',
    '{"action": "quotation", "by": "Eva", "article_id": "a1", "pieces": [{"start": 0, "end": 9, "text": "“A word,”"}], "act": "thought", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "1fe9733df70f9c64"}',
    '{"action": "tone", "by": "Eva", "article_id": "a1", "pieces": [{"start": 0, "end": 9, "text": "“A word,”"}], "tone": -0.5, "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "a7677de5cd048f00"}',
    '{"action": "name", "by": "Eva", "name": "Bo Chen", "speaker": "Robert Chen", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "fbc87f9b252580a9"}',
    '{"action": "apart", "by": "Eva", "name": "Bo Chen", "speaker": "Bo Chan", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "a1f1e4479bb540c1"}',
    '{"action": "split", "by": "Eva", "article_id": "a1", "name": "Bo Chen", "speaker": "Bo Chen (pilot)", "kind": "person", "role": "pilot", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "1047bc4931890341"}',
    '{"action": "role", "by": "Eva", "name": "Bo Chen", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "fa2443cd7f7702fb"}',
    '{"action": "kind", "by": "Eva", "name": "Bo Chen", "kind": "organization", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "f6a12911a3953234"}',
    '{"action": "join_story", "by": "Eva", "article_id": "a1", "other_id": "a2", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "397aa905eb57c7dd"}',
    '{"action": "leave_story", "by": "Eva", "article_id": "a1", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "ad7ef1b6aaf94bce"}',
    '{"action": "undo", "by": "Eva", "other_id": "0123456789abcdef", "at": "2026-03-01T09:30:15.000120+00:00", "correction_id": "cbb4f2789701f9dd"}',
]
"""Lines as every version since the first has written them, one of each kind."""


def quotation_of(corpus: Any, speaker: Any) -> Any:
    said = open_corpus(corpus).quotations()
    return said[said["speaker"] == speaker]["quotation_id"].iloc[0]


def correct(corpus: Any, make: Any, *arguments: Any, **more: Any) -> Any:
    correction = make(open_corpus(corpus), *arguments, by="Eva", **more)
    assert add_corrections(corpus, [correction]) == 1
    return correction


def test_a_corpus_without_corrections_is_at_version_0_and_each_makes_another(bridge: Any) -> None:
    assert corrections_version(bridge) == 0
    correct(bridge, no_quotation, quotation_of(bridge, "Bo Chen"))
    first = corrections_version(bridge)
    correct(bridge, speaker_of_quotation, quotation_of(bridge, "Ana Silva"), None)
    assert 0 < first < corrections_version(bridge)


def test_an_exported_correction_comes_back_as_the_same(bridge: Any) -> None:
    made = correct(bridge, missed_quotation, "bridge", [Span(0, 9)], "Zoë “Z” Ndiaye")
    (back,) = read_lines("file", [as_line(made), ""])
    assert back == made
    assert add_corrections(bridge, [back]) == 0


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"action": "name", "by": "Eva", "at": "2026-03-01T00:00:00+00:00"}',
        '{"action": "name", "by": 5, "name": "A", "speaker": "B", "at": "2026-03-01T00:00:00+00:00"}',
        '{"action": "name", "by": "\\ud800", "name": "A", "speaker": "B", "at": "2026-03-01T00:00:00+00:00"}',
        '{"action": "no_quotation", "by": "Eva", "article_id": "a", "at": "2026-03-01T00:00:00+00:00", '
        '"pieces": [{"start": 99999999999, "end": 999999999999, "text": "x"}]}',
    ],
    ids=["no JSON", "no object", "half of it", "a number for a name", "half a letter", "too far away"],
)
def test_a_line_that_is_no_correction_is_named(line: Any) -> None:
    with pytest.raises(UnreadableInput, match="made up, line 1: no correction"):
        read_lines("made up", [line])


def test_two_processes_lose_nothing(bridge: Any) -> None:
    script = (
        "import sys; from analysis.store.corrections import *\n"
        "for n in range(10):\n"
        "    add_corrections(sys.argv[1], [OtherRole(by='p', name=f'{sys.argv[2]} {n}', role='x')])"
    )
    running = [subprocess.Popen([sys.executable, "-c", script, str(bridge), name]) for name in ("A", "B")]
    assert [process.wait() for process in running] == [0, 0]
    assert len(stored_corrections(bridge)) == 20


def test_a_process_killed_in_the_middle_loses_nothing_that_it_had_stored(bridge: Any) -> None:
    script = (
        "import itertools, sys; from analysis.store.corrections import *\n"
        "for n in itertools.count():\n"
        "    add_corrections(sys.argv[1], [OtherRole(by='p', name=f'Person {n}', role='x')])\n"
        "    print(n, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(bridge)], stdout=subprocess.PIPE, text=True
    ) as running:
        for _ in range(3):
            running.stdout.readline()
        running.kill()
    corrections: Iterable[Any] = stored_corrections(bridge)
    stored = {one.name for one in corrections}
    assert stored >= {"Person 0", "Person 1", "Person 2"}
    assert add_corrections(bridge, [OtherRole(by="q", name="Bo Chen", role="engineer")]) == 1
    assert len(stored_corrections(bridge)) == len(stored) + 1


@pytest.mark.parametrize("line", WRITTEN, ids=lambda line: line.split('"')[3])
def test_a_line_of_every_kind_is_read_stored_and_written_as_it_was(tmp_path: Path, line: Any) -> None:
    (read,) = read_lines("file", [line])
    assert as_line(read) == line
    add_corrections(tmp_path, [read])
    assert [as_line(one) for one in stored_corrections(tmp_path)] == [line]


@pytest.mark.parametrize("line", WRITTEN, ids=lambda line: line.split('"')[3])
def test_a_line_without_an_id_gets_the_one_that_it_would_have_been_made_with(line: Any) -> None:
    bare, known = line.rsplit(', "correction_id": ', 1)
    (read,) = read_lines("file", [bare + "}"])
    assert read.correction_id == known.strip('"}')
