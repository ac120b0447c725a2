"""The page “Review”."""
