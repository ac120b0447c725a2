"""Make corrections of what a reader points at.

Each function looks up what is pointed at and binds the correction to its
text. Nothing is stored: see `analysis.store.corrections.add_corrections`.
"""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Sequence
from typing import cast

from analysis.errors import CorpusError
from analysis.model import KINDS, UNNAMED_SOURCES, Act, Kind, Span
from analysis.store.corpus import Corpus
from analysis.store.corrections import (
    MissedQuotation,
    NoQuotation,
    OtherSpeaker,
    OtherTone,
    passages,
)

_MARKS = {'"': '["“”„«»]', "'": "['‘’‚]"}
_SAME = {mark: plain for plain, marks in _MARKS.items() for mark in marks.strip("[]")}


def speaker_of_quotation(
    corpus: Corpus,
    quotation_id: str,
    speaker: str | None,
    kind: Kind | None = None,
    role: str | None = None,
    *,
    article_id: str | None = None,
    by: str,
    why: str = "",
) -> OtherSpeaker:
    """A quotation is said by somebody else; ``speaker`` None says by nobody that could be named.

    Without a ``kind`` it is the one that the speaker has elsewhere in the corpus, or a person.
    With ``article_id`` the quotation is found faster.

    Raises:
        CorpusError: no quotation has this id.
    """
    analysis, quotation = corpus.quotation(quotation_id, article_id)
    return OtherSpeaker(
        by=by,
        why=why,
        article_id=analysis.article.article_id,
        pieces=passages(analysis.article.text, quotation.content),
        speaker=speaker,
        kind=None if speaker is None else kind or kind_of(corpus, speaker),
        role=role,
        act=quotation.act,
    )


def confirmed(
    corpus: Corpus, quotation_id: str, *, article_id: str | None = None, by: str, why: str = ""
) -> OtherSpeaker:
    """A quotation is what it was taken for: its speaker stays, and is certain from now on.

    Raises:
        CorpusError: no quotation has this id.
    """
    _, quotation = corpus.quotation(quotation_id, article_id)
    return speaker_of_quotation(
        corpus,
        quotation_id,
        quotation.speaker,
        quotation.kind,
        quotation.role,
        article_id=article_id,
        by=by,
        why=why,
    )


def no_quotation(
    corpus: Corpus, quotation_id: str, *, article_id: str | None = None, by: str, why: str = ""
) -> NoQuotation:
    """What was taken for a quotation is none; with ``article_id`` it is found faster.

    Raises:
        CorpusError: no quotation has this id.
    """
    analysis, quotation = corpus.quotation(quotation_id, article_id)
    content = passages(analysis.article.text, quotation.content)
    return NoQuotation(by=by, why=why, article_id=analysis.article.article_id, pieces=content)


def missed_quotation(
    corpus: Corpus,
    article_id: str,
    pieces: Sequence[Span],
    speaker: str | None,
    kind: Kind | None = None,
    role: str | None = None,
    *,
    act: Act = "statement",
    by: str,
    why: str = "",
) -> MissedQuotation:
    """These pieces of an article are a quotation.

    Raises:
        CorpusError: no article has this id, or it is shorter.
    """
    text = corpus.analysis(article_id).article.text
    if not pieces or max(piece.end for piece in pieces) > len(text):
        raise CorpusError(
            f"{corpus.path}: article {article_id} has {len(text):,} characters; mark some of them"
        )
    return MissedQuotation(
        by=by,
        why=why,
        article_id=article_id,
        pieces=passages(text, sorted(pieces)),
        speaker=speaker,
        kind=None if speaker is None else kind or kind_of(corpus, speaker),
        role=role,
        act=act,
    )


def tone_of_sentence(
    corpus: Corpus, article_id: str, place: int, tone: float, *, by: str, why: str = ""
) -> OtherTone:
    """The sentence in which a character stands has another tone.

    Raises:
        CorpusError: no article has this id, or no measured sentence stands there.
    """
    analysis = corpus.analysis(article_id)
    spans = [s.span for s in analysis.sentences if s.span.start <= place < s.span.end]
    if not spans:
        raise CorpusError(f"{corpus.path}: article {article_id}: no measured sentence at character {place}")
    content = passages(analysis.article.text, spans)
    return OtherTone(by=by, why=why, article_id=article_id, pieces=content, tone=tone)


def kind_of(corpus: Corpus, name: str) -> Kind:
    """The kind that a speaker has in the corpus; a person where nobody knows the name."""
    if name == UNNAMED_SOURCES:
        return "unnamed"
    known = corpus.speakers()
    kinds = known["kind"][known["speaker"] == name].tolist()
    return cast("Kind", next((kind for kind in KINDS if kind in kinds), "person"))


def user_name() -> str:
    """The name of the user of this machine, or a number where the user has no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have a user without a name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"


def places_of(text: str, words: str) -> list[Span]:
    """Every place where the words stand, in the order of the text; nowhere gives none.

    Spaces and line breaks count as the same, and so do all forms of a quotation mark.

    >>> places_of("He said:\\n“It is  closed.”", '"It is closed."')
    [Span(start=9, end=25)]
    """
    wanted = words.split()
    if not wanted:
        return []
    pattern = r"\s+".join("".join(map(_sign, word)) for word in wanted)
    return [Span(*found.span()) for found in re.finditer(pattern, text)]


def _sign(sign: str) -> str:
    plain = _SAME.get(sign, sign)
    return _MARKS.get(plain) or re.escape(plain)
