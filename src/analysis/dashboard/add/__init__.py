"""The page “Add articles”."""
