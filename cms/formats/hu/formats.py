"""Hungarian: the largest part of a date first."""

DATE_PARTS = (("year", "Y."), ("month", "N"), ("day", "j."))
