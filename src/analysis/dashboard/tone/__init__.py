"""The page “Tone”."""
