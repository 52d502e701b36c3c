"""What hands mails over in this process: one connection kept for several mails, or the console.

A server that does not answer is left alone for a while, so that a worker with a thousand mails to
send waits for its time-out once and not a thousand times.
"""

import smtplib
import sys
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from typing import Any, Protocol

from cms.operations.mail.answers import Undelivered
from cms.operations.mail.dialogue import OK, Dialogue, connect, deliver, leave
from cms.operations.mail.pauses import pauses
from cms.operations.models import MailFault

#: Mails after which a connection is renewed: servers count them.
MOST_MAILS = 100
#: About the server or our account there, not about one mail.
OF_SERVER = {MailFault.CONNECTION, MailFault.LOGIN, MailFault.SENDER}


class Transport(Protocol):
    #: whether somebody may have the mail whose delivery was broken off
    in_doubt: bool

    def wait(self) -> float:
        """Seconds until it may be tried again; 0 where it may be now."""

    def deliver(self, mail: Any, is_ours: Callable[[], bool]) -> None:
        """Raises Undelivered, NotOurs."""

    def rest(self) -> None:
        """Called now and then between tasks."""


class SmtpTransport:
    """The mail server of the settings."""

    def __init__(self) -> None:
        self.dialogue: Dialogue | None = None
        self.used_at = 0.0
        self.mails = 0
        self.faults = 0
        self.closed_until = 0.0
        #: whether the server may have a mail whose dialogue was broken off
        self.in_doubt = False

    def wait(self) -> float:
        return max(0.0, self.closed_until - time.monotonic())

    def deliver(self, mail: Any, is_ours: Callable[[], bool]) -> None:
        self.in_doubt = False
        dialogue = self._ready()
        try:
            deliver(dialogue, mail, is_ours)
        except Undelivered as undelivered:
            self._note(undelivered)
            raise
        except BaseException:
            # a time limit or a signal: what the server makes of the rest is not ours to hear
            self.in_doubt = dialogue.in_doubt
            self._drop()
            raise
        self.faults = 0
        self.mails += 1
        self.used_at = time.monotonic()

    def rest(self) -> None:
        if self.dialogue is not None and time.monotonic() - self.used_at > pauses().idle:
            self.close()

    def close(self) -> None:
        if self.dialogue is not None:
            leave(self.dialogue)
            self.dialogue = None

    def _ready(self) -> Dialogue:
        """The kept connection where it still answers, else a new one."""
        if self.dialogue is not None and (self.mails >= MOST_MAILS or not _answers(self.dialogue)):
            self.close()
        if self.dialogue is None:
            try:
                self.dialogue = connect()
            except Undelivered as undelivered:
                self._note(undelivered)
                raise
            self.mails = 0
        return self.dialogue

    def _note(self, undelivered: Undelivered) -> None:
        """After a refused mail the connection serves the next one, after a fault it does not."""
        if undelivered.fault not in OF_SERVER:
            self.faults = 0
        if undelivered.fault in {MailFault.RECIPIENT, MailFault.LATER}:
            if self.dialogue is not None and not _is_reset(self.dialogue):
                self._drop()
            return
        self._drop()
        if undelivered.fault in OF_SERVER:
            self.faults += 1
            self.closed_until = time.monotonic() + pauses().of_server(self.faults)

    def _drop(self) -> None:
        if self.dialogue is not None:
            self.dialogue.close()
            self.dialogue = None


def _answers(dialogue: Dialogue) -> bool:
    try:
        return dialogue.noop()[0] == OK
    except (smtplib.SMTPException, OSError):
        return False


def _is_reset(dialogue: Dialogue) -> bool:
    try:
        return dialogue.rset()[0] == OK
    except (smtplib.SMTPException, OSError):
        return False


class ConsoleTransport:
    """Prints who gets what: for a site without a mail server."""

    in_doubt = False

    def wait(self) -> float:
        return 0.0

    def deliver(self, mail: Any, is_ours: Callable[[], bool]) -> None:
        message: Any = message_from_bytes(bytes(mail.content), policy=policy.default)
        body = message.get_body(("plain", "html"))
        lines = [f"{name}: {message[name]}" for name in ("From", "To", "Subject", "Message-ID")]
        text = "\n".join([*lines, "", body.get_content() if body else ""])
        sys.stdout.write(f"{'-' * 72}\nMail for {mail.recipient}\n{text}{'-' * 72}\n")
        sys.stdout.flush()

    def rest(self) -> None:
        """Nothing is kept."""
