"""The page “Compare”."""
