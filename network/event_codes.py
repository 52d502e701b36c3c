"""The fixed choices of an event and of its agenda."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    MEETING = "roundtable_meeting", _("Roundtable meeting")
    WORKING_GROUP = "working_group", _("Working group meeting")
    PUBLIC = "public_event", _("Public event")
    TRAINING = "training", _("Training")
    CONSULTATION = "consultation_session", _("Consultation")


class EventStatus(models.TextChoices):
    TENTATIVE = "tentative", _("Tentative")
    CONFIRMED = "confirmed", _("Confirmed")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")
    HELD = "held", _("Held")


class EventMode(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class OnlineVisibility(models.TextChoices):
    PUBLIC = "public", _("Shown to everybody")
    ON_REQUEST = "on_request", _("Given on request")


class InterpretationKind(models.TextChoices):
    SIMULTANEOUS = "simultaneous", _("Simultaneous interpretation")
    CONSECUTIVE = "consecutive", _("Consecutive interpretation")
    SIGN = "sign", _("Sign language")


class MinutesState(models.TextChoices):
    NONE = "none", _("None")
    DRAFT = "draft", _("Draft")
    CIRCULATED = "circulated", _("Circulated")
    APPROVED = "approved", _("Approved")
    CORRECTED = "corrected", _("Corrected")


class EventRegistration(models.TextChoices):
    NONE = "none", _("Not needed")
    ON_SITE = "on_site", _("On the spot")
    EXTERNAL = "external_url", _("On another web site")


class AgendaKind(models.TextChoices):
    INFORMATION = "information", _("Information")
    DISCUSSION = "discussion", _("Discussion")
    DECISION = "decision", _("Decision")
    ELECTION = "election", _("Election")
    OTHER = "other", _("Other")


class AgendaOutcome(models.TextChoices):
    NONE = "none", _("None yet")
    NOTED = "noted", _("Noted")
    ADOPTED = "adopted", _("Adopted")
    AMENDED = "adopted_amended", _("Adopted with changes")
    REJECTED = "rejected", _("Rejected")
    POSTPONED = "postponed", _("Postponed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
