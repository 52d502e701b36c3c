"""The fixed choices of a service."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


def for_whom_codes() -> list[tuple[str, Any]]:
    return [
        ("migrants", _("Migrants")),
        ("migrant_organisations", _("Migrant organisations")),
        ("professionals", _("Those who work with migrants")),
    ]


class ServiceStatus(models.TextChoices):
    ACTIVE = "active", _("Available")
    CLOSED = "temporarily_closed", _("Closed for a time")
    PLANNED = "planned", _("Planned")
    ENDED = "ended", _("Ended")


#: Those that have opening hours at all now.
OFFERED = frozenset({ServiceStatus.ACTIVE, ServiceStatus.CLOSED})


class ServiceCost(models.TextChoices):
    FREE = "free", _("Free of charge")
    PARTLY = "partly", _("Partly free")
    PAID = "paid", _("Paid")


class ServiceRegistration(models.TextChoices):
    WALK_IN = "walk_in", _("No registration needed")
    APPOINTMENT = "appointment", _("By appointment")
    REFERRAL = "referral", _("By referral")


class LanguageVia(models.TextChoices):
    STAFF = "staff", _("Our staff speak it")
    INTERPRETER = "interpreter", _("With an interpreter on the spot")
    PHONE = "phone", _("With an interpreter by telephone")
    ON_REQUEST = "on_request", _("On request")


class Weekday(models.IntegerChoices):
    """As `date.weekday()` counts."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")
