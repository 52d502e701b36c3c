"""Memberships: who sits in a body, in which role, from when to when."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.core.models.relations import ONE_OF_TWO, RelationRecord, one_of
from network.relations import clean_days, clean_sources, overlaps, right_order


class Membership(RelationRecord):
    class Role(models.TextChoices):
        CHAIR = "chair", _("Chair")
        VICE_CHAIR = "vice_chair", _("Vice chair")
        SECRETARY = "secretary", _("Secretary")
        MEMBER = "member", _("Member")
        OBSERVER = "observer", _("Observer")
        EXPERT = "expert", _("Expert")
        INVITED = "invited", _("Invited")

    class EndReason(models.TextChoices):
        RESIGNED = "resigned", _("Resigned")
        TERM = "term", _("End of the term")
        MERGED = "merged", _("Merged into another organisation")
        DISSOLVED = "dissolved", _("Dissolved")
        EXCLUDED = "excluded", _("Excluded")

    body = models.ForeignKey(
        "network.RoundtablePage", verbose_name=pgettext_lazy("institution", "body"),
        on_delete=models.CASCADE,
        related_name="+",
    )  # fmt: skip
    organisation = models.ForeignKey(
        "network.OrganisationPage", verbose_name=_("organisation"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip
    person = models.ForeignKey(
        "network.PersonPage", verbose_name=_("person"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip
    represented_by = models.ForeignKey(
        "network.PersonPage", verbose_name=_("represented by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    alternate = models.ForeignKey(
        "network.PersonPage", verbose_name=_("alternate"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.MEMBER)
    starts_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Leave empty where the day is not known.")
    )
    ends_on = models.DateField(_("to"), null=True, blank=True)
    end_reason = models.CharField(
        _("why it ended"), max_length=12, choices=EndReason.choices, blank=True,
        help_text=_("For the secretariat: readers do not see it."),
    )  # fmt: skip
    public = models.BooleanField(
        _("public"), default=True, help_text=_("If not, readers never see it.")
    )

    panels = [
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("person")], heading=_("Member"),
            help_text=_("An organisation or a person: one of the two."),
        ),
        FieldPanel("role"),
        MultiFieldPanel(
            [FieldPanel("represented_by"), FieldPanel("alternate")],
            heading=_("Who speaks for the organisation"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
             FieldPanel("end_reason")],
            heading=_("When"),
        ),
        FieldPanel("public"),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["body", "role", "-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=one_of("organisation", "person"), name="membership_of_one",
                violation_error_message=ONE_OF_TWO,
            ),
            models.CheckConstraint(condition=right_order(), name="membership_days"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.member} – {self.get_role_display()}"

    @property
    def member(self) -> Any:
        return self.organisation or self.person

    def clean(self) -> None:
        super().clean()
        clean_sources(self, "body", "organisation", "person", "represented_by", "alternate")
        clean_days(self, _("A membership cannot end before it begins."))
        if self.person_id and (self.represented_by_id or self.alternate_id):
            raise ValidationError(
                {"represented_by": _("A person speaks for themselves: leave this empty.")}
            )
        if self.end_reason and not self.ends_on:
            raise ValidationError({"ends_on": _("Give the day on which it ended.")})
        same = Q(body=self.body_id, role=self.role)
        same &= Q(organisation=self.organisation_id, person=self.person_id)
        if overlaps(self, same):
            raise ValidationError(
                _("This member already has this role in this body on some of these days.")
            )
