"""The states of a recommendation, its items and their history, as every part of it names them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    RECOMMENDATION = "recommendation", _("Recommendation")
    OPINION = "opinion", _("Opinion")
    POSITION = "position", _("Position")
    OPEN_LETTER = "open_letter", _("Open letter")
    REPORT = "report", _("Report")


class State(models.TextChoices):
    DRAFTING = "drafting", _("Being drafted")
    CONSULTATION = "consultation", _("In consultation")
    FINALISING = "finalising", _("Being finalised")
    ADOPTED = "adopted", _("Adopted")
    SENT = "sent", _("Sent")
    CLOSED = "closed", pgettext_lazy("recommendation", "Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SUPERSEDED = "superseded", _("Superseded")


#: States that take a document out of all lists.
GONE = (State.WITHDRAWN, State.SUPERSEDED)


class Priority(models.TextChoices):
    HIGH = "high", _("High")
    NORMAL = "normal", _("Normal")


class Response(models.TextChoices):
    NOT_SENT = "not_sent", _("Not sent")
    AWAITING = "awaiting", _("Awaiting an answer")
    ACKNOWLEDGED = "acknowledged", _("Received, answer pending")
    ANSWERED = "answered", _("Answered")
    NO_ANSWER = "no_answer", _("No answer received")


#: States in which a deadline runs.
WAITING = (Response.AWAITING, Response.ACKNOWLEDGED)


class Position(models.TextChoices):
    NONE = "none", _("None yet")
    ACCEPTED = "accepted", _("Accepted")
    IN_PART = "accepted_in_part", _("Accepted in part")
    NOTED = "noted", _("Noted")
    REJECTED = "rejected", _("Rejected")
    NOT_COMPETENT = "not_competent", _("Not within its remit")


class Implementation(models.TextChoices):
    NOT_STARTED = "not_started", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    PARTLY = "partly_implemented", _("Implemented in part")
    IMPLEMENTED = "implemented", _("Implemented")
    NOT_IMPLEMENTED = "not_implemented", _("Not implemented")
    ABANDONED = "abandoned", _("Abandoned")


class Happening(models.TextChoices):
    """What the history of an item tells."""

    CREATED = "created", _("Published here")
    DISCUSSED = "discussed", _("Discussed")
    ADOPTED = "adopted", _("Adopted")
    SENT = "sent", _("Sent")
    REMINDER_SENT = "reminder_sent", _("Reminder sent")
    ACKNOWLEDGED = "acknowledged", _("Receipt acknowledged")
    RESPONSE = "response", _("Answer arrived")
    POSITION = "position_changed", _("Position changed")
    IMPLEMENTATION = "implementation_changed", _("Implementation changed")
    DEADLINE = "deadline_changed", _("Deadline changed")
    EVIDENCE = "evidence_added", _("Evidence added")
    CORRECTION = "correction", _("Correction")


class Teller(models.TextChoices):
    """Who stands behind an entry of the history: a role, never a person."""

    SECRETARIAT = "secretariat", _("Secretariat")
    ROUNDTABLE = "roundtable", _("Roundtable")
    ADDRESSEE = "addressee", _("Addressee")


class Source(models.TextChoices):
    EDITOR = "editor", _("Entered here")
    IMPORT = "import", _("Taken over from records")


class Tie(models.TextChoices):
    """How an item and an agenda item belong together."""

    DISCUSSED = "discussed", _("Discussed")
    ADOPTED = "adopted", _("Adopted")
