"""What stands around every page: the corpus, filters, links and exports."""
