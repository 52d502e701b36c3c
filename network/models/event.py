"""Meetings, trainings, consultations and public events."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.fields import RichTextField, StreamField

from cms.core.blocks import DocumentListBlock
from cms.core.fields import CodeListField
from cms.core.files import spoken_codes
from cms.core.library import LibraryFields
from cms.core.models import BasePage, Place
from cms.core.models.contacts import Knowledge
from cms.core.outlets import Outlet
from network import event_codes as codes
from network.blocks import InterpretationBlock
from network.event_form import EventForm
from network.event_profile import event_profile
from network.models.roundtable import RoundtablePage
from network.panels.event import event_fact_panels, event_text_panels
from network.schedule import schedule_follow
from network.schema import event_schema

ROW_TEXT = ["bold", "italic", "ol", "ul", "link"]


def know(label: Any) -> models.CharField[Any, Any]:
    return models.CharField(
        label, max_length=8, choices=Knowledge.choices, default=Knowledge.UNKNOWN
    )


class EventPage(BasePage):
    Kind = codes.EventKind
    Status = codes.EventStatus
    Mode = codes.EventMode
    Minutes = codes.MinutesState
    Registration = codes.EventRegistration
    OnlineVisibility = codes.OnlineVisibility
    InterpretationKind = codes.InterpretationKind

    parent_page_types = ["network.EventIndexPage"]
    subpage_types: list[str] = []

    series = models.CharField(
        pgettext_lazy("of events", "series"), max_length=120, blank=True,
        help_text=_("The name of the series that it belongs to, such as of a course."),
    )  # fmt: skip
    location_hints = models.TextField(
        _("how to find the room"), blank=True,
        help_text=_("Such as: second floor, ring at the gate."),
    )  # fmt: skip
    minutes_text = RichTextField(
        pgettext_lazy("record of a meeting", "minutes"), blank=True, features=[*ROW_TEXT, "h3"],
        help_text=_("Shown once the minutes are approved; until then to nobody."),
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices, default=Kind.MEETING)
    roundtable = models.ForeignKey(
        RoundtablePage, verbose_name=pgettext_lazy("institution", "body"),
        null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    number_in_series = models.PositiveSmallIntegerField(
        pgettext_lazy("of a meeting", "number"), null=True, blank=True,
        help_text=_("Its number in the series of meetings."),
    )  # fmt: skip
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
    online_url_visibility = models.CharField(
        _("who sees the address online"), max_length=12, choices=OnlineVisibility.choices,
        default=OnlineVisibility.PUBLIC,
        help_text=_("On request: it is shown nowhere, readers are told to ask the contact."),
    )  # fmt: skip
    languages_spoken = CodeListField(_("languages spoken"), codes=spoken_codes)
    interpretation = StreamField(
        [("language", InterpretationBlock())], verbose_name=_("interpretation into"), blank=True
    )
    step_free = know(_("step-free access"))
    hearing_loop = know(_("hearing loop"))
    childcare = know(_("childcare"))
    quiet_room = know(_("quiet room"))
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    registration = models.CharField(
        _("registration"), max_length=12, choices=Registration.choices, default=Registration.NONE
    )
    registration_url = models.URLField(_("address of the registration"), blank=True)
    registration_opens = models.DateTimeField(_("registration opens"), null=True, blank=True)
    registration_closes = models.DateTimeField(_("registration closes"), null=True, blank=True)
    minutes_files = StreamField(
        [("documents", DocumentListBlock())], verbose_name=_("files of the minutes"), blank=True,
        help_text=_("One file a language; nobody can open them before the minutes are approved."),
    )  # fmt: skip
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.CONFIRMED
    )
    postponed_from = models.DateTimeField(_("postponed from"), null=True, blank=True)
    minutes_state = models.CharField(
        pgettext_lazy("record of a meeting", "minutes"), max_length=12,
        choices=Minutes.choices, default=Minutes.NONE,
    )  # fmt: skip
    minutes_approved_on = models.DateField(_("minutes approved on"), null=True, blank=True)
    #: RFC 5545: raised whenever the schedule changes in force (network/schedule.py).
    sequence = models.PositiveIntegerField(default=0, editable=False)
    #: The schedule that readers and calendars saw last.
    in_force = models.JSONField(default=dict, editable=False)

    text_fields = (*BasePage.text_fields, "series", "location_hints", "minutes_text")
    shared_fields = (
        *BasePage.shared_fields, "kind", "roundtable", "number_in_series", "starts_at", "ends_at",
        "all_day", "mode", "place", "room", "online_url", "online_url_visibility",
        "languages_spoken", "interpretation", "step_free", "hearing_loop", "childcare",
        "quiet_room", "capacity", "registration", "registration_url", "registration_opens",
        "registration_closes", "minutes_files",
    )  # fmt: skip
    live_fields = (
        *BasePage.live_fields, "status", "postponed_from", "minutes_state", "minutes_approved_on",
        "sequence", "in_force",
    )  # fmt: skip
    exclude_fields_in_copy = ["sequence", "in_force", "postponed_from", "minutes_state",
                              "minutes_approved_on"]  # fmt: skip
    shown_with = (*BasePage.shown_with, "place")
    related_pages = (*BasePage.related_pages, "roundtable")
    library_kind = "event"
    facts_template = "network/event_facts_alone.html"
    facts_styles = ("pages/network",)
    outlets = (Outlet("event.ics", _("Add to calendar"), "text/calendar"),)
    schema_type = "Event"
    base_form_class = EventForm
    text_panels = event_text_panels()
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
        opens, closes = self.registration_opens, self.registration_closes
        if opens and closes and closes <= opens:
            sentence = _("Registration cannot close before it opens.")
            raise ValidationError({"registration_closes": sentence})
        if self.online_url_visibility == self.OnlineVisibility.ON_REQUEST and not self.contact_id:
            sentence = _("Choose a contact under “About this page”: whom readers ask for it.")
            raise ValidationError({"online_url_visibility": sentence})

    def following_facts(self) -> dict[str, Any]:
        return schedule_follow(self)

    def withheld_fields(self) -> tuple[str, ...]:
        return () if self.has_minutes else ("minutes_files",)

    @property
    def has_minutes(self) -> bool:
        """Whether readers may have the minutes."""
        return self.minutes_state in {self.Minutes.APPROVED, self.Minutes.CORRECTED}

    @property
    def shown_online_url(self) -> str:
        """The address online for page, calendar, feed and JSON-LD: empty where one asks for it."""
        is_public = self.online_url_visibility == self.OnlineVisibility.PUBLIC
        return str(self.online_url) if is_public and self.mode != self.Mode.IN_PERSON else ""

    @property
    def asks_for_url(self) -> bool:
        is_online = self.mode != self.Mode.IN_PERSON
        return is_online and self.online_url_visibility == self.OnlineVisibility.ON_REQUEST

    @property
    def uid(self) -> str:
        """RFC 5545 UID, the same in all languages for good; a copy is another event."""
        return str(self.translation_key)

    @property
    def is_off(self) -> bool:
        return self.is_withdrawn or self.status in {self.Status.CANCELLED, self.Status.HELD}

    @property
    def date_is_void(self) -> bool:
        """Whether nobody should come at the time it says: cancelled, or postponed to no day yet."""
        is_waiting = self.status == self.Status.POSTPONED and self.postponed_from == self.starts_at
        return is_waiting or self.status == self.Status.CANCELLED

    @property
    def ends_by(self) -> datetime:
        """When it is over; the end of its day where no end or no hours are known."""
        last = self.ends_at or self.starts_at
        if self.ends_at and not self.all_day:
            return last
        day = timezone.localtime(last).replace(hour=0, minute=0, second=0, microsecond=0)
        return day + timedelta(days=1)

    @property
    def last_day(self) -> datetime | None:
        """The end, where it lies on another day than the start."""
        if not self.ends_at:
            return None
        start, end = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        return end if end.date() != start.date() else None

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return event_profile(self, request)
