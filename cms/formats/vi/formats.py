"""Vietnamese: no capital within a sentence, no zero before the day."""

DATE_FORMAT = r"j \t\há\n\g n \nă\m Y"
DATETIME_FORMAT = r"H:i, j \t\há\n\g n \nă\m Y"
NUMBER_GROUPING = 3
MONTH_DAY_FORMAT = r"j \t\há\n\g n"
YEAR_MONTH_FORMAT = r"\t\há\n\g n \nă\m Y"
DATE_PARTS = (("day", "j"), ("month", r"\t\há\n\g n"), ("year", "Y"))
