"""Meetings, trainings, consultations and public events, with their agenda."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from cms.core.admin.panels import FactPanel, FactRowsPanel, LiveFactPanel
from cms.core.blocks import DocumentListBlock
from cms.core.facets import choices_facet, from_codes, language_facet, topic_facet, year_facet
from cms.core.facts.rows import FactRow
from cms.core.fields import CodeListField
from cms.core.files import spoken_codes
from cms.core.library import LibraryFields
from cms.core.listing import Facet
from cms.core.models import BasePage, ListPage, Place
from cms.core.models.contacts import Knowledge
from cms.core.outlets import Outlet
from network.models.roundtable import RoundtablePage
from network.panels.event import event_fact_panels
from network.schema import event_schema
from network.selectors import event_context, events_in_order

CALENDAR = Outlet("events.ics", _("Calendar (iCalendar)"), "text/calendar", is_subscribed=True)
ROW_TEXT = ["bold", "italic", "ol", "ul", "link"]


def when_codes() -> list[tuple[str, Any]]:
    return [("coming", _("Coming")), ("past", _("Past"))]


def when_of(is_past: bool) -> str:
    return "past" if is_past else "coming"


def know(label: Any) -> models.CharField[Any, Any]:
    return models.CharField(
        label, max_length=8, choices=Knowledge.choices, default=Knowledge.UNKNOWN
    )


class EventIndexPage(ListPage):
    template = "network/event_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.EventPage"]
    card = "components/event_card.html"
    empty = _("No meeting is announced now.")
    feed_chosen = {"when": "coming"}
    outlets = (*ListPage.outlets, CALENDAR)
    facets = (
        Facet("when", _("When"), from_codes(when_codes), column="is_past", key=when_of),
        choices_facet("kind", _("Kind"), lambda: EventPage.Kind.choices),
        topic_facet(lambda: EventPage),
        year_facet("starts_at__year"),
        language_facet("languages_spoken", _("Language spoken")),
        choices_facet("status", _("Status"), lambda: EventPage.Status.choices),
    )

    class Meta:
        verbose_name = _("list of events")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self) -> Any:
        return events_in_order(self.locale)


class EventPage(BasePage):
    class Kind(models.TextChoices):
        MEETING = "roundtable_meeting", _("Meeting of the roundtable")
        WORKING_GROUP = "working_group", _("Meeting of a working group")
        PUBLIC = "public_event", _("Public event")
        TRAINING = "training", _("Training")
        CONSULTATION = "consultation_session", _("Consultation")

    class Status(models.TextChoices):
        TENTATIVE = "tentative", _("Tentative")
        CONFIRMED = "confirmed", _("Confirmed")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")
        HELD = "held", _("Held")

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        ONLINE = "online", _("Online")
        HYBRID = "hybrid", _("In person and online")

    class Minutes(models.TextChoices):
        NONE = "none", _("None")
        DRAFT = "draft", _("Draft")
        CIRCULATED = "circulated", _("Circulated")
        APPROVED = "approved", _("Approved")
        CORRECTED = "corrected", _("Corrected")

    class Registration(models.TextChoices):
        NONE = "none", _("Not needed")
        ON_SITE = "on_site", _("On the spot")
        EXTERNAL = "external_url", _("On another web site")

    parent_page_types = ["network.EventIndexPage"]
    subpage_types: list[str] = []

    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices, default=Kind.MEETING)
    roundtable = models.ForeignKey(
        RoundtablePage, verbose_name=_("body"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    number_in_series = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    all_day = models.BooleanField(
        _("hours are not known"), default=False, help_text=_("Only the day is shown then.")
    )
    mode = models.CharField(_("how"), max_length=12, choices=Mode.choices, default=Mode.IN_PERSON)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    room = models.CharField(_("room"), max_length=80, blank=True)
    online_url = models.URLField(_("address online"), blank=True)
    languages_spoken = CodeListField(_("languages spoken"), codes=spoken_codes)
    interpretation = CodeListField(_("interpretation into"), codes=spoken_codes)
    step_free = know(_("step-free access"))
    hearing_loop = know(_("hearing loop"))
    childcare = know(_("childcare"))
    quiet_room = know(_("quiet room"))
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    registration = models.CharField(
        _("registration"), max_length=12, choices=Registration.choices, default=Registration.NONE
    )
    registration_url = models.URLField(_("address of the registration"), blank=True)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.CONFIRMED
    )
    postponed_from = models.DateTimeField(_("postponed from"), null=True, blank=True)
    minutes_state = models.CharField(
        _("minutes"), max_length=12, choices=Minutes.choices, default=Minutes.NONE
    )

    shared_fields = (
        *BasePage.shared_fields, "kind", "roundtable", "number_in_series", "starts_at", "ends_at",
        "all_day", "mode", "place", "room", "online_url", "languages_spoken", "interpretation",
        "step_free", "hearing_loop", "childcare", "quiet_room", "capacity", "registration",
        "registration_url",
    )  # fmt: skip
    live_fields = (*BasePage.live_fields, "status", "postponed_from", "minutes_state")
    shown_with = (*BasePage.shown_with, "place")
    related_pages = (*BasePage.related_pages, "roundtable")
    library_kind = "event"
    facts_template = "network/event_facts.html"
    outlets = (Outlet("event.ics", _("Add to calendar"), "text/calendar"),)
    schema_type = "Event"
    text_panels = [
        *BasePage.text_panels,
        FactRowsPanel("agenda", heading=_("Agenda"), label=_("agenda item")),
    ]
    fact_panels = event_fact_panels()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def library_fields(self) -> LibraryFields:
        day = self.starts_at.date() if self.starts_at else None
        return LibraryFields(self.library_kind, self.title, self.summary, issued=day)

    def schema_data(self) -> dict[str, Any]:
        return event_schema(self)

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("An event cannot end before it starts.")})
        if self.registration == self.Registration.EXTERNAL and not self.registration_url:
            raise ValidationError(
                {"registration_url": _("Give the address where people register.")}
            )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            **event_context(self, request),
        }


class AgendaItem(FactRow):
    class Kind(models.TextChoices):
        INFORMATION = "information", _("Information")
        DISCUSSION = "discussion", _("Discussion")
        DECISION = "decision", _("Decision")
        ELECTION = "election", _("Election")
        OTHER = "other", _("Other")

    class Outcome(models.TextChoices):
        NONE = "none", _("None yet")
        NOTED = "noted", _("Noted")
        ADOPTED = "adopted", _("Adopted")
        AMENDED = "adopted_amended", _("Adopted with changes")
        REJECTED = "rejected", _("Rejected")
        POSTPONED = "postponed", _("Postponed")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="agenda")
    title = models.CharField(_("title"), max_length=200)
    description = RichTextField(_("description"), blank=True, features=ROW_TEXT)
    decision = RichTextField(_("decision"), blank=True, features=ROW_TEXT)
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind.choices, default=Kind.INFORMATION
    )
    papers = StreamField([("documents", DocumentListBlock())], verbose_name=_("papers"), blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=16, choices=Outcome.choices, default=Outcome.NONE
    )

    text_fields = ("title", "description", "decision")
    shared_fields = ("sort_order", "starts_at", "minutes", "kind", "papers")
    live_fields = ("outcome",)
    panels = [
        FieldPanel("title"), FieldPanel("description"), FieldPanel("decision"),
        FactPanel("starts_at"), FactPanel("minutes"), FactPanel("kind"), FactPanel("papers"),
        LiveFactPanel("outcome", action="outcome"),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        verbose_name = _("agenda item")

    def __str__(self) -> str:
        return str(self.title)
