"""What do the quotations of a selection add up to? Tables in, tables out.

Every function takes frames as `analysis.store.Corpus` gives them and returns
a frame; none reads files, draws, or changes what it was given. They count the
whole base of a selection: an argument ``speakers`` chooses the rows that come
back, never what shares are parts of.

The files bear the names of the questions, and `analysis.charts` has a file of
the same name for each.
"""
