"""The outbox: one row per recipient with the finished bytes, and what became of it.

Rows are written by `cms.operations.mail.outbox`, in the transaction of what caused the mail, and
changed by `cms.operations.mail.states` alone.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("failed")
    UNCERTAIN = "uncertain", _("uncertain")


class MailFault(models.TextChoices):
    """Why a mail is not sent, or not known to be: what an editor is told, besides the reply."""

    RECIPIENT = "recipient", _("The mail server refused this address or this mail.")
    LATER = "later", _("The mail server asked for a later attempt.")
    LOGIN = "login", _("The mail server refused the site's login.")
    SENDER = "sender", _("The mail server refused the site's own address.")
    CONNECTION = "connection", _("The mail server could not be reached.")
    BROKEN = (
        "broken",
        _("The connection broke after the mail was handed over: it may have arrived."),
    )
    KILLED = "killed", _("The site stopped while sending it: it may have arrived.")
    LIMIT = "limit", _("Too many mails to this address within an hour.")
    STOPPED = "stopped", _("A person stopped it.")


class OutgoingMail(models.Model):
    kind = models.CharField(max_length=40)
    secret = models.BooleanField(
        default=True, help_text="The text is a key: never shown, and gone when it is sent."
    )
    recipient = models.CharField(max_length=320, blank=True)
    sender = models.CharField(max_length=320, blank=True)
    subject = models.TextField(blank=True)
    message_id = models.CharField(max_length=255)
    content = models.BinaryField(null=True, help_text="As it is sent; null once it is stripped.")
    state = models.CharField(max_length=9, choices=MailState.choices, default=MailState.QUEUED)
    fault = models.CharField(max_length=10, choices=MailFault.choices, blank=True)
    reply = models.CharField(
        max_length=300, blank=True,
        help_text="Without addresses.",
    )  # fmt: skip
    attempts = models.PositiveIntegerField(default=0)
    doubts = models.PositiveIntegerField(
        default=0, help_text="Dialogues of which nobody knows how they ended."
    )
    token = models.CharField(max_length=16, blank=True, help_text="Of the dialogue that goes on.")
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    rested_at = models.DateTimeField(
        null=True, help_text="When a person decided that nothing more is to be done."
    )
    stripped_at = models.DateTimeField(null=True, help_text="When it lost all personal data.")

    class Meta:
        verbose_name = _("Outgoing mail")
        verbose_name_plural = _("Outgoing mails")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="mail_newest"),
            models.Index(fields=["recipient", "created_at"], name="mail_of_address"),
            models.Index(fields=["state", "changed_at"], name="mail_by_state"),
        ]

    def __str__(self) -> str:
        # stands in the site's history, which keeps no addresses
        return f"{self.kind} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether a person should decide about it."""
        return self.rested_at is None and self.state in {MailState.FAILED, MailState.UNCERTAIN}

    @property
    def reason(self) -> Any:
        return self.get_fault_display() if self.fault else ""
