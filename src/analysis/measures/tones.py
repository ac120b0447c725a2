"""The tone in which each speaker talks, and each outlet writes.

Tone is measured sentence by sentence in `analysis.sentiment`; here it is only
averaged, weighted by words, so that a long statement counts for more than an
aside. Never one score for a whole article: it saturates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import pandas as pd

from analysis.measures.columns import groups_by_words, in_text, require, shown
from analysis.measures.periods import Period, calendar, period_starts
from analysis.measures.results import Course
from analysis.model import Analysis, Quotation, Span


def tone_by(
    statements: pd.DataFrame, by: str = "speaker", *, speakers: Collection[str] | None = None
) -> pd.DataFrame:
    """Average the tone of what each speaker says, weighted by words.

    Args:
        statements: One row a statement, with ``by`` (str, null if nobody could
            be named), ``tone`` (float from −1 to 1, or null) and ``words``;
            ``kind`` where rows are speakers.
        by: The column to group by, such as ``"speaker"`` or ``"outlet"``.
        speakers: The groups to return; all if None.

    Returns:
        One row a group, most words first, ties in alphabetical order, null
        last: ``by`` (str), ``kind`` (str, only by speaker), ``tone`` (float,
        null where no statement has one), ``quotations`` and ``words`` (int,
        of the statements that have a tone).

    Raises:
        MissingColumns: ``statements`` lacks one of the columns named above.

    >>> said = pd.DataFrame({"speaker": ["Ana Silva", "Ana Silva"], "tone": [0.5, -0.1], "words": [1, 2]})
    >>> round(tone_by(said)["tone"].iloc[0], 2)
    np.float64(0.1)
    """
    require(statements, [by, "tone", "words"], called="statements")
    keys = ["kind"] if by == "speaker" and "kind" in statements.columns else []
    table = _averaged(statements, [by], **{key: (key, "first") for key in keys})
    table = table.sort_values(["words", by], ascending=[False, True], kind="stable")
    return shown(table[[by, *keys, "tone", "quotations", "words"]], by, speakers)


def tone_over_time(
    statements: pd.DataFrame,
    *,
    by: str | None = "speaker",
    period: Period | None = None,
    first: date | None = None,
    last: date | None = None,
    speakers: Collection[str] | None = None,
) -> Course:
    """Average the tone of what each speaker says in each period, weighted by words.

    Args:
        statements: As for `tone_by`, and with ``published`` (datetime).
        by: The column to group by; None takes all statements together.
        period: ``day``, ``week`` or ``month``; chosen by the range if None.
        first: The first day looked at, where one was chosen.
        last: The last day looked at; the last with a statement if None.
        speakers: The groups to return; all if None.

    Returns:
        One row a period and group, in time order, in each period most words
        overall first, with ``by`` (unless None), ``tone`` (float, null where
        nothing was said), ``quotations`` and ``words`` (int).

    Raises:
        MissingColumns: ``statements`` lacks one of the columns named above.
    """
    require(statements, [*([by] if by else []), "published", "tone", "words"], called="statements")
    name = by or "_all"
    given = statements if by else statements.assign(_all="all")
    chosen, periods = calendar(given["published"], period=period, first=first, last=last)
    placed = given.assign(period_start=period_starts(given["published"], chosen))
    cells = _averaged(placed[placed["period_start"].isin(periods["period_start"])], ["period_start", name])
    table = periods.merge(shown(groups_by_words(cells, name), name, speakers), how="cross")
    table = table.merge(cells, how="left", on=["period_start", name])
    table[["quotations", "words"]] = table[["quotations", "words"]].fillna(0).astype("int64")
    columns = [*([by] if by else []), "tone", "quotations", "words", "days", "complete"]
    return Course(table[["period_start", *columns]], chosen)


def article_tone_by_outlet(articles: pd.DataFrame) -> pd.DataFrame:
    """Average the tone of what each outlet's reporters write, quoted speech left out.

    Args:
        articles: One row an article, with ``outlet`` (str or null) and
            ``article_tone`` (float from −1 to 1, or null).

    Returns:
        One row an outlet, most articles first, ties in alphabetical order,
        null last: ``outlet`` (str), ``tone`` (float, mean over articles, null
        where none has a tone), ``articles`` (int, those with a tone).

    Raises:
        MissingColumns: ``articles`` lacks one of the columns.
    """
    require(articles, ["outlet", "article_tone"], called="articles")
    table = articles.groupby("outlet", dropna=False, as_index=False).agg(
        tone=("article_tone", "mean"), articles=("article_tone", "count")
    )
    table = table.sort_values(["articles", "outlet"], ascending=[False, True], kind="stable")
    return table.reset_index(drop=True)


def _averaged(statements: pd.DataFrame, keys: list[str], **more: tuple[str, str]) -> pd.DataFrame:
    """The word-weighted mean tone of each group, null where there is nothing to average."""
    words = statements["words"].where(statements["tone"].notna(), 0)
    parts = statements.assign(_words=words, _product=statements["tone"].astype("float64") * words)
    table = parts.groupby(keys, dropna=False, as_index=False).agg(
        **more, _product=("_product", "sum"), quotations=("tone", "count"), words=("_words", "sum")
    )
    table = in_text(table)
    return table.assign(tone=table["_product"] / table["words"].where(table["words"] > 0))


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
