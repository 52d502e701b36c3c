"""What is known of the outbox: for the list of editors and the operators' panel."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from typing import Any

from django.db.models import Count, Min, Q

from cms.operations.models import MailState, OutgoingMail


@dataclass(frozen=True)
class OutboxFigures:
    """Mails that wait, those that a person should decide about, and since when the oldest waits."""

    waiting: int
    open: int
    oldest: datetime | None


def outbox_figures() -> OutboxFigures:
    waits = Q(state__in=[MailState.QUEUED, MailState.SENDING])
    found = OutgoingMail.objects.aggregate(
        waiting=Count("pk", filter=waits),
        open=Count("pk", filter=_open()),
        oldest=Min("created_at", filter=waits),
    )
    return OutboxFigures(**found)


def open_mails() -> Any:
    """Failed and uncertain ones of which nobody has said that they may rest."""
    return OutgoingMail.objects.filter(_open())


def _open() -> Q:
    return Q(state__in=[MailState.FAILED, MailState.UNCERTAIN], rested_at=None)


def mail_text(mail: OutgoingMail) -> str:
    """The plain text of a mail; nothing of one that is secret or stripped."""
    if mail.secret or mail.content is None:
        return ""
    message: Any = message_from_bytes(bytes(mail.content), policy=policy.default)
    body = message.get_body(("plain",))
    return body.get_content() if body else ""
