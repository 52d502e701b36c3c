"""Readers report errors in translations, and the language's team mends them."""
