"""Numbers, names, dates and selections in words."""
