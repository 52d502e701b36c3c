"""The localisation workflow, on the data of wagtail-localize."""
