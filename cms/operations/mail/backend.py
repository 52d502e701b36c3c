"""Django's way to send mail ends in the outbox: the site's `EMAIL_BACKEND`."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from cms.operations.mail.outbox import mail_queue


class OutboxBackend(BaseEmailBackend):
    """Writes each message to the outbox. What cannot be a mail raises, whatever the caller says of
    silence: that is meant for servers that do not answer."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        return sum(bool(mail_queue(message=message)) for message in email_messages)
