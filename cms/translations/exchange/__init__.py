"""Translations leave as files for the tools of translators, and come back: XLIFF 2.0 and PO."""
