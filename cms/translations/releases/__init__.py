"""Releases: a source page and its translations go live together."""
