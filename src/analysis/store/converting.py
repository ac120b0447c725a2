"""Turn values of the model to and from rows of tables and JSON.

Days may come as days or as text, moments always become UTC. A value of another
type is refused with a TypeError, never turned: a number is no name. What a
value may be otherwise (which kinds there are, how large a tone is) is checked
by its class.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, Literal, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from analysis.model import Keyword, Selection, Sentence, Span

CONVERTER = Converter(detailed_validation=False)


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _exactly(kind: type | tuple[type, ...], value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {getattr(kind, '__name__', 'number')}")
    return value


def _moment(value: Any, _: Any) -> datetime:
    at = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


CONVERTER.register_structure_hook(str, lambda value, _: _exactly(str, value))
CONVERTER.register_structure_hook(int, lambda value, _: _exactly(int, value))
CONVERTER.register_structure_hook(bool, lambda value, _: _exactly(bool, value))
CONVERTER.register_structure_hook(float, lambda value, _: _exactly((int, float), value))
CONVERTER.register_structure_hook_func(_is_literal, lambda value, _: value)
CONVERTER.register_structure_hook(datetime, _moment)
CONVERTER.register_structure_hook(
    date, lambda value, _: value if isinstance(value, date) else date.fromisoformat(value)
)
for flat in (Span, Keyword):  # there are hundreds in each article
    CONVERTER.register_structure_hook(flat, lambda row, to: to(**row))
CONVERTER.register_structure_hook(
    Sentence, lambda row, _: Sentence(Span(row["start"], row["end"]), row["tone"], row["is_speech"])
)
CONVERTER.register_unstructure_hook(
    Sentence,
    lambda one: {"start": one.span.start, "end": one.span.end, "tone": one.tone, "is_speech": one.is_speech},
)
_SELECTION = make_dict_structure_fn(Selection, CONVERTER)


@CONVERTER.register_structure_hook
def _selection(given: Any, kind: Any) -> Selection:
    # A filter that this version does not know would change the figures in silence.
    unknown = given.keys() - {one.name for one in fields(Selection)}
    if unknown:
        raise ValueError(f"unknown filters: {', '.join(sorted(unknown))}")
    return _SELECTION(given, kind)
