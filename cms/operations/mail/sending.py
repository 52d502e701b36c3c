"""The task that sends one mail, and what it makes of each end of a dialogue."""

import logging
import os
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.db import DatabaseError

from cms.operations.mail.answers import Undelivered
from cms.operations.mail.dialogue import NotOurs
from cms.operations.mail.pauses import pauses, spread
from cms.operations.mail.states import (
    is_ours,
    mail_doubted,
    mail_failed,
    mail_later,
    mail_sent,
    mail_take,
)
from cms.operations.mail.transport import ConsoleTransport, SmtpTransport, Transport
from cms.operations.models import MailFault
from cms.operations.queue import Retry, task

logger = logging.getLogger(__name__)

#: Seconds that a whole dialogue may take; each of its steps has the limit of EMAIL_URL.
LIMIT = 180

_transports: dict[tuple[int, str, int], Transport] = {}


def transport() -> Transport:
    """The one of this process: a forked worker never uses the connection of its parent."""
    key = (os.getpid(), settings.EMAIL_HOST, settings.EMAIL_PORT)
    if key not in _transports:
        _transports[key] = SmtpTransport() if settings.EMAIL_HOST else ConsoleTransport()
    return _transports[key]


def transport_rest() -> None:
    """Called by every worker between its tasks: a connection that nobody uses is left."""
    transport().rest()


@task(attempts=None, limit=LIMIT)
def mail_send(mail_id: int) -> str:
    """Send one mail: the state it ends in. No transaction is open while the server is spoken to.

    Raises Retry for whatever is no refusal, as often as it takes; OutgoingMail.DoesNotExist.
    """
    if wait := transport().wait():
        raise Retry(after=spread(wait), reason="the mail server did not answer a moment ago")
    mail = mail_take(mail_id=mail_id)
    if mail is None:
        return "nothing to send"
    try:
        transport().deliver(mail, lambda: is_ours(mail))
    except NotOurs:
        return "another process has it"
    except Undelivered as undelivered:
        _undelivered(mail, undelivered)
    except BaseException:
        _broken_off(mail)
        raise
    else:
        mail_sent(mail)
    return str(mail.state)


def _undelivered(mail: Any, undelivered: Undelivered) -> None:
    """Write what became of it. Raises Retry where it is to be tried again."""
    fault, reply = undelivered.fault, undelivered.reply
    logger.info("mail not sent", extra={"mail": mail.pk, "fault": str(fault), "reply": reply})
    if fault == MailFault.RECIPIENT:
        mail_failed(mail, fault=fault, reply=reply)
        return
    if undelivered.doubtful:
        if not mail_doubted(mail, reply=reply):
            return
    else:
        mail_later(mail, fault=fault, reply=reply)
    raise Retry(after=pauses().of_mail(fault, mail.attempts), reason=str(undelivered)) from None


def _broken_off(mail: Any) -> None:
    """A time limit or a signal in the middle: what is not known to be unsent stays in doubt."""
    with suppress(DatabaseError):
        if not transport().in_doubt:
            mail_later(mail, fault=MailFault.CONNECTION)
