"""Reads events and bodies: what lists and pages of this room show."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from cms.core.documents import documents_in
from cms.core.languages import language_names
from cms.core.registries import row_extras
from cms.core.texts import texts_of

PER_PAGE = 20


def events(locale: Any) -> Any:
    """Current events of a language, with their place."""
    model = apps.get_model("network", "EventPage")
    return model.objects.current(locale).select_related("place")


def upcoming_events(locale: Any, now: datetime | None = None) -> Any:
    """Events that are not over, the next one first."""
    now = now or timezone.now()
    open_now = Q(starts_at__gte=now) | Q(ends_at__gte=now)
    return events(locale).filter(open_now).order_by("starts_at", "pk")


def events_in_order(locale: Any, now: datetime | None = None) -> Any:
    """Coming events, the next one first, then past ones, the latest first; with `is_past`."""
    now = now or timezone.now()
    over = Q(starts_at__lt=now) & (Q(ends_at__lt=now) | Q(ends_at__isnull=True))
    is_past = Case(When(over, then=Value(True)), default=Value(False))
    coming = Case(When(is_past=False, then=F("starts_at")))
    return events(locale).annotate(is_past=is_past).order_by("is_past", coming, "-starts_at", "pk")


def event_context(page: Any, places: Iterable[int | None] = ()) -> dict[str, Any]:
    """The agenda and minutes with all their papers in one query, texts of records and `places`."""
    agenda = list(page.agenda.all())
    minutes = [page.minutes_files] if page.has_minutes else []
    papers = documents_in([*(item.papers for item in agenda), *minutes])
    links = row_extras(page, "agenda") if agenda else {}
    for item in agenda:
        item.locale, item.shown_papers = page.locale, papers.of(item.papers)
        item.links = links.get(item.translation_key, [])
    return {
        "agenda": agenda,
        "spoken": language_names(page.languages_spoken),
        "minutes_files": own_first(
            [file for stream in minutes for file in papers.of(stream)], page.locale.language_code
        ),
        "texts": texts_of(page, places=[page.place_id, *places]),
    }


def own_first(documents: list[Any], lang: str) -> list[Any]:
    """Documents in the reader's language before the others."""
    return sorted(documents, key=lambda document: document.language != lang)


def roundtable_context(page: Any) -> dict[str, Any]:
    """The body's meetings in this language; the fact refers to the source-language page."""
    meetings = events(page.locale).filter(roundtable__translation_key=page.translation_key)
    rules = documents_in([page.rules])
    return {
        "meetings": list(meetings.order_by("-starts_at")[:PER_PAGE]),
        "rules": rules.of(page.rules),
        "texts": texts_of(page, contacts=[page.secretariat_id]),
    }
