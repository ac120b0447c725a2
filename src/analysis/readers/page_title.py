"""What is the headline of a page, when heading, metadata and browser title differ?

They vote. What stands on the page as its one heading weighs most, because it
is what a reader sees. The browser's title, often made for search engines, and
the one for short messages only break ties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_HEADING, _LINKED, _SHARED, _MESSAGE, _BROWSER = 1.1, 1.0, 1.0, 0.05, 0.05
_SEPARATOR = re.compile(r"\s+[|–—·•*«»:~/-]+\s+|\s*\|\s*")
_LONGEST = 400


def page_title(
    *,
    headings: Sequence[str],
    linked: str | None,
    shared: str | None,
    message: str | None,
    browser: str | None,
    site_names: Iterable[str],
) -> str | None:
    """Choose among the candidates, all without the site's name behind them.

    Args:
        headings: The level-one headings of the page.
        linked: The headline in JSON-LD.
        shared: ``og:title``.
        message: ``twitter:title``.
        browser: The ``<title>``.
        site_names: What the site calls itself.
    """
    weighed: list[tuple[str | None, float]] = [(text, _HEADING / len(headings)) for text in headings]
    weighed += [(linked, _LINKED), (shared, _SHARED), (message, _MESSAGE), (browser, _BROWSER)]
    candidates = [
        (" ".join(text.split()), weight) for text, weight in weighed if text and len(text) < _LONGEST
    ]
    whole = {folded(text) for text, _ in candidates}
    sites = {folded(name) for name in site_names}
    votes: dict[str, float] = {}
    shown: dict[str, str] = {}
    for text, weight in candidates:
        text = without_site(text, whole, sites)
        if folded(text) and folded(text) not in sites:
            votes[folded(text)] = votes.get(folded(text), 0) + weight
            shown.setdefault(folded(text), text)
    return shown[max(votes, key=lambda key: votes[key])] if votes else None


def without_site(title: str, others: Iterable[str] = (), sites: Iterable[str] = ()) -> str:
    """Cut what the site has put behind a title.

    A part is cut where another candidate ends there, or where it is the name
    of the site.

    >>> without_site("Ferry sinks | Varden Post", sites={"varden post"})
    'Ferry sinks'
    >>> without_site("Ferry sinks - an elegy", sites={"varden post"})
    'Ferry sinks - an elegy'
    """
    others, sites = set(others), set(sites)
    packed = {site.replace(" ", "") for site in sites}
    for match in _SEPARATOR.finditer(title):
        before, after = title[: match.start()], folded(title[match.end() :])
        if not folded(before):
            continue
        if folded(before) in others or after in sites or after.replace(" ", "") in packed:
            return before
    return title


def title_parts(title: str) -> list[str]:
    """What stands between the separators of a title, without surrounding space."""
    return [part.strip() for part in _SEPARATOR.split(title) if part.strip()]


def folded(text: str) -> str:
    """Letters and digits in lower case, the rest one space."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()
