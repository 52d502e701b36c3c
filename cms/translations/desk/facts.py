"""A page's facts as its translators see them: to read, since they are the same in all languages."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.core.facts.kinds import required_kinds

PLAIN = (str, int, float, date)
#: Of Wagtail itself, and of no use to who translates.
NOT_TOLD = {"slug", "show_in_menus"}


class Fact(NamedTuple):
    label: str
    value: str


def facts_of(page: Any) -> list[Fact]:
    """Of the page's own row, without a query: what it refers to is named on the page itself."""
    kinds = required_kinds(type(page))
    found = []
    for name in kinds.facts:
        field = type(page)._meta.get_field(name)
        if name in kinds.many or name in NOT_TOLD or field.is_relation:
            continue
        value = getattr(page, name)
        if isinstance(value, PLAIN) and value not in ("", None):
            label = str(field.verbose_name)
            found.append(Fact(label[:1].upper() + label[1:], _shown(page, field, value)))
    return found


def _shown(page: Any, field: Any, value: Any) -> str:
    if field.choices:
        return str(getattr(page, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(value)
