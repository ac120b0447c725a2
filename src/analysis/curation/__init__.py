"""Judge and correct what the engines found: review, samples, effects of a correction."""
