"""How many mails one address may be sent: nobody's mailbox is filled through a form of ours."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from cms.operations.mail.kinds import MailKind
from cms.operations.models import MailFault, OutgoingMail

WINDOW = timedelta(hours=1)


def mails_of(recipient: str) -> Any:
    """What was written to an address within the window."""
    return OutgoingMail.objects.filter(recipient=recipient, created_at__gt=timezone.now() - WINDOW)


def is_over(kind: MailKind, recipient: str) -> bool:
    """Whether one more mail would be too many. Two requests at one moment may both be let in."""
    let_in = mails_of(recipient).exclude(fault=MailFault.LIMIT)
    own = kind.per_hour
    if own is not None and let_in.filter(kind=kind.name).count() >= own:
        return True
    return bool(let_in.count() >= settings.MAIL_LIMIT_HOUR)


def is_told(kind: MailKind, recipient: str) -> bool:
    """Whether the list shows already that a secret mail was one too many: one row says it."""
    told = mails_of(recipient).filter(kind=kind.name, fault=MailFault.LIMIT)
    return kind.secret and told.exists()
