"""Writes mails to the outbox: finished bytes, a row per recipient, the caller's transaction."""

import logging
from email.utils import make_msgid, parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError, sanitize_address
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.operations.mail.kinds import MailKind, kind_of
from cms.operations.mail.limits import is_over, is_told
from cms.operations.mail.sending import mail_send
from cms.operations.models import MailFault, MailState, OutgoingMail

logger = logging.getLogger(__name__)


class MailRefused(ValidationError, BadHeaderError):
    """A mail that cannot be sent as it is; its message is a sentence for whoever asked for it."""


def mail_queue(*, message: EmailMessage) -> list[OutgoingMail]:
    """Write a message for each of its recipients and queue what sends it.

    The bytes are made here, once: Message-ID and Date are the same at every attempt and for every
    recipient; those of Bcc stand in the envelope alone. Raises MailRefused. The savepoint keeps a
    caller that swallows a database error (Wagtail's notifier does) from a broken transaction.
    """
    kind = kind_of(message)
    addresses = _envelope(message)
    content = _finished(message, kind)
    with transaction.atomic():
        made = [_written(message, kind, content, one) for one in addresses]
        return [mail for mail in made if mail is not None]


def _envelope(message: EmailMessage) -> list[str]:
    """Addresses alone, each once; the domain in lower case, as it is looked up."""
    found = []
    for recipient in message.recipients():
        local, _at, domain = _address(recipient).rpartition("@")
        found.append(f"{local}@{domain.lower()}")
    return list(dict.fromkeys(found))


def _address(text: str) -> str:
    try:
        return parseaddr(sanitize_address(text, settings.DEFAULT_CHARSET))[1]
    except (ValueError, UnicodeError) as error:
        raise MailRefused(
            _("“%(address)s” is no address that mail can be sent to.")
            % {"address": " ".join(str(text).split())}
        ) from error


def _finished(message: EmailMessage, kind: MailKind) -> bytes:
    """The message as it goes to the server, with the headers that every mail of a site has."""
    known = {name.lower() for name in message.extra_headers}
    for name, value in _headers(kind).items():
        if name.lower() not in known:
            message.extra_headers[name] = value
    try:
        finished: Any = message.message()
        return bytes(finished.as_bytes(linesep="\r\n"))
    except BadHeaderError as error:
        raise MailRefused(
            _("A line in the head of a mail must not contain a line break.")
        ) from error
    except (ValueError, UnicodeError) as error:
        raise MailRefused(_("The mail has an address that cannot be written.")) from error


def _headers(kind: MailKind) -> dict[str, str]:
    domain = settings.MAIL_DOMAIN
    headers = {
        "Message-ID": make_msgid(domain=domain),
        # answering machines keep silent (RFC 3834)
        "Auto-Submitted": "auto-generated",
    }
    if kind.list_name:
        headers["List-Id"] = f"<{kind.list_name}.{domain}>"
    if kind.leave:
        headers["List-Unsubscribe"] = f"<{kind.leave()}>"
    return headers


def _written(message: Any, kind: MailKind, content: bytes, recipient: str) -> OutgoingMail | None:
    over = is_over(kind, recipient)
    if over:
        logger.warning("too many mails to one address", extra={"kind": kind.name})
        if is_told(kind, recipient):
            return None
    mail = OutgoingMail.objects.create(
        kind=kind.name, secret=kind.secret, recipient=recipient,
        sender=_address(message.from_email), subject=str(message.subject),
        message_id=message.extra_headers["Message-ID"],
        content=None if over and kind.secret else content, changed_at=timezone.now(),
        state=MailState.FAILED if over else MailState.QUEUED,
        fault=MailFault.LIMIT if over else "",
    )  # fmt: skip
    if not over:
        mail_send.using(priority=kind.priority).enqueue(mail.pk)
    return mail
