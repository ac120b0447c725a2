"""The parts that pages are made of: heads, charts, notes, saving."""
