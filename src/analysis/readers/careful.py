"""What happens when a library breaks on a damaged file?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from analysis.readers.options import Reading

Item = TypeVar("Item")


def until_broken(items: Iterator[Item], place: str, reading: Reading) -> Iterator[Item]:
    """Pass items on until the library that makes them raises; then tell ``reading`` and end."""
    while True:
        try:
            item = next(items)
        except StopIteration:
            return
        except Exception as error:  # damaged files raise whatever the library met first
            reason = " ".join(str(error).split())[:120] or type(error).__name__
            reading.skip(place, f"damaged from here on ({reason}); save it anew")
            return
        yield item
