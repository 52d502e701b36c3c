"""Russian: a day and a month stand in the genitive."""

MONTH_DAY_FORMAT = "j E"
