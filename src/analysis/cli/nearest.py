"""Which name of the corpus does the user mean?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

_NEAR = 55
_MOST = 3


def known_name(given: str, aliases: Mapping[str, Sequence[str]]) -> tuple[str | None, list[str]]:
    """Find a name in any case, or by an alias or a last name that only one bears.

    Args:
        given: What the user wrote.
        aliases: Name → the other forms of it.

    Returns:
        The name, and none besides; or None and the names that come nearest.

    >>> known_name("ana silva", {"Ana Silva": ["Silva"], "Bo Chen": []})
    ('Ana Silva', [])
    >>> known_name("Ana Silba", {"Ana Silva": ["Silva"], "Bo Chen": []})
    (None, ['Ana Silva'])
    """
    if given in aliases:
        return given, []
    wanted = _folded(given)
    found = [name for name in aliases if _folded(name) == wanted]
    if not found:
        found = [name for name, others in aliases.items() if wanted in map(_folded, others)]
    if not found:
        found = [name for name in aliases if _folded(name).endswith(f" {wanted}")]
    if len(found) == 1:
        return found[0], []
    return None, found[:_MOST] or _nearest(given, list(aliases))


def _nearest(given: str, names: Sequence[str]) -> list[str]:
    matches = process.extract(
        given, names, scorer=fuzz.WRatio, processor=_folded, limit=_MOST, score_cutoff=_NEAR
    )
    best = matches[0][1] if matches else 0
    return [name for name, score, _ in matches if score >= best - 10]


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
