"""An event with everything that shows on its page."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from cms.core.models import Contact, ContactText
from network.models import EventOrganiser, EventPage
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, make_document, make_event, make_place, published

INTO = [("language", {"language": "uk", "kind": "consecutive", "on_request": True})]


def make_contact(name: str = "Titkárság", **values: Any) -> Contact:
    from wagtail.models import Locale

    contact = Contact.objects.create(name=name, **values)
    locale = Locale.objects.get(language_code="hu")
    ContactText.objects.create(contact=contact, locale=locale, name=name)
    return contact


def make_full_event(**values: Any) -> Any:
    """Organiser, place, interpretation, registration, minutes, votes and a change of its start."""
    values = {
        "place": make_place(), "summary": "Rövid", "series": "Sorozat", "number_in_series": 3,
        "location_hints": "Második emelet", "interpretation": INTO, "languages_spoken": ["hu"],
        "minutes_text": "<p>Jegyzőkönyv szövege</p>", "contact": make_contact(),
        "registration": "on_site", **values,
    }  # fmt: skip
    event = make_event(**values)
    event.organisers = [EventOrganiser(organisation=make_organisation(), sort_order=0)]
    event.minutes_files = [("documents", [make_document("Jegyzőkönyv", "j.txt")])]
    event = published(event)
    event.starts_at += timedelta(days=7)
    return published(event)


def with_minutes(event: Any) -> Any:
    """The event with its minutes approved, by the service that the action calls."""
    from cms.core.facts.change import facts_change

    values = {"minutes_state": EventPage.Minutes.APPROVED, "minutes_approved_on": date(2031, 4, 2)}
    return fresh(facts_change(page=fresh(event), fields=values))


def in_days(days: int) -> Any:
    return timezone.now() + timedelta(days=days)
