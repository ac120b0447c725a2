"""What a page is made of whatever it shows: words, the look, intervals."""
