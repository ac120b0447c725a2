"""Read marked articles, marked speakers and predictions from their files.

Each line is checked: positions that do not lie in the text would give figures
that look like an engine's mistakes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import UnreadableInput
from analysis.model import ACTS, KINDS, Analysis, Article, Span

_FORMATS = "data/README.md shows the format"
_SPEAKER_KINDS = (*KINDS, "none")

Row = dict[str, Any]


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Read articles with marked quotations, one JSON object a line: ``id, text, attributions``.

    ``authors`` are read where they are there. Each attribution has ``content``,
    ``source``, ``cue`` as lists of ``[start, end]``, and an ``id`` if speakers are marked.
    Where only parts of the text were looked at, ``checked`` lists them as ``[start, end]``.

    Raises:
        UnreadableInput: the file or a line of it is not that, or an id comes twice.
    """
    articles: dict[str, GoldArticle] = {}
    for place, row in _lines(path):
        made = _gold_article(place, row)
        if made.article_id in articles:
            raise UnreadableInput(f"{place}: id {made.article_id!r} comes twice; give each article its own")
        articles[made.article_id] = made
    if not articles:
        raise UnreadableInput(f"{path}: no articles; {_FORMATS}")
    return tuple(articles.values())


def read_speaker_marks(path: Path, gold: Sequence[GoldArticle]) -> SpeakerMarks:
    """Read who is credited with which attribution: article id → attribution id → speaker.

    Articles that ``gold`` does not have are left out.

    Raises:
        UnreadableInput: the file is not that, names an attribution that ``gold`` does not have,
            or marks none of its articles.
    """
    given = _parsed(str(path), _text_of(path))
    if not isinstance(given, dict) or not all(isinstance(marks, dict) for marks in given.values()):
        raise UnreadableInput(f"{path}: not article id → attribution id → speaker; {_FORMATS}")
    known = {article.article_id: {q.mark_id for q in article.quotations} for article in gold}
    if not given.keys() & known.keys():
        raise UnreadableInput(f"{path}: none of its articles is in the gold file; are the ids the same?")
    return {
        article_id: {
            mark_id: _speaker_mark(
                f"{path}, article {article_id}, {mark_id}", mark_id, mark, known[article_id]
            )
            for mark_id, mark in marks.items()
        }
        for article_id, marks in given.items()
        if article_id in known
    }


def read_predictions(path: Path, gold: Sequence[GoldArticle]) -> Predictions:
    """Read predicted quotations, one JSON object an article: ``id, quotes``.

    That is what ``newsvoices analyze --gold-json`` prints. A quotation without
    the key ``speaker`` is credited to the words of its source; ``act`` and
    ``confidence`` may be missing.

    Raises:
        UnreadableInput: the file is not that, or has an article that ``gold`` does not have.
    """
    texts = {article.article_id: article.article.text for article in gold}
    predictions: dict[str, tuple[Credited, ...]] = {}
    for place, row in _lines(path):
        article_id = _id(place, row)
        if article_id not in texts:
            remedy = "score the predictions of the articles that were marked"
            raise UnreadableInput(f"{place}: article {article_id!r} is not in the gold file; {remedy}")
        if article_id in predictions:
            raise UnreadableInput(f"{place}: article {article_id!r} comes twice; one line an article")
        quotes = _list(place, row, "quotes")
        predictions[article_id] = tuple(
            _predicted(f"{place}, quotation {number}", quote, texts[article_id])
            for number, quote in enumerate(quotes, 1)
        )
    return predictions


def _gold_article(place: str, row: Row) -> GoldArticle:
    article_id, text = _id(place, row), row.get("text")
    if not isinstance(text, str):
        raise UnreadableInput(f"{place}: no text; {_FORMATS}")
    authors = row.get("authors")
    # A headline in the text stays unknown here: marked articles have it marked like any other words.
    article = Article(
        text=text,
        authors=tuple(map(str, authors)) if isinstance(authors, list) else (),
        given_id=article_id,
    )
    marked = _list(place, row, "attributions")
    quotations = tuple(
        _credited(f"{place}, attribution {number}", entry, text) for number, entry in enumerate(marked, 1)
    )
    checked = None if row.get("checked") is None else _spans(place, row, "checked", text)
    return GoldArticle(article_id, article, quotations, checked)


def _credited(place: str, entry: object, text: str) -> Credited:
    row = _object(place, entry)
    return Credited(
        content=_spans(place, row, "content", text),
        source=_spans(place, row, "source", text),
        cue=_spans(place, row, "cue", text),
        mark_id=str(row.get("id", "")),
    )


def _predicted(place: str, entry: object, text: str) -> Credited:
    spans = _credited(place, entry, text)
    row = _object(place, entry)
    speaker = row.get("speaker", " ".join(span.of(text) for span in spans.source))
    act, confidence = row.get("act", "statement"), row.get("confidence")
    if speaker is not None and not isinstance(speaker, str):
        raise UnreadableInput(f"{place}: speaker {speaker!r} is neither a name nor null")
    if act not in ACTS:
        raise UnreadableInput(f"{place}: act {act!r} is not one of {', '.join(ACTS)}")
    if confidence is not None and not isinstance(confidence, int | float):
        raise UnreadableInput(f"{place}: confidence {confidence!r} is no number from 0 to 1")
    return Credited(spans.content, spans.source, spans.cue, speaker or None, act == "statement", confidence)


def _speaker_mark(place: str, mark_id: str, entry: object, known: set[str]) -> SpeakerMark:
    row = _object(place, entry)
    speaker, kind, statement = row.get("speaker"), row.get("kind"), row.get("statement")
    if mark_id not in known:
        raise UnreadableInput(f"{place}: the gold file has no such attribution; are the ids the same?")
    if speaker is not None and not isinstance(speaker, str):
        raise UnreadableInput(f"{place}: speaker {speaker!r} is neither a name nor null")
    if kind not in _SPEAKER_KINDS:
        raise UnreadableInput(f"{place}: kind {kind!r} is not one of {', '.join(_SPEAKER_KINDS)}")
    if not isinstance(statement, bool):
        raise UnreadableInput(f"{place}: statement must be true or false, not {statement!r}")
    return SpeakerMark(speaker, kind, statement)


def _spans(place: str, row: Row, name: str, text: str) -> tuple[Span, ...]:
    """The spans of one role; empty ones are left out, for they mark nothing."""
    spans = []
    for pair in _list(place, row, name, required=False):
        is_pair = isinstance(pair, list) and len(pair) == 2 and all(type(at) is int for at in pair)
        if not is_pair or not 0 <= pair[0] <= pair[1] <= len(text):
            raise UnreadableInput(
                f"{place}: {name} {json.dumps(pair)} is no [start, end] within the text's "
                f"{len(text):,} characters; count characters from 0, not bytes, end excluded"
            )
        if pair[0] < pair[1]:
            spans.append(Span(*pair))
    return tuple(spans)


def _lines(path: Path) -> Iterator[tuple[str, Row]]:
    # Only \n ends a line of JSONL: str.splitlines would also break at characters within a text.
    for number, line in enumerate(_text_of(path).split("\n"), 1):
        if line.strip():
            place = f"{path}, line {number}"
            yield place, _object(place, _parsed(place, line))


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8 at byte {error.start:,}; save it as UTF-8") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableInput(f"{path}: cannot be read ({reason}); is the path right?") from error


def _parsed(place: str, text: str) -> object:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise UnreadableInput(f"{place}: no JSON ({error}); {_FORMATS}") from error


def _object(place: str, value: object) -> Row:
    if not isinstance(value, dict):
        raise UnreadableInput(f"{place}: no JSON object; {_FORMATS}")
    return value


def _id(place: str, row: Mapping[str, Any]) -> str:
    given = row.get("id")
    if not isinstance(given, str | int) or given == "":
        raise UnreadableInput(f"{place}: no id; every line needs the id of its article")
    return str(given)


def _list(place: str, row: Row, name: str, *, required: bool = True) -> list[Any]:
    given = row.get(name)
    if given is None and not required:
        return []
    if not isinstance(given, list):
        raise UnreadableInput(f"{place}: {name} must be a list; {_FORMATS}")
    return given


@dataclass(frozen=True, slots=True)
class Credited:
    """One quotation, marked by hand or predicted.

    ``content`` may be empty in gold: somebody is a source there of nothing
    that could be marked; such a quotation is not counted. ``confidence`` is
    None where nobody says how sure it is.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: str | None = None
    is_statement: bool = True
    confidence: float | None = None
    mark_id: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all its quotations marked by hand, or all that touch its ``checked`` stretches.

    ``checked`` is None where all of the text was looked at.
    """

    article_id: str
    article: Article
    quotations: tuple[Credited, ...]
    checked: tuple[Span, ...] | None = None

    def comparable(self, predicted: Sequence[Credited]) -> tuple[Credited, ...]:
        """The predictions that the marks can tell anything of: those that touch what was checked."""
        if self.checked is None:
            return tuple(predicted)
        return tuple(
            one
            for one in predicted
            if any(piece.overlaps(known) for piece in one.content for known in self.checked)
        )


@dataclass(frozen=True, slots=True)
class SpeakerMark:
    """Who is credited with one marked quotation; ``speaker`` is None where nobody can be named."""

    speaker: str | None
    kind: str
    is_statement: bool


Predictions = Mapping[str, tuple[Credited, ...]]
"""Article id → what was predicted there; an article that is missing has no predictions."""

SpeakerMarks = Mapping[str, Mapping[str, SpeakerMark]]
"""Article id → id of the marked quotation → who is credited with it."""


def credited(analysis: Analysis) -> tuple[Credited, ...]:
    """The quotations of an analysis, so that they can be compared with gold."""
    return tuple(
        Credited(
            quotation.content,
            quotation.source,
            quotation.cue,
            quotation.speaker,
            quotation.act == "statement",
            quotation.confidence,
        )
        for quotation in analysis.quotations
    )
