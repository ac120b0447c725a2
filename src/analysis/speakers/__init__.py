"""Who a source is: names, pronouns, descriptions."""

from analysis.speakers.resolving import Credit, Resolution, resolve

__all__ = ["Credit", "Resolution", "resolve"]
