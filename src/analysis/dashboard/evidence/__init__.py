"""The sentences behind a number, and the charts and figures that open them."""
