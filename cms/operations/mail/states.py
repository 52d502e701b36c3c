"""Every change of an outgoing mail, each compare-and-set on its state and token.

queued → sending (committed before the dialogue) → sent, failed, uncertain, or queued again. Who
finds a mail `sending` that another process left so does not know whether it was sent: a doubt.
"""

import time
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone

from cms.operations.models import MailFault, MailState, OutgoingMail

#: Doubts after which a mail is not sent again by itself: a server may break off at each attempt.
MOST_DOUBTS = 3
#: Seconds between attempts to write what became of a mail while the database is away.
PATIENCE = (0.2, 1, 3)


def mail_take(*, mail_id: int) -> OutgoingMail | None:
    """Make the mail ours for one dialogue; None where nothing is to be sent.

    Raises OutgoingMail.DoesNotExist.
    """
    mail = OutgoingMail.objects.get(pk=mail_id)
    if mail.state == MailState.SENDING:
        # its task was taken over: whoever had it is gone, or will find another token
        doubts = mail.doubts + 1
        if _is_left_alone(doubts):
            _change(mail, state=MailState.UNCERTAIN, fault=MailFault.KILLED, doubts=doubts)
            return None
        return _begun(mail, doubts=doubts)
    return _begun(mail) if mail.state == MailState.QUEUED else None


def _begun(mail: OutgoingMail, **values: Any) -> OutgoingMail | None:
    values |= {"state": MailState.SENDING, "token": token_hex(8), "attempts": mail.attempts + 1}
    return mail if _change(mail, **values) else None


def is_ours(mail: OutgoingMail) -> bool:
    """Whether the dialogue may go on: asked right before the mail is handed over."""
    return _held(mail).exists()


def mail_sent(mail: OutgoingMail) -> bool:
    return _closed(
        mail, state=MailState.SENT, fault="", reply="", sent_at=timezone.now(), **_spent(mail)
    )


def mail_failed(mail: OutgoingMail, *, fault: str, reply: str = "") -> bool:
    return _closed(mail, state=MailState.FAILED, fault=fault, reply=reply, **_spent(mail))


def mail_later(mail: OutgoingMail, *, fault: str, reply: str = "") -> bool:
    """The mail waits for another attempt: it was certainly not sent."""
    return _closed(mail, state=MailState.QUEUED, fault=fault, reply=reply)


def mail_doubted(mail: OutgoingMail, *, reply: str = "") -> bool:
    """The connection broke when the server may have had all of it; whether it is sent again."""
    doubts = mail.doubts + 1
    left = _is_left_alone(doubts)
    state = MailState.UNCERTAIN if left else MailState.QUEUED
    _closed(mail, state=state, fault=MailFault.BROKEN, reply=reply, doubts=doubts)
    return not left


def mail_rested(mail: OutgoingMail, *, now: datetime) -> bool:
    """A person is done with it; one that still waits is not sent any more."""
    if mail.state == MailState.QUEUED:
        values = {"state": MailState.FAILED, "fault": MailFault.STOPPED, **_spent(mail)}
        return _change(mail, rested_at=now, **values)
    return mail.is_open and _change(mail, rested_at=now)


def mail_requeued(mail: OutgoingMail) -> bool:
    """A person wants it sent again: it waits as a new one does, its doubts are settled."""
    open_again = mail.state in {MailState.FAILED, MailState.UNCERTAIN} and mail.content is not None
    return open_again and _change(
        mail, state=MailState.QUEUED, fault="", reply="", doubts=0, rested_at=None
    )


def mails_stripped(*, before: datetime) -> int:
    """Take texts and addresses from mails that are done with and unchanged since `before`."""
    done = OutgoingMail.objects.filter(changed_at__lt=before, stripped_at=None)
    return done.exclude(state__in=[MailState.QUEUED, MailState.SENDING]).update(
        recipient="", sender="", subject="", reply="", content=None, stripped_at=timezone.now()
    )


def _is_left_alone(doubts: int) -> bool:
    return settings.MAIL_DOUBT == "hold" or doubts >= MOST_DOUBTS


def _spent(mail: OutgoingMail) -> dict[str, Any]:
    """A key that was sent, or cannot be, is kept no longer."""
    return {"content": None} if mail.secret else {}


def _held(mail: OutgoingMail) -> Any:
    return OutgoingMail.objects.filter(pk=mail.pk, state=mail.state, token=mail.token)


def _change(mail: OutgoingMail, **values: Any) -> bool:
    """False where another process or person changed it first."""
    values["changed_at"] = timezone.now()
    if _held(mail).update(**values) != 1:
        return False
    for name, value in values.items():
        setattr(mail, name, value)
    return True


def _closed(mail: OutgoingMail, **values: Any) -> bool:
    """The end of a dialogue is written also on a connection that was cut meanwhile: what is not
    written becomes a doubt."""
    for pause in PATIENCE:
        try:
            return _change(mail, **values)
        except (OperationalError, InterfaceError):
            if connection.in_atomic_block:
                raise
            connection.close()
            time.sleep(pause)
    return _change(mail, **values)
