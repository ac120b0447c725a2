"""What does one article sound like, sentence by sentence, and who is speaking there?"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.model import Analysis, Quotation, Span


def sentence_tones(analysis: Analysis) -> pd.DataFrame:
    """List an article's measured sentences with their tone and who speaks in them.

    Where several are quoted in one sentence, the one with most of its
    characters is taken; only statements count.

    Returns:
        One row a sentence, in text order: ``start``, ``end`` (int, characters),
        ``tone`` (float from −1 to 1), ``is_speech`` (bool), ``quoted`` (bool,
        whether a statement stands in it), ``speaker`` and ``kind`` (str; null
        where nothing is quoted or nobody could be named).
    """
    rows = []
    statements = [quotation for quotation in analysis.quotations if quotation.act == "statement"]
    for sentence in analysis.sentences:
        heard = _most_heard(sentence.span, statements)
        rows.append(
            (
                sentence.span.start,
                sentence.span.end,
                sentence.tone,
                sentence.is_speech,
                heard is not None,
                heard.speaker if heard else None,
                heard.kind if heard else None,
            )
        )
    columns = ["start", "end", "tone", "is_speech", "quoted", "speaker", "kind"]
    return pd.DataFrame(rows, columns=columns).astype({"speaker": "str", "kind": "str"})


def _most_heard(span: Span, statements: Iterable[Quotation]) -> Quotation | None:
    lengths = [(_overlap(span, quotation), quotation) for quotation in statements]
    length, heard = max(lengths, key=lambda pair: pair[0], default=(0, None))
    return heard if length else None


def _overlap(span: Span, quotation: Quotation) -> int:
    return sum(max(0, min(span.end, piece.end) - max(span.start, piece.start)) for piece in quotation.content)
