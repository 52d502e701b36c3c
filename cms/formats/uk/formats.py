"""Ukrainian: no zero before the day, as in running text."""

DATE_FORMAT = "j E Y р."
DATETIME_FORMAT = "j E Y р., H:i"
MONTH_DAY_FORMAT = "j E"
#: As CLDR abbreviates them beside a day.
SHORT_MONTHS = (
    "січ.", "лют.", "бер.", "квіт.", "трав.", "черв.",
    "лип.", "серп.", "вер.", "жовт.", "лист.", "груд.",
)  # fmt: skip
