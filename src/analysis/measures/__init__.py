"""What the quotations of a selection add up to: tables in, results out.

Every function takes frames as `analysis.store.Corpus` gives them and returns a
frame, or one with its facts (`analysis.measures.results`); none reads files,
draws, or changes what it was given. They count the whole base of a selection:
an argument ``speakers`` chooses the rows that come back, never what shares are
parts of.

`analysis.charts` draws each in a file of the same name.
"""
