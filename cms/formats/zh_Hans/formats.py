"""Simplified Chinese: numbers in groups of three, no zero before month and day."""

NUMBER_GROUPING = 3
MONTH_DAY_FORMAT = "n月j日"
DATE_PARTS = (("year", "Y年"), ("month", "n月"), ("day", "j日"))
