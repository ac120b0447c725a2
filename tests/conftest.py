"""What holds for all tests: no test is judged by how fast the machine is."""

from hypothesis import settings

settings.register_profile("newsvoices", deadline=None)
settings.load_profile("newsvoices")
