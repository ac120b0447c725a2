"""Which signatures of articles are known already?

An append-only Delta table, one row a signature. A row holds for one text and
date (its fingerprint): when an article changes, its old row is passed over.
Rows that two processes have both written are harmless.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from analysis.store.appending import read_table
from analysis.store.stories.copies import BANDS, Bands

_SCHEMA = pa.schema(
    [
        ("article_id", pa.string()),
        ("fingerprint", pa.int64()),
        ("recipe", pa.string()),
        ("bands", pa.binary()),
    ]
)


def stored_signatures(path: Path, articles: pd.DataFrame, recipe: str) -> tuple[Bands, npt.NDArray[np.bool_]]:
    """The signatures of these articles, and for which of them there is one.

    Args:
        path: The folder of the corpus.
        articles: With ``article_id`` and ``fingerprint``.
        recipe: What the signatures must have been made by.

    Returns:
        One row an article, zeros where there is none.
    """
    bands = np.zeros((len(articles), BANDS), dtype=np.uint64)
    known = np.zeros(len(articles), dtype=bool)
    folder = _folder(path)
    if not DeltaTable.is_deltatable(str(folder)):
        return bands, known
    table = read_table(DeltaTable(str(folder)), folder)
    table = table.filter(pc.equal(table["recipe"], recipe))
    stored = table.select(["article_id", "fingerprint"]).to_pandas().assign(row=range(table.num_rows))
    stored = stored.drop_duplicates(["article_id", "fingerprint"])
    rows = articles[["article_id", "fingerprint"]].merge(stored, how="left")["row"].to_numpy()
    known = ~np.isnan(rows)
    found = table["bands"].take(pa.array(rows[known].astype(np.int64))).to_pylist()
    if found:
        bands[known] = np.frombuffer(b"".join(found), dtype="<u8").reshape(-1, BANDS)
    return bands, known


def append_signatures(path: Path, articles: pd.DataFrame, bands: Bands, recipe: str) -> None:
    """Keep signatures for the next time; a folder that cannot be written keeps none."""
    if not len(articles):
        return
    rows = pa.table(
        {
            "article_id": articles["article_id"].tolist(),
            "fingerprint": articles["fingerprint"].tolist(),
            "recipe": [recipe] * len(articles),
            "bands": [row.astype("<u8").tobytes() for row in bands],
        },
        schema=_SCHEMA,
    )
    try:
        write_deltalake(str(_folder(path)), rows, mode="append")
    except (DeltaError, OSError):
        return


def _folder(path: Path) -> Path:
    return (path / "signatures").resolve()
