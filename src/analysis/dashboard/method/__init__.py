"""The page “Method”."""
