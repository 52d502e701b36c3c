"""Filters in every template: Django's `date` and `time` in the digits of the reader's language."""

from datetime import date
from typing import Any

from django import template
from django.template import defaultfilters
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cms.core.figures import DatePart, Figure, date_parts, in_digits, is_for_readers, said_date

register = template.Library()


@register.filter(name="date", expects_localtime=True, is_safe=False)
def date_in_digits(value: Any, style: Any = None) -> Any:
    text = defaultfilters.date(value, style)
    return in_digits(text) if is_for_readers(style) else text


@register.filter(name="time", expects_localtime=True, is_safe=False)
def time_in_digits(value: Any, style: Any = None) -> Any:
    text = defaultfilters.time(value, style)
    return in_digits(text) if is_for_readers(style) else text


@register.filter
def figure(number: int) -> Figure:
    """A whole number, grouped and in the digits of the active language."""
    return Figure(number)


@register.filter(is_safe=True)
def digits(text: Any) -> str:
    """A text of ours with numbers in it (a year, a file's size) in the digits of the language."""
    return in_digits(str(text))


@register.filter(name="date_parts", expects_localtime=True)
def parts_of_date(value: Any) -> list[DatePart]:
    """Day, month and year in the order of the active language."""
    return date_parts(value)


@register.filter
def day_element(day: date) -> SafeString:
    """A day as HTML's `time`, for within a message."""
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), said_date(day))
