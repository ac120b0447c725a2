"""The page “Articles” and one article."""
