"""Attendance: who came to an event, and how much of that readers may know."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms.core.models.relations import RelationRecord
from network.relations import clean_sources


class Attendance(RelationRecord):
    class Capacity(models.TextChoices):
        MEMBER = "member", _("Member")
        ALTERNATE = "alternate", _("Alternate")
        OBSERVER = "observer", _("Observer")
        GUEST = "guest", _("Guest")
        STAFF = "staff", _("Staff")
        INTERPRETER = "interpreter", _("Interpreter")

    class Presence(models.TextChoices):
        PRESENT = "present", _("Present")
        ONLINE = "online", _("Online")
        EXCUSED = "excused", _("Excused")
        ABSENT = "absent", _("Absent")

    class Publish(models.TextChoices):
        NO = "no", _("Nothing")
        ORGANISATION = "organisation_only", _("The organisation alone")
        NAME = "name", _("The name too")

    event = models.ForeignKey(
        "network.EventPage", verbose_name=_("event"), on_delete=models.CASCADE, related_name="+"
    )
    organisation = models.ForeignKey(
        "network.OrganisationPage", verbose_name=_("organisation"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip
    person = models.ForeignKey(
        "network.PersonPage", verbose_name=_("person"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip
    label = models.CharField(
        _("or a name"), max_length=160, blank=True, help_text=_("Of somebody without a page here.")
    )
    capacity = models.CharField(
        pgettext_lazy("role of who attends", "capacity"), max_length=12,
        choices=Capacity.choices, default=Capacity.MEMBER,
    )  # fmt: skip
    presence = models.CharField(
        _("presence"), max_length=8, choices=Presence.choices, default=Presence.PRESENT
    )
    publish = models.CharField(
        _("what readers see"), max_length=20, choices=Publish.choices, default=Publish.NO,
        help_text=_("Ask before a name is shown. Only who came is shown, never who stayed away."),
    )  # fmt: skip

    panels = [
        FieldPanel("event"),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("person"), FieldPanel("label")],
            heading=_("Who"),
            help_text=_("The organisation, and, where it is needed, who came for it."),
        ),
        MultiFieldPanel([FieldPanel("capacity"), FieldPanel("presence")], heading=_("How")),
        FieldPanel("publish"),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["event", "capacity", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | Q(person__isnull=False) | ~Q(label=""),
                name="attendance_of_somebody",
                violation_error_message=_("Say who it was: an organisation, a person or a name."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        who = [str(one) for one in (self.organisation, self.person, self.label) if one]
        return " – ".join([*who, str(self.get_presence_display())])

    def clean(self) -> None:
        super().clean()
        clean_sources(self, "event", "organisation", "person")
        if self.person_id and self.label:
            raise ValidationError({"label": _("Choose a person's page or type a name.")})
        if self.publish == self.Publish.ORGANISATION and not self.organisation_id:
            raise ValidationError({"publish": _("No organisation is named that could be shown.")})
        if self.publish == self.Publish.NAME and not (self.person_id or self.label):
            raise ValidationError({"publish": _("No name is given that could be shown.")})
