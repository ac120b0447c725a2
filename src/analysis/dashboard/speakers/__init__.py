"""The page “Speakers” and the profile of one speaker."""
