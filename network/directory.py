"""The directories of organisations and people: their order, filters, pictures of their cards."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core.collation import in_order_of
from cms.core.listing import Facet
from cms.core.pictures import pictures_prefetch
from cms.core.prepared import Prepared, among

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def community_codes() -> list[tuple[str, Any]]:
    """(code, label): by origin first, then by situation."""
    return [
        ("all", _("Everybody")),
        ("afghan", pgettext_lazy("community", "Afghan")),
        ("african", pgettext_lazy("community", "African")),
        ("arab", pgettext_lazy("community", "Arab")),
        ("chinese", pgettext_lazy("community", "Chinese")),
        ("iranian", pgettext_lazy("community", "Iranian")),
        ("latin_american", pgettext_lazy("community", "Latin American")),
        ("mongolian", pgettext_lazy("community", "Mongolian")),
        ("russian_speaking", pgettext_lazy("community", "Russian-speaking")),
        ("south_asian", pgettext_lazy("community", "South Asian")),
        ("turkish", pgettext_lazy("community", "Turkish")),
        ("ukrainian", pgettext_lazy("community", "Ukrainian")),
        ("vietnamese", pgettext_lazy("community", "Vietnamese")),
        ("refugees", _("Refugees and asylum seekers")),
        ("workers", _("Workers from abroad")),
        ("students", _("Students")),
        ("families", _("Families")),
        ("women", _("Women")),
        ("unaccompanied", _("Unaccompanied children")),
    ]


def organisations_in_order(locale: Any) -> Any:
    """Current organisations of a language by name, closed ones last."""
    model = apps.get_model("network", "OrganisationPage")
    closed = Case(When(status="closed", then=Value(1)), default=Value(0))
    by_name = in_order_of(locale.language_code)
    pages = model.objects.current(locale).order_by(closed, by_name, "pk")
    return pages.select_related("logo").prefetch_related(pictures_prefetch("logo", "logo"))


def people_in_order(locale: Any) -> Any:
    """Current people of a language by family name."""
    model = apps.get_model("network", "PersonPage")
    lang = locale.language_code
    names = in_order_of(lang, "family_name"), in_order_of(lang)
    pages = model.objects.current(locale).order_by(*names, "pk")
    return pages.select_related("photo").prefetch_related(pictures_prefetch("photo", "portrait"))


def district_facet(places: Callable[[], Any]) -> Facet:
    """Districts of the public places of pages; `places()` gives the model of their rows."""

    def many(ids: list[int]) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for page_id, district in _districts(places(), ids=ids):
            found.setdefault(page_id, []).append(district)
        return found

    return facet_of_districts(many)


def _districts_of(model: Any, ids: Any) -> Any:
    rows = model.objects.filter(among("page_id", ids), place__hidden=False)
    return rows.values_list("page_id", "place__district")


_districts = Prepared(_districts_of)


def facet_of_districts(many: Callable[[list[int]], dict[int, list[Any]]]) -> Facet:
    return Facet("district", _("District"), by_number, many=many)


def by_number(values: Iterable[str], _lang: str) -> dict[str, str]:
    """Districts by their Roman or Arabic number, others after them by name."""
    return {value: value for value in sorted(values, key=lambda value: (number_in(value), value))}


def number_in(value: str) -> int:
    if arabic := re.match(r"\d+", value):
        return int(arabic[0])
    roman = re.match(r"[IVXLC]+", value)
    digits = [ROMAN[letter] for letter in roman[0]] if roman else [1000]
    pairs = pairwise([*digits, 0])
    return sum(-one if one < following else one for one, following in pairs)
