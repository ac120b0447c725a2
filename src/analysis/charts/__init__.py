"""Draw what was measured: a result goes in, a Plotly figure comes out.

Each file draws what the file of the same name in `analysis.measures` counts.
Nothing here computes beyond layout, and no figure knows its width: margins and
rows are in pixels, so that number columns never meet names, on a phone either.

Every figure carries in ``layout.meta`` an ``alt`` sentence with its first
finding and, where there is one, a ``note`` for below it; every mark carries in
``customdata`` first the raw name that it stands for (None: nobody to choose).
"""
