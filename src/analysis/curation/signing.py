"""Who corrects, where nobody says so?"""

from __future__ import annotations

import getpass
import os


def user_name() -> str:
    """The name of the user of this machine, or a number where the user has no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have a user without a name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"
