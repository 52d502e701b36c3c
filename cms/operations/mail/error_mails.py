"""Mails to whoever operates the site when something failed: sent at once, past the outbox.

The database or the queue may be what failed. A mail holds the message and the traceback, and of a
request no more than its method and path; at most one a minute leaves a process.
"""

import logging
import time
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from cms.settings.logs import scrubbed

PAUSE_SECONDS = 60
#: A first line of a message is its subject; longer ones are folded into many lines.
SUBJECT_LENGTH = 120


class ErrorMailHandler(logging.Handler):
    """Sends what is logged as an error to `EMAIL_ERRORS_TO`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.next_at = 0.0
        self.kept_back = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Never raises: a mail server that is away is no reason to fail a second time."""
        if time.monotonic() < self.next_at:
            self.kept_back += 1
            return
        self.next_at = time.monotonic() + PAUSE_SECONDS
        try:
            self.message(record).send()
        except Exception:  # noqa: BLE001  (as every handler of Python's: told on standard error)
            self.handleError(record)

    def message(self, record: logging.LogRecord) -> EmailMessage:
        first = scrubbed(" ".join(record.getMessage().split()))[:SUBJECT_LENGTH]
        text = self.format(record)
        if self.kept_back:
            text += f"\n\n{self.kept_back} further errors since the last mail: see the log."
            self.kept_back = 0
        return EmailMessage(
            f"[{settings.MAIL_DOMAIN}] {record.levelname}: {first}", text, settings.SERVER_EMAIL,
            [address for _name, address in settings.ADMINS], connection=_past_the_outbox(),
            headers={"Auto-Submitted": "auto-generated"},
        )  # fmt: skip


def _past_the_outbox() -> Any:
    kind = "smtp" if settings.EMAIL_HOST else "console"
    return get_connection(f"django.core.mail.backends.{kind}.EmailBackend")
