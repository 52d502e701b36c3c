"""Simplified Chinese: numbers in groups of three."""

NUMBER_GROUPING = 3
