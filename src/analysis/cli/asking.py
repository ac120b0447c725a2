"""Ask about a sample, one item after another."""

from __future__ import annotations

import click

from analysis.cli.messages import note
from analysis.cli.terminal import plain
from analysis.curation.answers import Answers, Verdict, answer_of, holding, next_place, undo_of_last
from analysis.curation.checks import keep_answers, stored_answers
from analysis.curation.samples import Item, Sample
from analysis.errors import AnalysisError
from analysis.model import Analysis, Span
from analysis.store import Corpus
from analysis.wording.cells import UNATTRIBUTED

_KEYS: dict[str, Verdict] = {
    "y": "right",
    "s": "speaker",
    "n": "wrong",
    "m": "missed",
    "u": "unsure",
}
_HELP = {
    "quotations": "[y] right  [s] other speaker  [n] no quotation  [u] unsure  [z] undo  [q] stop",
    "sentences": "[y] right  [m] missed  [s] other speaker  [n] no quotation  [u] unsure  [z] undo  [q] stop",
}


def ask(corpus: Corpus, sample: Sample, *, by: str) -> None:
    """Ask about all items without an answer until none is left or the reader stops; each is kept at once."""
    while True:
        answers = holding(stored_answers(corpus.path), sample.sample_id)
        place = next_place(sample, answers)
        if place is None:
            note("all answered")
            return
        _show(corpus, sample, place, answers)
        key = click.prompt("", prompt_suffix="> ", default="q", show_default=False, err=True).strip().lower()
        if key == "q":
            return
        if key == "z":
            back = undo_of_last(stored_answers(corpus.path), sample.sample_id, by)
            keep_answers(corpus.path, *([back] if back else []))
        elif key in _KEYS:
            _keep(corpus, sample, place, _KEYS[key], by)
        else:
            note(f"no answer “{key}”; choose one of the letters")


def _keep(corpus: Corpus, sample: Sample, place: int, verdict: Verdict, by: str) -> None:
    said, speaker, which = "", None, None
    if verdict == "missed":
        said = _line("Which words? (Enter: the whole sentence)")
    if verdict in ("speaker", "wrong") and len(sample.items[place].found) > 1:
        number = _line("Which of them? (a number; Enter: all)")
        which = int(number) - 1 if number.isdigit() else None
    if verdict in ("speaker", "missed"):
        speaker = _line("Who says it? (Enter: nobody that could be named)") or None
    try:
        keep_answers(
            corpus.path,
            answer_of(sample, place, verdict, corpus=corpus, by=by, speaker=speaker, which=which, said=said),
        )
    except AnalysisError as error:
        note(str(error))


def _line(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False, err=True)).strip()


def _show(corpus: Corpus, sample: Sample, place: int, answers: Answers) -> None:
    item = sample.items[place]
    note(f"{place + 1} of {len(sample.items)} ({len(answers)} answered)")
    known = corpus.analyses([item.article_id]).get(item.article_id)
    note(in_context(item, known) if known else " ".join(piece.text for piece in item.pieces))
    for number, found in enumerate(item.found, 1):
        note(f"  {number}. {found.speaker or UNATTRIBUTED}: {' … '.join(_texts(found.content, known))}")
    if not item.found:
        note("  nothing found here")
    note(_HELP[sample.unit])


def in_context(item: Item, analysis: Analysis) -> str:
    """An item between ▶ and ◀, with the sentences before and after."""
    text = analysis.article.text
    start = min(piece.start for piece in item.pieces)
    end = max(piece.end for piece in item.pieces)
    spans = [sentence.span for sentence in analysis.sentences]
    before = max((span.start for span in spans if span.end <= start), default=start)
    after = min((span.end for span in spans if span.start >= end), default=end)
    return plain(f"{text[before:start]}▶{text[start:end]}◀{text[end:after]}")


def _texts(spans: tuple[Span, ...], analysis: Analysis | None) -> list[str]:
    return [span.of(analysis.article.text) for span in spans] if analysis else []
