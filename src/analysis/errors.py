"""What can go wrong that a user can mend.

Every message says place, problem, remedy. A wrong argument from a programmer
stays a `ValueError`.
"""


class AnalysisError(Exception):
    """Something that the user can mend; the message says where, what and how."""


class UnreadableInput(AnalysisError):
    """A file, or one place in it, does not hold what it should."""


class CorpusError(AnalysisError):
    """A corpus folder is missing, damaged, or made by another engine."""


class MissingColumns(AnalysisError):
    """A table lacks a column that a measure needs."""


class ExportUnavailable(AnalysisError):
    """An image or file cannot be made here, for want of a browser or a package."""
