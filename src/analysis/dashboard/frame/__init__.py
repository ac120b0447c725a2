"""What stands around every page: the corpus, filters, the address, what is saved."""
