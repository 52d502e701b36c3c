"""Simplified Chinese: numbers in groups of three, no zero before month and day."""

NUMBER_GROUPING = 3
MONTH_DAY_FORMAT = "n月j日"
