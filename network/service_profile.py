"""Reads what the page of a service shows: all its rows and acts in one query."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from cms.core.acts import acts_in, acts_part
from cms.core.documents import documents_by_id
from cms.core.frame import Link, frame_of
from cms.core.languages import language_names
from cms.core.texts import texts_of
from cms.core.together import Row, in_order, number, text_lang, truth, with_own_rows
from network.opening import Closure
from network.profile import LANGUAGE, PLACE, Noted, Site, noted, places_of
from network.service_codes import LanguageVia, for_whom_codes
from network.service_hours import (
    EXCEPTION,
    HOURS,
    Day,
    OpenState,
    Week,
    days_of,
    open_state,
    schedule_of,
    weeks_of,
)

PUBLIC_KINDS = {"municipal", "state_body"}
NOTE = ("sort_order", "source_text", "locale__language_code")
OWN = {
    "providers": ("sort_order", "organisation_id", "organisation__kind"),
    "required": (*NOTE, "text", "obligatory", "form_id"),
    "languages": (*LANGUAGE, "via"),
    "places": PLACE,
    "phones": (*NOTE, "note", "number"),
    "hours": HOURS,
    "exceptions": EXCEPTION,
}


@dataclass(frozen=True)
class Brought:
    """What one brings; `form` is the document to fill in."""

    text: str
    lang: str
    obligatory: bool
    form: Any


@dataclass
class ServiceProfile:
    providers: list[Link] = field(default_factory=list)
    is_public_body: bool = False
    required: list[Brought] = field(default_factory=list)
    languages: list[Noted] = field(default_factory=list)
    phones: list[Noted] = field(default_factory=list)
    places: list[Site] = field(default_factory=list)
    has_hidden_place: bool = False
    weeks: list[Week] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    state: OpenState | None = None
    #: The closure that is on or to come.
    closure: Closure | None = None


def service_context(page: Any, request: Any) -> dict[str, Any]:
    """Three queries beside the page's frame: rows, forms to fill in, texts of records."""
    lang = page.locale.language_code
    rows = with_own_rows(page, OWN, acts_part)
    page.shown_acts = acts_in(rows["acts"], lang)
    ids = [number(row["organisation_id"]) for row in in_order(rows["providers"])]
    page.referred_ids = (*page.referred_ids, *(pk for pk in ids if pk))
    links = frame_of(request, page, lang).related
    profile = page.profile = profile_of(page, rows, lang)
    profile.providers = [links[pk] for pk in ids if pk in links]
    codes = dict(for_whom_codes())
    return {
        "profile": profile,
        "for_whom": [codes[code] for code in page.for_whom if code in codes],
        "texts": texts_of(page, places=[site.place.pk for site in profile.places]),
    }


def profile_of(page: Any, rows: dict[str, list[Row]], lang: str) -> ServiceProfile:
    profile = ServiceProfile(
        is_public_body=any(row["organisation__kind"] in PUBLIC_KINDS for row in rows["providers"]),
        required=_required(rows["required"], lang),
        phones=[noted(row, str(row["number"]), "", lang) for row in in_order(rows["phones"])],
        languages=_languages(rows["languages"], lang),
    )
    profile.places, profile.has_hidden_place = places_of(rows["places"], lang)
    _add_hours(page, profile, rows, lang)
    return profile


def _required(rows: list[Row], lang: str) -> list[Brought]:
    ids = {pk for row in rows if (pk := number(row["form_id"]))}
    forms = documents_by_id(ids)
    found = []
    for row in in_order(rows):
        own = text_lang(row, "text", lang)
        form = forms.get(number(row["form_id"]) or 0)
        found.append(Brought(row["text"] or "", own, truth(row["obligatory"]), form))
    return found


def _languages(rows: list[Row], lang: str) -> list[Noted]:
    ways = dict(LanguageVia.choices)
    ordered = in_order(rows)
    names = language_names([str(row["code"]) for row in ordered])
    return [
        noted(row, capfirst(name), ways.get(str(row["via"]), ""), lang)
        for name, row in zip(names, ordered, strict=True)
    ]


def _add_hours(page: Any, profile: ServiceProfile, rows: dict[str, list[Row]], lang: str) -> None:
    today, closure = timezone.localdate(), page.closure
    profile.weeks = weeks_of(rows["hours"], today)
    profile.days = days_of(rows["exceptions"], today, lang)
    if closure and (closure.until is None or closure.until >= today):
        profile.closure = closure
    if page.is_offered:
        schedule = schedule_of(rows["hours"], rows["exceptions"], closure)
        profile.state = open_state(schedule, timezone.now())
