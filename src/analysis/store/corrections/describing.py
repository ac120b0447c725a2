"""What does a correction say, in a few words?"""

from __future__ import annotations

from analysis.store.corrections.facts import Correction

_LONGEST = 40
_MARKS = '“”„«»" '


def described(correction: Correction, article: str | None = None) -> str:
    """A correction in words, with the id of its article, or what ``article`` calls it; empty names none."""
    article = correction.article_id if article is None else article
    where = f" in {article}" if article else ""
    text = " … ".join(piece.text.strip(_MARKS) for piece in correction.pieces)
    passage = f" “{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”" if text else ""
    subject = {
        "speaker": f"speaker of{passage}: {correction.speaker or 'nobody'}",
        "no_quotation": f"no quotation:{passage}",
        "quotation": f"quotation{passage} by {correction.speaker or 'nobody'}",
        "tone": f"tone of{passage}: {correction.tone}",
        "name": f"{correction.name} is {correction.speaker}",
        "apart": f"{correction.name} and {correction.speaker} are two",
        "split": f"{correction.name} is {correction.speaker}",
        "role": f"role of {correction.name}: {correction.role or 'none'}",
        "kind": f"kind of {correction.name}: {correction.kind}",
        "join_story": f"same story as {correction.other_id}",
        "leave_story": "a story of its own",
        "undo": f"undo {correction.other_id}",
    }[correction.action]
    return subject + where
