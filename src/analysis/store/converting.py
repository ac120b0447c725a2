"""Turn values of the model to and from rows of tables and JSON.

Days may come as days or as text, moments always become UTC. A value of another
type is refused with a TypeError, never turned: a number is no name. What a
value may be otherwise (which kinds there are, how large a tone is) is checked
by its class.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Literal, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from analysis.model import Selection, Sentence, Span

CONVERTER = Converter(detailed_validation=False)


def selection_of(given: Mapping[str, Any]) -> Selection:
    """The selection whose fields stand in parsed JSON; one that is not known is refused."""
    return CONVERTER.structure(given, Selection)


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
CONVERTER.register_structure_hook(
    Sentence, lambda row, _: Sentence(Span(row["start"], row["end"]), row["tone"], row["is_speech"])
)
# A filter that this version does not know would change the figures in silence.
CONVERTER.register_structure_hook(
    Selection, make_dict_structure_fn(Selection, CONVERTER, _cattrs_forbid_extra_keys=True)
)
