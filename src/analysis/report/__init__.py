"""What leaves newsvoices as a file: the cells of tables."""
