"""Find the articles that are one story, printed several times.

Articles are one story where they are near-copies, directly or through others.
What belongs together follows from texts and dates alone, in whatever order
articles came. A new version of the corpus is worked out from the last one:
only articles that came or changed, and those that were in a story with one
that went or changed, are compared with all others.

The result lies beside the articles as a derived table, one file a version; a
reader that finds none for its version makes it. Who is a copy of whom is
decided in `analysis.store.stories.copies`, and what people have corrected of it in
`analysis.store.corrections.stories`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable

from analysis.errors import CorpusError
from analysis.store.appending import append_rows, appended
from analysis.store.stories.copies import (
    BANDS,
    RECIPE,
    Bands,
    Hashes,
    are_copies,
    candidates,
    sequences,
    signatures,
)
from analysis.store.table import derived_table, files_of, keep_derived, load, open_files, readable, version_of

_AT_ONCE = 2_000
_CACHED = 50_000
_COLUMNS = {"article_id": "str", "story_id": "str", "fingerprint": "int64"}
_STORIES = pa.schema({"article_id": pa.string(), "story_id": pa.string(), "fingerprint": pa.int64()})
_SIGNATURES = pa.schema(
    {"article_id": pa.string(), "fingerprint": pa.int64(), "recipe": pa.string(), "bands": pa.binary()}
)


def stories_of(path: Path, table: DeltaTable, version: int) -> pd.DataFrame:
    """The stories of this version of a corpus, found now where nobody has found them yet.

    Args:
        path: The folder of the corpus.
        table: Its table at this version.
        version: The last version up to this one that changed rows.

    Returns:
        One row an article, in the order of (published, id), undated last:
        ``article_id``, and ``story_id``, the first article of its story.
    """
    file = _folder(path) / f"{version:08}-{table.metadata().id}-{RECIPE}.parquet"
    stored = derived_table(file, _STORIES)
    if stored is None:
        stored = pa.Table.from_pandas(_found(path, table), _STORIES, preserve_index=False)
        keep_derived(file, stored)
    stories: pd.DataFrame = stored.select(["article_id", "story_id"]).to_pandas().astype("str")
    return stories


def update_stories(path: Path) -> None:
    """Find the stories of the newest version, so that no reader has to."""
    with readable(path):
        table = load(path)
        stories_of(path, table, version_of(table))


def _found(path: Path, table: DeltaTable) -> pd.DataFrame:
    with closing(open_files(files_of(table, path))) as connection:
        articles = connection.sql(
            "select article_id, published, (hash(text, published) >> 1)::bigint as fingerprint "
            "from stored order by article_id"
        ).df()
        before = _latest(path)
        is_new = _to_compare(articles, before)
        labels = _labels(articles, before, is_new)
        if is_new.any():
            texts = _Texts(connection, articles["article_id"])
            bands = _bands(path, articles, texts)
            days = _days(articles["published"])
            for pairs in candidates(bands, days, is_new):
                _join(labels, pairs, texts)
    articles = articles.assign(label=labels).sort_values(["published", "article_id"], na_position="last")
    articles["story_id"] = articles.groupby("label")["article_id"].transform("first")
    result: pd.DataFrame = articles[[*_COLUMNS]].astype(_COLUMNS).reset_index(drop=True)
    return result


def _to_compare(articles: pd.DataFrame, before: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Articles that are new or changed, and the former company of those that went or changed."""
    known = before.set_index("article_id")["fingerprint"]
    now = articles.set_index("article_id")["fingerprint"]
    is_new = (known.reindex(now.index) != now).to_numpy()
    gone = (now.reindex(known.index) != known).to_numpy()
    broken = before["story_id"][gone].unique()
    company = before["article_id"][before["story_id"].isin(broken)]
    result: npt.NDArray[np.bool_] = is_new | articles["article_id"].isin(company).to_numpy()
    return result


def _labels(
    articles: pd.DataFrame, before: pd.DataFrame, is_new: npt.NDArray[np.bool_]
) -> npt.NDArray[np.intp]:
    """A number for each article, the same for those whose story stands already."""
    labels = np.arange(len(articles), dtype=np.intp)
    stories = articles["article_id"].map(before.set_index("article_id")["story_id"])
    old = ~is_new
    codes, _ = pd.factorize(stories[old])
    first = np.full(codes.max(initial=-1) + 1, len(articles), dtype=np.intp)
    np.minimum.at(first, codes, labels[old])
    labels[old] = first[codes]
    return labels


def _join(labels: npt.NDArray[np.intp], pairs: npt.NDArray[np.intp], texts: _Texts) -> None:
    """Give both stories of each pair of copies one label; what is one story already is not compared."""
    pairs = pairs[labels[pairs[:, 0]] != labels[pairs[:, 1]]]
    for first in range(0, len(pairs), _AT_ONCE):
        block = pairs[first : first + _AT_ONCE]
        block = block[labels[block[:, 0]] != labels[block[:, 1]]]
        texts.fetch(np.unique(block))
        for one, other in block.tolist():
            low, high = sorted((labels[one], labels[other]))
            if low != high and texts.are_copies(one, other):
                labels[labels == high] = low


class _Texts:
    """The sequences of the texts that are asked for; many are held, none is read twice in a row."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, ids: pd.Series) -> None:
        self._connection = connection
        self._ids = ids.tolist()
        self._held: dict[int, Hashes] = {}
        self._refused: set[tuple[int, int]] = set()

    def fetch(self, places: Iterable[int]) -> None:
        wanted = {self._ids[place]: place for place in places if place not in self._held}
        if len(self._held) + len(wanted) > _CACHED:
            self._held.clear()
            wanted = {self._ids[place]: place for place in places}
        names = list(wanted)
        for first in range(0, len(names), _AT_ONCE):
            rows = self._connection.execute(
                "select article_id, text from stored where article_id in (select unnest($ids))",
                {"ids": names[first : first + _AT_ONCE]},
            ).fetchall()
            for name, text in rows:
                self._held[wanted[name]] = sequences(text)

    def sequences(self, places: Sequence[int]) -> list[Hashes]:
        self.fetch(places)
        return [self._held[place] for place in places]

    def are_copies(self, one: int, other: int) -> bool:
        pair = (min(one, other), max(one, other))
        if pair in self._refused:
            return False
        if are_copies(self._held[one], self._held[other]):
            return True
        self._refused.add(pair)
        return False


def _bands(path: Path, articles: pd.DataFrame, texts: _Texts) -> Bands:
    """The signatures of all articles; those that nobody has made yet are made and kept.

    A kept one holds for one text and date (its fingerprint): when an article changes, it is passed
    over. Rows that two processes have both written are harmless.
    """
    bands, known = _stored_bands(path, articles)
    missing = np.flatnonzero(~known)
    for first in range(0, len(missing), _AT_ONCE):
        places = missing[first : first + _AT_ONCE]
        bands[places] = signatures(texts.sequences(places.tolist()))
    if len(missing):
        keys = articles.iloc[missing][["article_id", "fingerprint"]]
        rows = keys.assign(recipe=RECIPE, bands=[row.astype("<u8").tobytes() for row in bands[missing]])
        with suppress(CorpusError):  # a folder that cannot be written keeps none
            append_rows(path, "signatures", pa.Table.from_pandas(rows, _SIGNATURES, preserve_index=False))
    return bands


def _stored_bands(path: Path, articles: pd.DataFrame) -> tuple[Bands, npt.NDArray[np.bool_]]:
    """The signatures of articles, zeros where there is none, and for which of them there is one."""
    bands = np.zeros((len(articles), BANDS), dtype=np.uint64)
    table = appended(path, "signatures")
    if table is None:
        return bands, np.zeros(len(articles), dtype=bool)
    table = table.filter(pc.equal(table["recipe"], RECIPE))
    stored = table.select(["article_id", "fingerprint"]).to_pandas().assign(row=range(table.num_rows))
    stored = stored.drop_duplicates(["article_id", "fingerprint"])
    rows = articles[["article_id", "fingerprint"]].merge(stored, how="left")["row"].to_numpy()
    known = ~np.isnan(rows)
    found = table["bands"].take(pa.array(rows[known].astype(np.int64))).to_pylist()
    if found:
        bands[known] = np.frombuffer(b"".join(found), dtype="<u8").reshape(-1, BANDS)
    return bands, known


def _days(published: pd.Series) -> npt.NDArray[np.float64]:
    days = pd.to_datetime(published).to_numpy(dtype="datetime64[D]")
    result = days.astype(np.float64)
    result[np.isnat(days)] = np.nan
    return result


def _folder(path: Path) -> Path:
    return path / "stories"


def _latest(path: Path) -> pd.DataFrame:
    """The stories of the newest version that they are known of."""
    files = sorted(_folder(path).glob(f"*-{RECIPE}.parquet"), reverse=True)
    known = (stored for file in files if (stored := derived_table(file, _STORIES)) is not None)
    latest: pd.DataFrame = next(known, _STORIES.empty_table()).to_pandas().astype(_COLUMNS)
    return latest
