"""Reads what the page of an organisation or a person shows: its own rows and its relations."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils.text import capfirst

from cms.core.languages import language_names
from cms.core.models import Place
from cms.core.registries import page_extras, page_sections
from cms.core.texts import texts_of
from cms.core.together import (
    Part,
    Row,
    in_order,
    number,
    rows_beside,
    text_lang,
    truth,
    with_own_rows,
)
from network.members import Relations, relation_parts, relations_of

NOTE = ("sort_order", "note", "source_text", "locale__language_code")
REACH = (*NOTE, "channel", "kind", "value", "public")
PLACE = (
    *NOTE, "place_id", "place__postcode", "place__city", "place__address", "place__district",
    "place__hidden",
)  # fmt: skip
LANGUAGE = (*NOTE, "code")
OWN = {
    "reach": REACH,
    "places": PLACE,
    "languages": LANGUAGE,
}


@dataclass(frozen=True)
class Noted:
    """A value with a note; `lang` is the language of the note."""

    value: str
    kind: Any
    note: str
    lang: str
    code: str = ""


@dataclass(frozen=True)
class Site:
    place: Place
    note: str
    lang: str


@dataclass
class Profile:
    emails: list[Noted] = field(default_factory=list)
    phones: list[Noted] = field(default_factory=list)
    languages: list[Noted] = field(default_factory=list)
    places: list[Site] = field(default_factory=list)
    #: Some place of it stays secret.
    has_hidden_place: bool = False


def organisation_context(page: Any, request: Any) -> dict[str, Any]:
    """Three queries in all: rows and relations, texts of the records, and the page's frame."""
    extras = page_extras(type(page))
    rows = with_own_rows(page, OWN, _beside)
    page.profile = profile_of(rows, page.locale.language_code)
    relations = relations_of(page, request, rows)
    return {
        "profile": page.profile,
        "relations": relations,
        "sections": page_sections(extras, rows),
        "communities": names_of(page, "communities"),
        "texts": texts_of(page, places=[site.place.pk for site in page.profile.places]),
    }


def _beside(page: Any, model: Any) -> dict[str, Part]:
    further = {name: extra.part(page) for name, extra in page_extras(model).items()}
    return {**relation_parts(page, "organisation"), **further}


def person_context(page: Any, request: Any) -> dict[str, Any]:
    relations: Relations = relations_of(page, request, rows_beside(page, _person))
    return {
        "relations": relations,
        "spoken": language_names(page.languages),
        "texts": texts_of(page),
    }


def _person(page: Any, model: Any) -> dict[str, Part]:
    return relation_parts(page, "person")


def profile_of(rows: dict[str, list[Row]], lang: str) -> Profile:
    model = apps.get_model("network", "OrganisationReach")
    kinds = dict(model.Kind.choices)
    profile = Profile()
    for row in in_order(rows["reach"]):
        if truth(row["public"]):
            ways = profile.emails if row["channel"] == "email" else profile.phones
            ways.append(noted(row, str(row["value"]), kinds.get(str(row["kind"]), ""), lang))
    codes = {str(row["code"]): row for row in in_order(rows["languages"])}
    for name, row in zip(language_names(list(codes)), codes.values(), strict=True):
        profile.languages.append(noted(row, capfirst(name), "", lang))
    profile.places, profile.has_hidden_place = places_of(rows["places"], lang)
    return profile


def places_of(rows: list[Row], lang: str) -> tuple[list[Site], bool]:
    """The places that readers may know, and whether another one stays secret."""
    shown = [row for row in in_order(rows) if not truth(row["place__hidden"])]
    places = [Site(place_of(row), row["note"] or "", text_lang(row, "note", lang)) for row in shown]
    return places, len(shown) < len(rows)


def noted(row: Row, value: str, kind: Any, lang: str) -> Noted:
    own = text_lang(row, "note", lang)
    return Noted(value, kind, row["note"] or "", own, code=str(row.get("kind") or ""))


def place_of(row: Row) -> Place:
    names = ("postcode", "city", "address", "district")
    values = {name: row[f"place__{name}"] or "" for name in names}
    return Place(pk=number(row["place_id"]), **values)


def names_of(page: Any, name: str) -> list[Any]:
    """Labels of the codes in a list field, in the order of its choices."""
    chosen = getattr(page, name)
    return [label for code, label in page._meta.get_field(name).codes() if code in chosen]
