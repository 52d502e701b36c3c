"""Numbers, dates and hours in the digits of the active language (CLDR's numbering systems).

Django knows a language's separators and order, but writes 0–9 everywhere. What a reader types,
dials or shows at an office (telephone, address, reference) is no figure and stays as it is.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils.formats import date_format, get_format, number_format, time_format
from django.utils.translation import get_language

from cms.languages import BY_CODE, DIGITS

#: From how many digits on a number is grouped; Hungarian keeps four together (AkH. 12, 289).
GROUPED_FROM = {"hu": 5}


class Figure(int):
    """A whole number that is written as the active language does, also by `%(count)s`."""

    def __str__(self) -> str:
        language = get_language() or ""
        grouped = len(f"{abs(self):d}") >= GROUPED_FROM.get(language, 4)
        return in_digits(number_format(int(self), force_grouping=grouped))


def in_digits(text: str) -> str:
    """`text` with each of 0–9 as the active language writes it."""
    language = BY_CODE.get(get_language() or "")
    if language is None or language.digits == DIGITS:
        return text
    return text.translate(str.maketrans(DIGITS, language.digits))


def said_date(value: date | datetime | None, style: str = "DATE_FORMAT") -> str:
    """A day (or moment) by a named format; nothing where there is none."""
    return in_digits(date_format(value, style)) if value else ""


def said_time(value: time | datetime, style: str = "TIME_FORMAT") -> str:
    """An hour by a named format."""
    return in_digits(time_format(value, style))


@dataclass(frozen=True)
class DatePart:
    """`kind` is year, month or day."""

    kind: str
    text: str


#: What a language gets that has no `DATE_PARTS` in cms/formats: kind of part and its format.
DAY_FIRST = (("day", "j"), ("month", "M"), ("year", "Y"))


def date_parts(value: date | datetime) -> list[DatePart]:
    """Day, month (as short as the language writes it) and year in its order: CLDR's yMMMd."""
    # a name that no module of formats knows comes back as it is
    kinds: Any = get_format("DATE_PARTS")
    months: Any = get_format("SHORT_MONTHS")
    parts = []
    for kind, style in DAY_FIRST if kinds == "DATE_PARTS" else kinds:
        is_ours = kind == "month" and months != "SHORT_MONTHS"
        text = months[value.month - 1] if is_ours else date_format(value, style)
        parts.append(DatePart(kind, in_digits(text)))
    return parts


def is_for_readers(style: Any) -> bool:
    """Whether a format of dates is for people: a named one or one part, not ISO 8601."""
    return not style or str(style).endswith("_FORMAT") or str(style) in set("djNFMYlDHiGP")
