"""The sentences behind a mark."""
