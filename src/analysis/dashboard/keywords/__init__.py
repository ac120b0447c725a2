"""The page “Keywords”."""
