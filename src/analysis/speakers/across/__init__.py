"""Who the names of different articles stand for."""

from analysis.speakers.across.resolver import LAST_DAY, Days, SpeakerName, names_across
from analysis.speakers.across.voices import NO_DAY, NameSeen

__all__ = ["LAST_DAY", "NO_DAY", "Days", "NameSeen", "SpeakerName", "names_across"]
