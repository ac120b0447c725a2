"""How does what a reader points at become a correction?

Each function looks up what is pointed at and binds the correction to its
text. Nothing is stored: see `analysis.store.corrections.add_corrections`.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.errors import CorpusError
from analysis.model import KINDS, Act, Kind, Span
from analysis.store.corpus import Corpus
from analysis.store.corrections import (
    MissedQuotation,
    NoQuotation,
    OtherSpeaker,
    OtherTone,
    passages,
)


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
        kind=None if speaker is None else kind or _kind_of(corpus, speaker),
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
        kind=None if speaker is None else kind or _kind_of(corpus, speaker),
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


def _kind_of(corpus: Corpus, speaker: str) -> Kind:
    known = corpus.speakers()
    kinds = known["kind"][known["speaker"] == speaker].tolist()
    return next((kind for kind in KINDS if kind in kinds), "person")
