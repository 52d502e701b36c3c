"""Rules that relation records share: which pages they take, and which days."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.languages import SOURCE


def right_order() -> Q:
    return Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))


def clean_days(record: Any, sentence: Any) -> None:
    if record.starts_on and record.ends_on and record.ends_on < record.starts_on:
        raise ValidationError({"ends_on": sentence})


def clean_sources(record: Any, *names: str) -> None:
    """A record stands for all languages, so it refers to source-language pages, never to aliases.

    Raises ValidationError on the field that refers to another one.
    """
    for name in names:
        page = getattr(record, name) if getattr(record, f"{name}_id") else None
        if page is not None and (page.alias_of_id or page.locale.language_code != SOURCE):
            raise ValidationError(
                {name: _("Choose the Hungarian page: it stands for all languages.")}
            )


def overlaps(record: Any, same: Q) -> bool:
    """Whether another record that is the `same` has a day in common with this one."""
    others = type(record).objects.filter(same).exclude(pk=record.pk)
    if record.starts_on:
        others = others.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=record.starts_on))
    if record.ends_on:
        others = others.filter(Q(starts_on__isnull=True) | Q(starts_on__lte=record.ends_on))
    return bool(others.exists())
