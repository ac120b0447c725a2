"""A corpus version with a selection: what every measure is asked of.

The command line, reports and the pages of the dashboard read through a `View`,
so the same selection gives the same numbers everywhere. Where the words of an
article are shown, `analyses` gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

import pandas as pd

from analysis.charts.palette import color_slots
from analysis.measures.totals import Totals, summary
from analysis.model import ACTS, Analysis, Quotation, Selection
from analysis.store import Corpus
from analysis.store.packed.articles import Rows
from analysis.store.packed.columns import MEASURED
from analysis.wording.selections import selection_in_words

T = TypeVar("T")

_ALL = Selection(acts=ACTS, distinct_stories=False)


class Remember(Protocol):
    """Does a piece of work once for each key and hands out what it gave; may forget.

    ``is_large`` says that the result is as large as the corpus, so that few are kept.
    """

    def __call__(self, key: Hashable, work: Callable[[], T], /, *, is_large: bool = False) -> T: ...


def memo() -> Remember:
    """Remember everything for as long as the process lives."""
    known: dict[Hashable, Any] = {}

    def remember(key: Hashable, work: Callable[[], T], /, *, is_large: bool = False) -> T:
        if key not in known:
            known[key] = work()
        found: T = known[key]
        return found

    return remember


class View:
    """A corpus version with a selection of its articles and quotations.

    Shares are parts of the base, which is the selection without its speakers
    and kinds: ``statements`` and ``articles``. The speakers chosen are rows to
    show; ``quotations``, ``keywords`` and ``quoted_terms`` are theirs alone.

    Args:
        corpus: The corpus at the version to be read.
        selection: What is chosen of it.
        remember: Where results are kept. Its keys hold the selection, not the corpus: each corpus
            version (and version of its corrections) needs a memory of its own.
        is_packed: Whether to read the whole corpus once and choose in memory, which is fast for
            many selections and slow for one. Texts and ids are categories then.
        is_sample: Whether everything in the corpus is made up.
    """

    def __init__(
        self,
        corpus: Corpus,
        selection: Selection,
        *,
        remember: Remember | None = None,
        is_packed: bool = False,
        is_sample: bool = False,
    ) -> None:
        self.corpus = corpus
        self.selection = selection
        self.is_sample = is_sample
        self._is_packed = is_packed
        self._remember = memo() if remember is None else remember

    def of(self, selection: Selection) -> View:
        """Another selection of the same corpus."""
        return View(
            self.corpus,
            selection,
            remember=self._remember,
            is_packed=self._is_packed,
            is_sample=self.is_sample,
        )

    @property
    def base(self) -> View:
        """What shares are parts of: the same without the speakers and kinds chosen."""
        return self.of(self.selection.base()) if self.selection.names_speakers else self

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What ``work`` gives, done once for this corpus version, this selection and ``key``.

        ``key`` begins with a name and holds all else that the work depends on.
        """
        return self._known(key, work)

    @property
    def statements(self) -> pd.DataFrame:
        """The statements of the base, with the columns that measures need and without their text."""
        return self.base.quotations

    @property
    def articles(self) -> pd.DataFrame:
        """The articles of the base, as `Corpus.articles` gives them."""
        return self.base.quoting_articles

    @property
    def quotations(self) -> pd.DataFrame:
        """The quotations of the selection, with the columns that measures need."""

        def read() -> pd.DataFrame:
            if self._is_packed:
                return self.corpus.packed.quotations(self.selection, self.base._rows)
            return self.corpus.quotations(self.selection, columns=MEASURED)

        return self._known("quotations", read, is_large=True)

    @property
    def quoting_articles(self) -> pd.DataFrame:
        """The articles of the selection: where it names speakers, only those that quote them."""

        def read() -> pd.DataFrame:
            if self._is_packed:
                return self.corpus.packed.articles(self.selection, self.base._rows)
            return self.corpus.articles(self.selection)

        return self._known("articles", read, is_large=True)

    @property
    def keywords(self) -> pd.DataFrame:
        """The terms of the selection's articles, or of the words of the speakers chosen.

        ``article_id``, ``term``, ``count`` and ``is_name``, perhaps more; a term may have several
        rows in an article.
        """
        if not self._is_packed:
            return self._known("keywords", lambda: self.corpus.keywords(self.selection), is_large=True)
        if self.selection.names_speakers:
            return self.quoted_terms.assign(is_name=False)
        return self.corpus.packed.keywords(self._rows)

    @property
    def quoted_terms(self) -> pd.DataFrame:
        """The terms in the quotations of the selection: ``article_id``, ``speaker``, ``term``, ``count``."""
        if self._is_packed:
            return self.corpus.packed.quoted(self.selection, self.base._rows)
        return self._known("quoted terms", lambda: self.corpus.quoted_terms(self.selection), is_large=True)

    @property
    def totals(self) -> Totals:
        """How much there is of everything in the base."""
        return self.base.once("totals", lambda: summary(self.statements, self.articles))

    @property
    def chosen_speakers(self) -> list[str] | None:
        """Who is to be shown: the speakers chosen, or all of the kinds chosen; None for everybody."""
        return self.once("chosen speakers", self._chosen) if self.selection.names_speakers else None

    @property
    def speakers(self) -> pd.DataFrame:
        """Everybody who speaks anywhere in the corpus, as `Corpus.speakers` gives them."""
        return self._whole.once("speakers", self.corpus.speakers)

    @property
    def colors(self) -> dict[str, int]:
        """Speaker → place in the order of colors, the same in every selection."""
        return self._whole.once("colors", lambda: color_slots(self.speakers))

    @property
    def kinds(self) -> dict[str, str]:
        """Speaker → kind, of everybody in the corpus."""
        known = self.speakers
        return self._whole.once("kinds", lambda: dict(zip(known["speaker"], known["kind"], strict=True)))

    @property
    def words(self) -> str:
        """The line that says what is selected."""
        return selection_in_words(self.selection, self.corpus.date_range(), self.is_sample)

    def evidence_in(self, article_ids: Sequence[str]) -> pd.DataFrame:
        """All columns of the selection's quotations in some articles, with their text."""
        ids = tuple(article_ids)
        return self._known(("evidence", ids), lambda: self.corpus.quotations(self.selection, article_ids=ids))

    def analysis(self, article_id: str) -> Analysis:
        """One article with everything known of it.

        Raises:
            CorpusError: no article has this id.
        """
        return self.analyses([article_id]).get(article_id) or self.corpus.analysis(article_id)

    def analyses(self, article_ids: Collection[str]) -> dict[str, Analysis]:
        """Some articles by id with everything known of them, speakers named as across articles."""
        ids = tuple(sorted(set(article_ids)))
        return self._whole.once(("analyses", ids), lambda: analyses_with_names(self.corpus, ids))

    def _chosen(self) -> list[str]:
        rows = self.statements
        kept = pd.Series(True, index=rows.index)
        if self.selection.kinds:
            kept &= rows["kind"].isin(self.selection.kinds)
        if self.selection.speakers:
            kept &= rows["speaker"].isin(self.selection.speakers)
        # Whoever is asked for by name stands there also with nothing said.
        asked = () if self.selection.kinds else self.selection.speakers
        return list(dict.fromkeys([*asked, *rows.loc[kept, "speaker"].dropna()]))

    @property
    def _whole(self) -> View:
        return self.of(Selection())

    @property
    def _rows(self) -> Rows:
        """The articles of the selection, as packed tables want them."""
        return self._known("rows", lambda: self.corpus.packed.rows_of(self.selection))

    def _known(self, key: Hashable, work: Callable[[], T], *, is_large: bool = False) -> T:
        found = self._remember((self.selection, key), work, is_large=is_large)
        # A lazy copy, so that nobody writes into what others get.
        return found.copy(deep=False) if isinstance(found, pd.DataFrame) else found


def analyses_with_names(corpus: Corpus, article_ids: Collection[str]) -> dict[str, Analysis]:
    """Articles by id, each speaker under the name used across articles.

    An analysis knows the names of its article, while colors and filters go by one name for all
    articles. Unnamed sources keep the words of their article, which tell more than “unnamed
    sources”. Ids that nobody knows are left out.
    """
    if not article_ids:
        return {}
    rows = corpus.quotations(
        _ALL, columns=("article_id", "quotation_id", "speaker", "kind"), article_ids=list(article_ids)
    )
    named = rows[rows["kind"] != "unnamed"].dropna(subset=["speaker"])
    keys = zip(named["article_id"], named["quotation_id"], strict=True)
    names = dict(zip(keys, named["speaker"], strict=True))

    def called(article_id: str, quotation: Quotation) -> Quotation:
        name = names.get((article_id, quotation.quotation_id))
        return replace(quotation, speaker=name) if name and quotation.kind else quotation

    return {
        article_id: replace(
            analysis, quotations=tuple(called(article_id, quotation) for quotation in analysis.quotations)
        )
        for article_id, analysis in corpus.analyses(article_ids).items()
    }
