"""The page “Check a sample”."""
