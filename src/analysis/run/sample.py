"""Make the sample corpus, for somebody who has no articles yet.

The sample articles are analyzed once into the user's cache folder. The name
of the folder is made of all that the result depends on: the articles and this
package's own code and word lists, so an old result is never shown as new.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from functools import cache
from itertools import chain
from pathlib import Path

from platformdirs import user_cache_dir

from analysis.errors import CorpusError
from analysis.fingerprints import fingerprint
from analysis.model import content_hash
from analysis.readers import read
from analysis.resources import shipped
from analysis.run.adding import run
from analysis.store import corpus_exists

_BUILDING = threading.Lock()


def sample_corpus() -> Path:
    """The folder of the analyzed sample corpus, made at the first call.

    Raises:
        CorpusError: the sample articles are not installed, or the cache folder cannot be written.
    """
    source = _sample_articles()
    folder = _cache_folder() / f"sample-{_fingerprint(source)}"
    with _BUILDING:
        if not corpus_exists(folder):
            _build(source, folder)
    return folder


def is_sample(path: str | os.PathLike[str]) -> bool:
    """Whether this folder is the sample corpus: fictional, and not to be added to."""
    folder = Path(path).resolve()
    return folder.parent == _cache_folder().resolve() and folder.name.startswith("sample-")


def _build(source: Path, folder: Path) -> None:
    """Build beside the final place and move, so that nobody ever sees half a corpus."""
    workshop = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix="building-", dir=folder.parent))
        # An empty result must not be kept: it would be shown as the sample from then on.
        # The fast engine, so that a first look at newsvoices takes seconds.
        if not run(read(source), workshop / "corpus", engine="rules").added:
            raise CorpusError(f"{source}: none of the sample articles could be read; restore the folder")
        (workshop / "corpus").replace(folder)
    except OSError as error:
        if not corpus_exists(folder):  # else another process has just built the same
            raise CorpusError(
                f"{folder.parent}: the sample corpus cannot be written here ({error.strerror}); "
                "set XDG_CACHE_HOME to a folder that can, or choose your own corpus with --corpus"
            ) from error
    finally:
        if workshop:
            shutil.rmtree(workshop, ignore_errors=True)


def _sample_articles() -> Path:
    folder = shipped("data", "sample").resolve()
    if not any(folder.glob("*.txt")):
        raise CorpusError(
            f"{folder}: the sample articles are missing; install newsvoices anew, "
            "or add your own with `newsvoices add PATH`"
        )
    return folder


def _cache_folder() -> Path:
    return Path(user_cache_dir("newsvoices", appauthor=False))


@cache
def _fingerprint(source: Path) -> str:
    articles = ((path.name, path.read_text("utf-8")) for path in sorted(source.glob("*.txt")))
    return content_hash(fingerprint(), *chain.from_iterable(articles))
