"""One connection to the mail server, which knows at each moment whether the server may have a mail.

Python's `smtplib` does the protocol. What it does not tell is whether the final dot had left when
a connection broke: before it nothing was sent, after it nobody knows until the server answers.
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings

from cms.operations.mail.answers import Undelivered, plain, refusal
from cms.operations.models import MailFault

#: Answers: done, will forward, go on.
OK, FORWARDED, GO_ON = 250, 251, 354


class NotOurs(Exception):
    """Another process has the mail now: the dialogue ended before it was handed over."""


class FinalDot:
    """An SMTP connection that notes when the dot which ends a mail leaves it."""

    #: whether the server may have the whole mail without having answered
    in_doubt = False

    def hand_over(self: Any, content: bytes) -> tuple[int, bytes]:
        """DATA, the text and the final dot; code and words of the last answer."""
        self.in_doubt = False
        code, words = self.docmd("data")
        if code != GO_ON:
            return code, words
        self.send(re.sub(rb"(?m)^\.", b"..", content))
        # before the dot: a time limit may strike between sending it and noting it
        self.in_doubt = True
        try:
            self.send(b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n")
        except smtplib.SMTPServerDisconnected:
            self.in_doubt = False  # the kernel did not take it
            raise
        answer: tuple[int, bytes] = self.getreply()
        self.in_doubt = False
        return answer


class PlainDialogue(FinalDot, smtplib.SMTP):
    """Without TLS or with STARTTLS."""


class TlsDialogue(FinalDot, smtplib.SMTP_SSL):
    """Encrypted from the first byte."""


Dialogue = PlainDialogue | TlsDialogue


def connect() -> Dialogue:
    """A connection that is ready for a mail. Raises Undelivered."""
    with told(MailFault.CONNECTION):
        made = _connected()
    try:
        if settings.EMAIL_USE_TLS:
            with told(MailFault.CONNECTION):
                made.starttls(context=ssl.create_default_context())
        if settings.EMAIL_HOST_USER:
            with told(MailFault.LOGIN):
                made.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    except BaseException:
        made.close()
        raise
    return made


def _connected() -> Dialogue:
    # the machine's full name would be asked of its resolver, which may take seconds
    common: Any = {"local_hostname": settings.MAIL_DOMAIN, "timeout": settings.EMAIL_TIMEOUT}
    address = (settings.EMAIL_HOST, settings.EMAIL_PORT)
    if settings.EMAIL_USE_SSL:
        return TlsDialogue(*address, context=ssl.create_default_context(), **common)
    return PlainDialogue(*address, **common)


def deliver(dialogue: Dialogue, mail: Any, is_ours: Callable[[], bool]) -> None:
    """Hand a mail over. Raises Undelivered, NotOurs (also where `is_ours()` is no longer true)."""
    dialogue.in_doubt = False
    with broken(dialogue):
        dialogue.ehlo_or_helo_if_needed()
        wide = not mail.content.isascii() and dialogue.has_extn("8bitmime")
        answer = dialogue.mail(mail.sender, ["BODY=8BITMIME"] if wide else [])
        _expect("mail", answer, {OK})
        _expect("rcpt", dialogue.rcpt(mail.recipient), {OK, FORWARDED})
        if not is_ours():
            raise NotOurs
        _expect("data", dialogue.hand_over(bytes(mail.content)), {OK})


def _expect(step: str, answer: tuple[int, bytes], wanted: set[int]) -> None:
    code, words = answer
    if code not in wanted:
        raise refusal(step, code, words)


@contextmanager
def told(fault: MailFault) -> Iterator[None]:
    """Faults of connection and login without the addresses and names that they hold."""
    try:
        yield
    except smtplib.SMTPConnectError as error:
        raise Undelivered(fault, f"{error.smtp_code} {plain(error.smtp_error)}") from None
    except smtplib.SMTPAuthenticationError as error:
        raise Undelivered(fault, f"{error.smtp_code} {plain(error.smtp_error)}") from None
    except smtplib.SMTPServerDisconnected as error:
        raise Undelivered(MailFault.CONNECTION, plain(str(error))) from None
    except (smtplib.SMTPException, OSError) as error:
        raise Undelivered(fault, plain(str(error) or type(error).__name__)) from None


@contextmanager
def broken(dialogue: Dialogue) -> Iterator[None]:
    """A connection that breaks in the middle: in doubt or not, as far as the mail had come."""
    try:
        yield
    except (smtplib.SMTPException, OSError) as error:
        fault = MailFault.BROKEN if dialogue.in_doubt else MailFault.CONNECTION
        words = plain(str(error) or type(error).__name__)
        raise Undelivered(fault, words, doubtful=dialogue.in_doubt) from None


def leave(dialogue: Dialogue) -> None:
    """End a connection politely, whatever the other side does."""
    with suppress(smtplib.SMTPException, OSError):
        dialogue.quit()
    dialogue.close()
