"""Write files whole or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a place beside ``path`` to write to; it takes the name when all is written.

    Raises:
        OSError: the folder is missing or may not be written, or the disk is full.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name[:200]}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
