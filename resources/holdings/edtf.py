"""Dates that may be known to the year only: a part of EDTF (ISO 8601-2:2019, level 0 and 1).

Taken are `2013`, `2013-05`, `2013-05-02`, each with `~` behind it where it is approximate.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.figures import said_date

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


@dataclass(frozen=True)
class Edtf:
    """`first` is the first day that the date may mean; `parts` 1 to 3: year, month, day."""

    first: date
    parts: int
    is_approximate: bool

    def __str__(self) -> str:
        """In the active language, no more exact than it is known."""
        formats = {1: "Y", 2: "YEAR_MONTH_FORMAT", 3: "DATE_FORMAT"}
        text = said_date(self.first, formats[self.parts])
        return _("about %(date)s") % {"date": text} if self.is_approximate else text

    @property
    def iso(self) -> str:
        """The ISO 8601 date of the same exactness, for machines."""
        return self.first.isoformat()[: (4, 7, 10)[self.parts - 1]]


def edtf_of(text: str) -> Edtf:
    """Raises ValueError where `text` is no such date."""
    match = PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day, mark = match.groups()
    parts = 1 + bool(month) + bool(day)
    return Edtf(date(int(year), int(month or 1), int(day or 1)), parts, bool(mark))


def check_edtf(text: str) -> None:
    try:
        edtf_of(text)
    except ValueError as error:
        raise ValidationError(
            gettext_lazy("Write the date as 2013, 2013-05 or 2013-05-02; 2013~ means about 2013."),
            code="edtf",
        ) from error


def shown_edtf(text: str) -> Edtf | None:
    """The date for a page; None where there is none, or an old row holds what is no date."""
    try:
        return edtf_of(text)
    except ValueError:
        return None


def edtf_field(label: Any, **options: Any) -> models.CharField[Any, Any]:
    return models.CharField(label, max_length=12, blank=True, validators=[check_edtf], **options)
