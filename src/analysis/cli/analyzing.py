"""What does newsvoices find in an article, printed and not stored?"""

from __future__ import annotations

_KEYWORDS = 10
_NOBODY = "(unattributed)"
