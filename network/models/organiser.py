"""The organisations that hold an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from network.models.event import EventPage
from network.models.rows import OrganisationRow


class EventOrganiser(OrganisationRow):
    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="organisers")

    class Meta(OrganisationRow.Meta):
        verbose_name = _("organiser")
