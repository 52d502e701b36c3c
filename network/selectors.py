"""Reads events and bodies: what lists and pages of this room show."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry

from cms.core.changes import changed_at
from cms.core.children import child_rows
from cms.core.documents import documents_in
from cms.core.languages import language_names
from cms.core.prepared import Prepared
from cms.core.texts import texts_of
from cms.core.visibility import in_language
from cms.languages import SOURCE

PER_PAGE = 20
#: How long calendars are told that an event is cancelled or withdrawn.
GONE_TOLD = timedelta(days=90)
#: How much of the past a calendar holds that is followed.
PAST_TOLD = timedelta(days=366)


def events(locale: Any) -> Any:
    """Current events of a language, with their place."""
    model = apps.get_model("network", "EventPage")
    return model.objects.current(locale).select_related("place")


def upcoming_events(locale: Any, now: datetime | None = None) -> Any:
    """Events that are not over, the next one first."""
    now = now or timezone.now()
    open_now = Q(starts_at__gte=now) | Q(ends_at__gte=now)
    return events(locale).filter(open_now).order_by("starts_at", "pk")


def next_events(locale: Any, most: int) -> list[Any]:
    """The next events with what is known of them in this language; `title_lang` of their titles.

    A meeting is a fact: one that is not translated yet stands in the list all the same, under its
    Hungarian title. What is cancelled, or postponed to no day yet, stands last.
    """
    source = Locale.objects.get_for_language(SOURCE)
    found = _next_events(most, locale=locale.pk, source=source.pk, now=timezone.now())
    for event in found:
        event.title_lang = locale.language_code if event.locale_id == locale.pk else SOURCE
    return found


def _next_of(most: int, locale: Any, source: Any, now: Any) -> Any:
    model = apps.get_model("network", "EventPage")
    here = model.objects.visible(locale).filter(translation_key=OuterRef("translation_key"))
    in_hungarian_alone = Q(in_language(source), ~Exists(here))
    waiting = Q(status="postponed", postponed_from=F("starts_at"))
    is_void = Case(When(waiting | Q(status="cancelled"), then=Value(1)), default=Value(0))
    told = model.objects.current_now().filter(Q(in_language(locale)) | in_hungarian_alone)
    coming = told.filter(Q(starts_at__gte=now) | Q(ends_at__gte=now)).select_related("place")
    return coming.order_by(is_void, "starts_at", "pk")[:most]


_next_events = Prepared(_next_of)


def events_in_order(locale: Any, now: datetime | None = None) -> Any:
    """Coming events, the next one first, then past ones, the latest first; with `is_past`."""
    coming = Case(When(is_past=False, then=F("starts_at")))
    told = with_past(events(locale), now or timezone.now())
    return told.order_by("is_past", coming, "-starts_at", "pk")


def with_past(queryset: Any, now: datetime) -> Any:
    """Events that know whether they are over, as `is_past`."""
    over = Q(starts_at__lt=now) & (Q(ends_at__lt=now) | Q(ends_at__isnull=True))
    return queryset.annotate(is_past=Case(When(over, then=Value(True)), default=Value(False)))


def told_events(locale: Any, now: datetime | None = None) -> Any:
    """What calendars are told: current events, and withdrawn ones for a while; with `changed`."""
    now = now or timezone.now()
    model = apps.get_model("network", "EventPage")
    kept = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=now - GONE_TOLD)
    events = model.objects.visible(locale).filter(kept).select_related("place", "contact")
    return with_past(events, now).annotate(changed=changed_at()).order_by("starts_at", "pk")


def calendar_events(locale: Any, now: datetime | None = None, *, whole: bool = False) -> Any:
    """The events of a calendar that is followed: coming and lately past ones, or the `whole` past.

    A cancelled event stays in it until every follower has had the time to hear of it.
    """
    now = now or timezone.now()
    cancelling = PageLogEntry.objects.filter(
        page__translation_key=OuterRef("translation_key"),
        action="facts.change", data__new__status="cancelled",
    ).order_by("-timestamp")  # fmt: skip
    cancelled_at = Coalesce(Subquery(cancelling.values("timestamp")[:1]), "last_published_at")
    told = told_events(locale, now).annotate(cancelled_at=cancelled_at)
    told = told.exclude(status="cancelled", cancelled_at__lt=now - GONE_TOLD)
    since = now - PAST_TOLD
    return told if whole else told.filter(Q(starts_at__gte=since) | Q(ends_at__gte=since))


def event_context(
    page: Any, places: Iterable[int | None] = (), links: dict[UUID, list[Any]] | None = None
) -> dict[str, Any]:
    """The agenda and minutes with all their papers in one query, texts of records and `places`.

    `links` are what other rooms tie to the items of the agenda, by their translation keys.
    """
    agenda = child_rows(page, "agenda")
    minutes = [page.minutes_files] if page.has_minutes else []
    papers = documents_in([*(item.papers for item in agenda), *minutes])
    for item in agenda:
        item.locale, item.shown_papers = page.locale, papers.of(item.papers)
        item.links = (links or {}).get(item.translation_key, [])
    return {
        "agenda": agenda,
        "spoken": language_names(page.languages_spoken),
        "minutes_files": own_first(
            [file for stream in minutes for file in papers.of(stream)], page.locale.language_code
        ),
        "texts": texts_of(page, places=[page.place_id, *places]),
        "is_coming": is_coming(page),
    }


def is_coming(event: Any) -> bool:
    """Whether it makes sense to note the event in a calendar."""
    is_open = event.status != "held" and not event.date_is_void and not event.is_withdrawn
    return is_open and (event.ends_at or event.starts_at) >= timezone.now()


def own_first(documents: list[Any], lang: str) -> list[Any]:
    """Documents in the reader's language before the others."""
    return sorted(documents, key=lambda document: document.language != lang)


def _meetings_of(locale: Any, body: Any, now: Any) -> Any:
    own = events(locale).filter(roundtable__translation_key=body)
    return with_past(own, now).order_by("-starts_at")[:PER_PAGE]


_meetings = Prepared(_meetings_of)


def roundtable_context(page: Any) -> dict[str, Any]:
    """The body's meetings in this language; the fact refers to the source-language page."""
    body = page.translation_key
    meetings = _meetings(locale=page.locale_id, body=body, now=timezone.now())
    past = [event for event in meetings if event.is_past]
    by_year = groupby(past, key=lambda event: timezone.localtime(event.starts_at).year)
    rules = documents_in([page.rules])
    return {
        "coming": [event for event in reversed(meetings) if not event.is_past],
        "years": [(year, list(held)) for year, held in by_year],
        "rules": rules.of(page.rules),
        "texts": texts_of(page, contacts=[page.secretariat_id]),
    }
