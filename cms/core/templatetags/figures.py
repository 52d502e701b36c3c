"""Filters in every template: Django's `date` and `time` in the digits of the reader's language."""

from typing import Any

from django import template
from django.template import defaultfilters

from cms.core.figures import Figure, in_digits, is_for_readers

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
