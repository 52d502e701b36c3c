"""Russian: a day and a month stand in the genitive."""

MONTH_DAY_FORMAT = "j E"
#: As CLDR abbreviates them beside a day.
SHORT_MONTHS = (
    "янв.", "февр.", "мар.", "апр.", "мая", "июн.",
    "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.",
)  # fmt: skip
