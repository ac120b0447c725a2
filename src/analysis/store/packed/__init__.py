"""The columns that pages need of a whole corpus, packed in memory."""
