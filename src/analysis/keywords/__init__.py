"""Words and phrases of a text, and how often they stand there.

`terms_of` names every occurrence with its place; `keywords_of` counts an
article. What one selection says more than another is found in
`analysis.measures`.
"""

from analysis.keywords.counts import keywords_of
from analysis.keywords.terms import Term, terms_of

__all__ = ["Term", "keywords_of", "terms_of"]
