"""The reference of a recommendation: unique, and never another once it was public.

It is a fact and stands in the row of every language, so that no constraint can hold it. It is
asked in `clean()` for a sentence in the form, and again at the save, where writers wait for one
another: PostgreSQL on the row of the source language, SQLite by its IMMEDIATE transactions.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from cms.languages import SOURCE

is_reference = RegexValidator(
    r"\A[A-Z]{2,6}-\d{4}/\d{2,4}\Z",
    gettext_lazy("Write it as MK-2013/04: capital letters, year, slash, number."),
)


def reference_refusal(page: Any) -> str:
    """Why a source-language page cannot have its reference, as a sentence; empty where it can."""
    rows = type(page)._base_manager.filter(
        locale__language_code=SOURCE, alias_of__isnull=True
    )  # fmt: skip
    known = rows.filter(pk=page.pk).values("reference", "first_published_at").first()
    if known and known["first_published_at"] and known["reference"] != page.reference:
        return _("This document was published as %(reference)s: its reference never changes.") % {
            "reference": known["reference"]
        }
    if not page.reference:
        return ""
    other = rows.filter(reference=page.reference).exclude(pk=page.pk).first()
    if other is None:
        return ""
    return _("%(reference)s is taken by “%(title)s”.") % {
        "reference": page.reference, "title": other.title,
    }  # fmt: skip


def reference_hold(page: Any) -> None:
    """Refuse the save of a reference that is taken or was another one. Inside a transaction.

    Raises ValidationError. The lock leaves foreign keys to the locale's row alone.
    """
    Locale.objects.select_for_update(no_key=True).get(language_code=SOURCE)
    if sentence := reference_refusal(page):
        raise ValidationError({"reference": sentence})


def twice_numbered(numbers: Iterable[str]) -> str:
    """A sentence where two items of a document have the same number."""
    twice = [number for number, times in Counter(numbers).items() if number and times > 1]
    if not twice:
        return ""
    return _("Two items have the number %(number)s: each needs its own.") % {"number": twice[0]}
