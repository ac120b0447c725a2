"""What can be shown of a corpus: each measure with its table and chart."""
